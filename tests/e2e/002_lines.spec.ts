// Lines and servers fail; nothing that was said or written does.
import { button, expect, expectLive, laptop, letGo, type Page, phone, picture, test } from './table';

const state = (page: Page) => page.getByTestId('connection-state');
const rows = (page: Page, text: string) => page.locator('[data-testid^="question-"]').filter({ hasText: text });

test('a killed server comes back, and so does every page, with its drafts and what was done meanwhile', async ({ table }) => {
  const moderator = await table.join(table.personLink('Ke GONG'), laptop, {});
  const steward = await table.join(table.link('steward'), laptop, { name: 'Stella Steward' });
  const rapporteur = await table.join(table.personLink('Jieyao Wang'), laptop, {});
  const amina = await table.join(table.joinLink, phone, { name: 'Amina Diallo', where: 'online' });
  const mei = await table.join(table.joinLink, phone, { name: 'Mei Tanaka', where: 'onsite' });
  const display = await table.display();
  await moderator.keyboard.press('n');
  await mei.getByLabel('Your question').fill('Who audits the auditors?');
  await button(mei, 'Ask').click();
  await button(moderator, 'Approve: Who audits the auditors?').click();
  await letGo(moderator);
  await expect(rows(amina, 'Who audits the auditors?')).toBeVisible();
  await rapporteur.getByTestId('takeaway-new').getByLabel('Title').fill('Half a tit');

  await table.server.kill();
  for (const page of [moderator, steward, rapporteur, amina, mei]) await expect(state(page)).toHaveText(/^Reconnecting…/);
  await expect(state(display)).toContainText('No connection for');
  await amina.getByLabel('Your question').fill('Asked while the server was down?');
  await button(amina, 'Ask').click();
  await expect(amina.getByText('Will be sent when the connection is back')).toBeVisible();
  await rows(amina, 'Who audits the auditors?').locator('.vote').click();
  await amina.getByTestId('raise-hand').click();
  await expect(state(amina)).toContainText('3 will be sent');
  await amina.getByLabel('Your question').fill('A thought not yet fini');
  await picture(amina, 'attendee-reconnecting-phone', true);
  await picture(display, 'display-reconnecting');
  // What waits outlives the page as well; only its files come from the server, so the reload follows the start.
  await table.server.startAgain();
  await amina.reload();
  for (const page of [moderator, steward, rapporteur, amina, mei]) await expectLive(page);
  await expect(state(display)).toHaveCount(0);

  await expect(amina.getByLabel('Your question')).toHaveValue('A thought not yet fini');
  await expect(rapporteur.getByTestId('takeaway-new').getByLabel('Title')).toHaveValue('Half a tit');
  await expect(moderator.getByTestId('pending-count')).toContainText(/1 to review/i);
  await expect(rows(moderator, 'Asked while the server was down?')).toHaveCount(1);
  await expect(moderator.locator('[data-testid^="hand-"]')).toHaveText([/Amina Diallo/]);
  await expect(rows(moderator, 'Who audits the auditors?')).toContainText('1 supporter');
  await expect(amina.getByTestId('own-place')).toHaveText('You are next');
});

test('a device without a network keeps what it did, and it goes out once', async ({ table }) => {
  const moderator = await table.join(table.personLink('Ke GONG'), laptop, {});
  const amina = await table.join(table.joinLink, phone, { name: 'Amina Diallo', where: 'online' });
  await moderator.keyboard.press('n');
  await expect(amina.getByTestId('no-turn')).toBeVisible();
  await amina.context().setOffline(true);
  await expect(state(amina)).toHaveText(/^Offline/);
  await amina.getByLabel('Your question').fill('From a tunnel?');
  await button(amina, 'Ask').click();
  await amina.getByTestId('raise-hand').click();
  await expect(state(amina)).toContainText('2 will be sent');
  await expect(amina.getByTestId('own-hand')).toContainText('as soon as the connection is back');
  await amina.context().setOffline(false);
  await expectLive(amina);
  await expect(rows(moderator, 'From a tunnel?')).toHaveCount(1);
  await expect(moderator.locator('[data-testid^="hand-"]')).toHaveText([/Amina Diallo/]);
  await expect(amina.getByTestId('own-place')).toHaveText('You are next');
});

test('an act of the moment that waited too long is dropped, and the person is told', async ({ table }) => {
  const moderator = await table.join(table.personLink('Ke GONG'), laptop, {});
  await moderator.keyboard.press('n');
  await expect(moderator.getByTestId('phase-countdown')).toBeVisible();
  await table.server.kill();
  await expect(state(moderator)).toHaveText(/^Reconnecting…/);
  await moderator.keyboard.press('p');
  await expect(moderator.getByTestId('phase-pause')).toHaveText('Sending…');
  const notice = moderator.locator('.notice');
  await expect(notice).toContainText('Pause: Not confirmed within ten seconds, so it was dropped.', { timeout: 15_000 });
  await picture(moderator, 'moderator-expired-desktop');
  await table.server.startAgain();
  await expectLive(moderator);
  await expect(moderator.getByTestId('phase-countdown')).toContainText('left');
  await expect(moderator.getByTestId('phase-pause')).toHaveText(/^Pause/);
  await button(moderator, 'OK').click();
  await expect(notice).toHaveCount(0);
});
