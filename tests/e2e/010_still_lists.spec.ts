// No list moves under a pointer, a finger or the focus; single keys act only where they are meant.
import { button, expect, laptop, type Page, phone, picture, type Table, test } from './table';

const rows = (page: Page) => page.locator('.questions-panel .still').first().locator('> li');
const row = (page: Page, text: string) => page.locator('[data-testid^="question-"]').filter({ hasText: text });
const newsOf = (page: Page) => page.getByTestId('still-news').first();

async function ask(page: Page, ...texts: string[]): Promise<void> {
  for (const text of texts) {
    await page.getByLabel('Your question').fill(text);
    await button(page, 'Ask').click();
  }
}

async function topOf(page: Page, text: string): Promise<number> {
  return Math.round((await row(page, text).boundingBox())?.y ?? Number.NaN);
}

async function seats(table: Table) {
  const moderator = await table.join(table.personLink('Ke GONG'), laptop, {});
  const online = await table.join(table.personLink('Xiaofeng Tao'), laptop, {});
  const amina = await table.join(table.joinLink, phone, { name: 'Amina Diallo', where: 'online' });
  await ask(amina, 'First of all?', 'Second to none?', 'Third time lucky?');
  await expect(rows(moderator)).toHaveCount(3);
  return { moderator, online, amina };
}

/** Everything that would push the questions about: a signal, an announcement, a new one, one that goes. */
async function commotion({ moderator, online, amina }: { moderator: Page; online: Page; amina: Page }): Promise<void> {
  await amina.getByTestId('problem').click();
  await amina.getByTestId('signal-cannot_hear').click();
  await button(amina, 'Close').click();
  await expect(moderator.getByTestId('signal-cannot_hear')).toBeVisible();
  await button(online, 'Approve: First of all?').click();
  await ask(amina, 'Fourth and last?');
  await expect(newsOf(moderator)).toHaveText('1 new: show');
  await expect(row(moderator, 'First of all?').first()).toContainText('no longer here');
}

test('a row under the mouse stays where it is, and the rest is caught up when the mouse has left', async ({ table }) => {
  const { moderator, online, amina } = await seats(table);
  await button(moderator, 'Approve: Second to none?').hover();
  const before = await topOf(moderator, 'Second to none?');
  await commotion({ moderator, online, amina });
  expect(Math.abs((await topOf(moderator, 'Second to none?')) - before)).toBeLessThanOrEqual(1);
  await expect(rows(moderator)).toHaveCount(3);
  await picture(moderator, 'still-list-desktop');
  // What is gone can no longer be pressed; the row under the mouse can, and it is the one that was seen.
  await expect(rows(moderator).first().getByRole('button', { name: 'Approve: First of all?' })).toHaveAttribute('aria-disabled', 'true');
  await moderator.mouse.down();
  await moderator.mouse.up();
  await expect(row(amina, 'Second to none?')).toContainText('me too');
  await expect(row(amina, 'Third time lucky?')).not.toContainText('me too');
  await moderator.mouse.move(5, 5);
  await expect(rows(moderator)).toHaveText([/Third time lucky\?/, /Fourth and last\?/]);
  await expect(newsOf(moderator)).toHaveCount(0);
});

test('with the focus inside, a list waits, and shows what is new when asked', async ({ table }) => {
  const { moderator, online, amina } = await seats(table);
  await moderator.mouse.move(5, 5);
  await rows(moderator).nth(1).getByRole('button').first().focus();
  const before = await topOf(moderator, 'Second to none?');
  await commotion({ moderator, online, amina });
  expect(Math.abs((await topOf(moderator, 'Second to none?')) - before)).toBeLessThanOrEqual(1);
  await newsOf(moderator).focus();
  await moderator.keyboard.press('Enter');
  await expect(rows(moderator)).toHaveText([/Second to none\?/, /Third time lucky\?/, /Fourth and last\?/]);
});

test('under a finger the order of support waits until it is lifted', async ({ table }) => {
  const { online, amina } = await seats(table);
  const mei = await table.join(table.joinLink, phone, { name: 'Mei Tanaka' }, { hasTouch: true, isMobile: true });
  await mei.mouse.move(5, 5);
  for (const text of ['First of all?', 'Second to none?']) {
    await online.mouse.move(5, 5);
    await button(online, `Approve: ${text}`).click();
    await expect(row(mei, text)).toBeVisible();
  }
  const order = mei.locator('#questions .still > li');
  await expect(order).toHaveText([/First/, /Second/]);
  const finger = await mei.context().newCDPSession(mei);
  await row(mei, 'First of all?').scrollIntoViewIfNeeded();
  const box = await row(mei, 'First of all?').boundingBox();
  if (box === null) throw new Error('no row');
  await finger.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x: box.x + 20, y: box.y + 12 }] });
  await row(amina, 'Second to none?').locator('.vote').click();
  await expect(row(mei, 'Second to none?').locator('.vote-count')).toHaveText('1');
  await expect(order).toHaveText([/First/, /Second/]);
  await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await expect(order).toHaveText([/Second/, /First/]);
});

test('Space presses the focused control and nothing else', async ({ table }) => {
  const { moderator, amina } = await seats(table);
  await amina.getByTestId('raise-hand').click();
  await expect(moderator.locator('[data-testid^="hand-"]')).toHaveCount(1);
  await moderator.locator('body').press('Space');
  await moderator.getByTestId('room-links').focus();
  await moderator.keyboard.press('Space');
  await expect(moderator.getByRole('dialog')).toBeVisible();
  await moderator.keyboard.press('g');
  await moderator.keyboard.press('Escape');
  await expect(moderator.getByRole('dialog')).toHaveCount(0);
  await expect(moderator.getByTestId('no-turn')).toBeVisible();
  await moderator.keyboard.press('Shift+G');
  await moderator.keyboard.press('Control+e');
  await expect(moderator.getByTestId('no-turn')).toBeVisible();
  await moderator.keyboard.press('g');
  await expect(moderator.getByTestId('turn')).toContainText('Amina Diallo');
});

test('the switch for single keys is on every page that has them, and the device remembers it', async ({ table }) => {
  const links = { moderator: 'moderator', online: 'online_moderator', steward: 'steward', rapporteur: 'rapporteur' };
  for (const [name, role] of Object.entries(links)) {
    const page = await table.join(table.link(role), laptop, { name: `A ${name}` });
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog')).toContainText('Keyboard shortcuts');
    if (role === 'moderator') await picture(page, 'shortcuts-desktop');
    await page.getByTestId('shortcuts-on').uncheck();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await page.reload();
    await expect(page.getByTestId('shortcuts')).toBeVisible();
    await expect(page.locator('[data-key]')).toHaveCount(0);
    await page.keyboard.press('?');
    await page.keyboard.press('n');
    await page.getByTestId('shortcuts').click();
    await expect(page.getByTestId('shortcuts-on')).not.toBeChecked();
    await page.getByTestId('shortcuts-on').check();
    await page.keyboard.press('Escape');
    await expect(page.locator('[data-key="?"]')).toHaveCount(1);
  }
  const amina = await table.join(table.joinLink, phone, { name: 'Amina Diallo' });
  await expect(amina.getByTestId('state-lobby')).toBeVisible();
});
