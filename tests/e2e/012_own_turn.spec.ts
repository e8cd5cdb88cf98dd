// Who is called sees, hears and feels it; and a page that comes back from the background is right within two seconds.
import { LineProxy } from './line_proxy';
import { button, expect, expectLive, laptop, letGo, type Page, phone, picture, type Table, test } from './table';

const heading = (page: Page) => page.getByRole('heading', { name: 'You have the floor' });
const withinTwoSeconds = { timeout: 2_000 };

/** Remembers what the page would have sounded and shaken. */
async function listen(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const heard = { tones: 0, shakes: [] as unknown[] };
    Object.assign(globalThis, { heard });
    navigator.vibrate = (pattern) => heard.shakes.push(pattern) > 0;
    const start = OscillatorNode.prototype.start;
    OscillatorNode.prototype.start = function (...when) {
      heard.tones += 1;
      return start.apply(this, when);
    };
  });
}
const heard = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as { heard: { tones: number; shakes: unknown[] } }).heard);

async function running(table: Table) {
  const moderator = await table.join(table.personLink('Ke GONG'), laptop, {});
  await moderator.keyboard.press('n');
  await expect(moderator.getByTestId('phase-countdown')).toBeVisible();
  return moderator;
}

async function give(moderator: Page, name: string): Promise<void> {
  await button(moderator, `Give the floor: ${name}`).click();
  await letGo(moderator);
}

test('the person called sees, hears and feels the own turn', async ({ table }) => {
  const moderator = await running(table);
  const amina = await table.open('about:blank', phone, { hasTouch: true, isMobile: true });
  await listen(amina);
  await amina.goto(table.joinLink);
  await amina.getByLabel('Name', { exact: true }).fill('Amina Diallo');
  await amina.getByLabel('Where you are').selectOption('online');
  await button(amina, 'Join').tap();
  await expectLive(amina);
  const title = await amina.title();
  await amina.getByTestId('raise-hand').tap();
  await expect(amina.getByTestId('until-turn')).toHaveText('Less than a minute to you');
  expect(await heard(amina)).toEqual({ tones: 0, shakes: [] });
  await give(moderator, 'Amina Diallo');
  await expect(amina.getByTestId('turn-notice')).toHaveText('Your turn: unmute in the call');
  const notice = await amina.getByTestId('turn-notice').boundingBox();
  expect(notice?.width).toBe(phone.width);
  await expect(amina).toHaveTitle(`● Your turn · ${title}`);
  await expect.poll(() => heard(amina)).toEqual({ tones: 4, shakes: [[300, 150, 300]] });
  await picture(amina, 'own-turn-notice-phone');
  await button(amina, 'I am done').tap();
  await expect(amina.getByTestId('turn-notice')).toHaveCount(0);
  await expect(amina).toHaveTitle(title);
  // With the switch off nothing sounds; the eyes are still told. The device remembers.
  await amina.getByTestId('sound').uncheck();
  await amina.reload();
  await expect(amina.getByTestId('sound')).not.toBeChecked();
  await amina.getByTestId('raise-hand').tap();
  await give(moderator, 'Amina Diallo');
  await expect(amina.getByTestId('turn-notice')).toBeVisible();
  expect(await heard(amina)).toEqual({ tones: 0, shakes: [] });
});

test('in the room the notice speaks of the microphone, and the wait counts those before', async ({ table }) => {
  const moderator = await running(table);
  const amina = await table.join(table.joinLink, phone, { name: 'Amina Diallo', where: 'online' });
  const mei = await table.join(table.joinLink, phone, { name: 'Mei Tanaka', where: 'onsite' });
  await amina.getByTestId('raise-hand').click();
  await expect(amina.getByTestId('own-place')).toBeVisible();
  await mei.getByTestId('raise-hand').click();
  await expect(mei.getByTestId('until-turn')).toHaveText('About 2 min to you');
  await picture(mei, 'until-turn-phone');
  await give(moderator, 'Amina Diallo');
  await expect(mei.getByTestId('until-turn')).toHaveText('About 2 min to you');
  await give(moderator, 'Mei Tanaka');
  await expect(mei.getByTestId('turn-notice')).toHaveText('Your turn: the microphone is yours');
});

test('a frozen page is right within two seconds of its thaw', async ({ table }) => {
  const moderator = await running(table);
  const amina = await table.join(table.joinLink, phone, { name: 'Amina Diallo', where: 'online' });
  await amina.getByTestId('raise-hand').click();
  await expect(amina.getByTestId('own-place')).toBeVisible();
  const life = await amina.context().newCDPSession(amina);
  await life.send('Page.setWebLifecycleState', { state: 'frozen' });
  await give(moderator, 'Amina Diallo');
  await expect(moderator.getByTestId('turn')).toContainText('Amina Diallo');
  await life.send('Page.setWebLifecycleState', { state: 'active' });
  await expect(heading(amina)).toBeVisible(withinTwoSeconds);
});

test('a page whose line died while nobody looked is right within two seconds of being looked at', async ({ table }) => {
  const moderator = await running(table);
  const line = await LineProxy.start(table.server.address);
  const amina = await table.join(line.through(table.joinLink), phone, { name: 'Amina Diallo', where: 'online' });
  await amina.getByTestId('raise-hand').click();
  await expect(amina.getByTestId('own-place')).toBeVisible();
  line.goDead();
  await give(moderator, 'Amina Diallo');
  await expect(moderator.getByTestId('turn')).toContainText('Amina Diallo');
  // The page believes that all is well.
  await expect(amina.getByTestId('connection-state')).toHaveText(/^Live/);
  await amina.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await expect(heading(amina)).toBeVisible(withinTwoSeconds);
  const left = async (page: Page) => (await page.getByTestId('turn').getByTestId('countdown').innerText()).split(':').map(Number);
  const [[minutes, seconds], [trueMinutes, trueSeconds]] = await Promise.all([left(amina), left(moderator)]);
  expect(Math.abs((minutes ?? 0) * 60 + (seconds ?? 0) - (trueMinutes ?? 0) * 60 - (trueSeconds ?? 0))).toBeLessThanOrEqual(1);
  line.stop();
});

test('a phone that was without a network is right within two seconds of having one', async ({ table }) => {
  const moderator = await running(table);
  const amina = await table.join(table.joinLink, phone, { name: 'Amina Diallo', where: 'online' });
  await amina.getByTestId('raise-hand').click();
  await expect(amina.getByTestId('own-place')).toBeVisible();
  await amina.context().setOffline(true);
  await expect(amina.getByTestId('connection-state')).toHaveText(/^Offline/);
  await give(moderator, 'Amina Diallo');
  await expect(moderator.getByTestId('turn')).toContainText('Amina Diallo');
  await amina.context().setOffline(false);
  await expect(heading(amina)).toBeVisible(withinTwoSeconds);
});
