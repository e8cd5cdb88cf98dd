// A moderator's link works on a phone: what the stage needs is under the thumb, and nothing is cut off.
import { expectFocusInSight, expectNoSidewaysScroll, expectNothingClipped, expectWholePageAccessible } from './axe';
import { button, expect, type Page, phone, picture, test } from './table';

const touch = { hasTouch: true, isMobile: true };
const bar = (page: Page) => page.getByTestId('stage-bar');
const part = (page: Page, name: RegExp) => bar(page).getByRole('button', { name });

/** In the lower half of the screen, whole, and as large as a thumb needs. */
async function expectUnderThumb(page: Page, name: RegExp): Promise<void> {
  const box = await bar(page).getByRole('button', { name }).boundingBox();
  if (box === null) throw new Error(`${name} is not to be seen`);
  expect(box.y).toBeGreaterThan(phone.height / 2);
  expect(box.y + box.height).toBeLessThanOrEqual(phone.height);
  expect(box.x).toBeGreaterThanOrEqual(0);
  expect(box.x + box.width).toBeLessThanOrEqual(phone.width);
  expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(44);
}

/** The page's own matter begins high up: the head is two lines. */
async function expectLowHead(page: Page, what: string): Promise<void> {
  const box = await page.locator('.staff-head').boundingBox();
  expect.soft(box?.height, `${what}: the head`).toBeLessThanOrEqual(96);
}

async function tap(page: Page, name: RegExp): Promise<void> {
  await expectUnderThumb(page, name);
  await bar(page).getByRole('button', { name }).tap();
}

test('a moderator leads from a phone with one thumb', async ({ table }) => {
  const moderator = await table.join(table.personLink('Ke GONG'), phone, {}, touch);
  const amina = await table.join(table.joinLink, phone, { name: 'Amina Diallo', where: 'online' });
  const mei = await table.join(table.joinLink, phone, { name: 'Mei Tanaka', where: 'onsite' });
  await part(moderator, /^Agenda/).tap();
  await tap(moderator, /^Start: Best practices/);
  await expect(bar(moderator)).toContainText(/(20:00|19:5\d) *Best practices/);
  await tap(moderator, /^Next: /);
  await amina.getByTestId('raise-hand').click();
  await mei.getByTestId('raise-hand').click();
  await part(moderator, /^Floor · 2/).tap();
  await expect(bar(moderator)).toContainText('Then Amina Diallo');
  await picture(moderator, 'phone-stage-floor');
  await tap(moderator, /^Give the floor: Amina Diallo/);
  await expect(amina.getByRole('heading', { name: 'You have the floor' })).toBeVisible();
  await expect(bar(moderator)).toContainText(/(2:00|1:5\d) *Amina Diallo/);
  await expect(bar(moderator)).toContainText('Then Mei Tanaka');
  await tap(moderator, /^End turn/);
  await expect(amina.getByTestId('own-hand')).toBeVisible();
  await amina.getByLabel('Your question').fill('Who pays for audits?');
  await button(amina, 'Ask').click();
  await part(moderator, /^Questions · 1/).tap();
  await picture(moderator, 'phone-stage-questions');
  await tap(moderator, /^Approve: Who pays for audits\?/);
  await expect(mei.locator('#questions')).toContainText('Who pays for audits?');
});

test('every staff page on a phone: nothing is cut off, nothing scrolls sideways', async ({ table }) => {
  const moderator = await table.join(table.personLink('Ke GONG'), phone, {}, touch);
  const online = await table.join(table.personLink('Xiaofeng Tao'), phone, {}, touch);
  const steward = await table.join(table.link('steward'), phone, { name: 'Stella Steward' }, touch);
  const rapporteur = await table.join(table.personLink('Jieyao Wang'), phone, {}, touch);
  const amina = await table.join(table.joinLink, phone, { name: 'Amina Diallo', where: 'online', stakeholder: 'civil_society' });
  await part(moderator, /^Agenda/).tap();
  await tap(moderator, /^Start: /);
  await amina.getByTestId('raise-hand').click();
  await amina.getByLabel('Your question').fill('Who pays for pre-deployment audits in countries that buy AI rather than build it?');
  await button(amina, 'Ask').click();
  await amina.getByTestId('problem').click();
  await amina.getByTestId('signal-cannot_hear').click();
  for (const [name, page] of Object.entries({ moderator, online, steward, rapporteur })) {
    await expect(bar(page)).toContainText(/1 online person cannot hear|Amina Diallo|audits/);
    for (const one of await bar(page).locator('.stage-nav button').all()) {
      await one.tap();
      const what = `${name}, ${await one.innerText()}`;
      await expectLowHead(page, what);
      await expectNoSidewaysScroll(page, what);
      await expectNothingClipped(page, what);
      await expectFocusInSight(page, what);
      await expectWholePageAccessible(page, what);
      await picture(page, `phone-${name}-${(await one.innerText()).replace(/\W+/g, '')}`);
    }
  }
  await expect(moderator.getByTestId('room-links')).toBeHidden();
  await moderator.getByTestId('staff-more').tap();
  await picture(moderator, 'phone-moderator-more');
  await moderator.getByTestId('room-links').tap();
  await expect(moderator.getByRole('dialog')).toContainText('Bring people to the table');
  await button(moderator, 'Close').tap();
  await expect(moderator.getByTestId('room-links')).toBeHidden();
  // A person without a device, her hand and her question: the steward's work.
  await steward.getByRole('button', { name: /^People/ }).tap();
  await steward.getByLabel('Name or seat').fill('Row 5, aisle');
  await steward.getByTestId('person-add').tap();
  await button(steward, 'Raise hand: Row 5, aisle').tap();
  await expect(part(moderator, /^Floor · 2/)).toBeVisible();
});
