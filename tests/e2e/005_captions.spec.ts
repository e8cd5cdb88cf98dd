// Captions from a service or typed by hand, on every screen that shows them.
import { expectAccessible, expectNoSidewaysScroll } from './axe';
import { button, expect, expectLive, laptop, type Page, phone, picture, roomScreen, test } from './table';

const log = (page: Page) => page.getByTestId('captions');
const line = (page: Page, text: string) => log(page).locator('.caption-line').filter({ hasText: text });
const toOpen = (page: Page) => page.locator('summary').filter({ hasText: 'Captions' });
const addressOn = async (captioner: Page) => captioner.getByLabel('Caption address', { exact: true }).inputValue();

/** As a captioning service does. */
async function post(address: string, query: string, text: string): Promise<{ status: number; body: Record<string, unknown> }> {
  const answer = await fetch(`${address}?${query}`, { method: 'POST', headers: { 'Content-Type': 'text/plain' }, body: text });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

async function typeLine(captioner: Page, text: string): Promise<void> {
  await captioner.getByLabel('Next line').fill(text);
  await captioner.getByLabel('Next line').press('Enter');
}

test('a line of a captioning service reaches every screen, and phones whose owners opened the captions', async ({ table }) => {
  const captioner = await table.open(table.link('captioner'), laptop);
  const overlay = await table.open(table.link('overlay'), roomScreen);
  const display = await table.display();
  const moderator = await table.join(table.personLink('Ke GONG'), laptop, {});
  const amina = await table.join(table.joinLink, phone, { name: 'Amina Diallo', where: 'online' });
  await moderator.keyboard.press('n');
  await expect(amina.getByTestId('no-turn')).toBeVisible();
  await expect(toOpen(amina)).toHaveCount(0);
  const address = await addressOn(captioner);

  expect(await post(address, 'seq=1&lang=en-US', 'KE GONG: Welcome to the table.')).toMatchObject({ status: 200, body: { seq: 1 } });
  for (const page of [captioner, display, overlay]) await expect(line(page, 'Welcome to the table.')).toBeVisible();
  await expect(log(amina)).toHaveCount(0);
  await toOpen(amina).click();
  await expect(line(amina, 'Welcome to the table.')).toHaveAttribute('lang', 'en-US');
  await expect(log(amina)).toHaveAttribute('aria-live', 'off');
  await expect(amina.getByLabel('Caption language')).toHaveCount(0);

  expect(await post(address, 'seq=1&lang=en-US', 'KE GONG: Welcome to the table.')).toMatchObject({ status: 200 });
  expect(await post(address, 'seq=1&lang=fr-FR', 'KE GONG : Bienvenue à la table.')).toMatchObject({ status: 200 });
  await expect(captioner.locator('.caption-line')).toHaveText([/Welcome/, /Bienvenue/]);
  await expect(line(display, 'Bienvenue')).toHaveCount(0);
  await amina.getByLabel('Caption language').selectOption('French');
  await expect(line(amina, 'Bienvenue')).toHaveAttribute('lang', 'fr-FR');
  await expect(line(amina, 'Welcome')).toHaveCount(0);
  await amina.reload();
  await expectLive(amina);
  await expect(line(amina, 'Bienvenue')).toBeVisible();

  for (const [name, page] of Object.entries({ captioner, display, overlay, amina })) {
    await expectAccessible(page, `${name} with captions`);
    await expectNoSidewaysScroll(page, `${name} with captions`);
    await picture(page, `captions-${name}`);
  }
});

test('lines typed by hand arrive in their order, each once, whatever happens to the line', async ({ table }) => {
  const captioner = await table.open(table.link('captioner'), laptop);
  const display = await table.display();
  await typeLine(captioner, 'The first line');
  await expect(line(display, 'The first line')).toBeVisible();
  await expect(captioner.getByLabel('Next line')).toHaveValue('');
  await expect(captioner.getByLabel('Next line')).toBeFocused();

  // The server takes the line, but its answer is lost.
  await captioner.route('**/api/captions/**', async (route) => {
    await route.fetch();
    await route.abort();
  });
  await typeLine(captioner, 'The second line');
  await expect(captioner.getByTestId('captions-not-sent')).toContainText('The server cannot be reached');
  await expect(line(display, 'The second line')).toBeVisible();
  await captioner.unroute('**/api/captions/**');
  await expect(captioner.getByTestId('captions-not-sent')).toBeEmpty();

  await captioner.context().setOffline(true);
  await typeLine(captioner, 'The third line');
  await typeLine(captioner, 'The fourth line');
  await expect(captioner.getByTestId('caption-waiting')).toHaveText([/third line · not sent yet/, /fourth line · not sent yet/]);
  await expect(captioner.getByTestId('captions-not-sent')).toContainText('2 lines wait to be sent');
  await captioner.getByLabel('Next line').fill('Half a li');
  await captioner.setViewportSize(phone);
  await expectAccessible(captioner, 'captioner with lines that wait');
  await expectNoSidewaysScroll(captioner, 'captioner with lines that wait');
  await picture(captioner, 'captions-unsent-phone', true);
  await captioner.context().setOffline(false);
  await expect(captioner.getByTestId('caption-waiting')).toHaveCount(0);
  await expect(captioner.locator('.caption-line')).toHaveText([/first/, /second/, /third/, /fourth/]);
  await expect(display.locator('.caption-line')).toHaveText([/second/, /third/, /fourth/]);
  await expect(captioner.getByLabel('Next line')).toHaveValue('Half a li');
});

test('lines that were typed while the server was down outlive the page', async ({ table }) => {
  const captioner = await table.open(table.link('captioner'), laptop);
  await addressOn(captioner);
  await table.server.kill();
  await typeLine(captioner, 'Before the power came back');
  await expect(captioner.getByTestId('captions-not-sent')).toContainText('1 line waits to be sent');
  await table.server.startAgain();
  await captioner.reload();
  await expect(captioner.locator('.caption-line')).toHaveText(['Before the power came back']);
  await typeLine(captioner, 'And after it');
  await expect(captioner.locator('.caption-line')).toHaveText(['Before the power came back', 'And after it']);
});

test('a closed session takes no more captions, and says so', async ({ table }) => {
  const captioner = await table.open(table.link('captioner'), laptop);
  const display = await table.display();
  const moderator = await table.join(table.personLink('Ke GONG'), laptop, {});
  const address = await addressOn(captioner);
  await moderator.keyboard.press('n');
  await typeLine(captioner, 'Thank you all.');
  await expect(line(display, 'Thank you all.')).toBeVisible();
  moderator.once('dialog', (dialog) => dialog.accept());
  await button(moderator, /^Close session/).click();
  await expect(captioner.getByTestId('captions-closed')).toBeVisible();
  await expect(captioner.getByTestId('caption-form')).toHaveCount(0);
  await expect(display.getByTestId('state-closed')).toBeVisible();
  await expect(log(display)).toHaveCount(0);
  expect(await post(address, 'seq=2', 'Too late.')).toMatchObject({ status: 409, body: { code: 'closed' } });
  await picture(captioner, 'captions-closed');
});
