// Nobody hijacks the wall: which names reach it, who gets in, what makes it dark, and how many people there are.
import { button, expect, expectLive, fillAndJoin, laptop, letGo, type Page, phone, picture, roomScreen, type Table, tablet, test } from './table';

const chair = (table: Table) => table.join(table.personLink('Ke GONG'), laptop, {});
const ofSteward = (table: Table) => table.join(table.link('steward'), tablet, { name: 'Stella Steward' });
const waits = (page: Page, name: string) => page.getByTestId('names-to-pass').getByRole('listitem').filter({ hasText: name });

async function raise(page: Page): Promise<void> {
  await page.getByTestId('raise-hand').click();
  await expect(page.getByTestId('own-place')).toBeVisible();
}

/** Where the wall shows the queue: before it the talks of the line-up come next. */
async function toOpenFloor(moderator: Page): Promise<void> {
  await moderator.keyboard.press('n');
  await expect(moderator.getByTestId('phase-countdown')).toHaveText(/^(20:00|19:5\d) left$/);
  await moderator.keyboard.press('n');
  await expect(moderator.getByTestId('phase-countdown')).toHaveText(/^(27:00|26:5\d) left$/);
}

test('a typed name reaches the wall after staff let it pass, and can be hidden again', async ({ table }) => {
  const moderator = await chair(table);
  const steward = await ofSteward(table);
  const display = await table.display();
  await toOpenFloor(moderator);
  const amina = await table.join(table.joinLink, phone, { name: 'BUY MY COINS', where: 'online' });
  await expect(amina.getByTestId('own-guest')).toContainText('Online guest');
  await raise(amina);
  const next = display.locator('[data-testid^="hand-"]');
  await expect(next).toHaveText([/Online guest \d+/]);
  await expect(display.locator('body')).not.toContainText('COINS');
  await expect(moderator.locator('[data-testid^="hand-"]')).toHaveText([/BUY MY COINS.*not on screen yet/]);
  await picture(display, 'wall-guest');

  // Renamed by its bearer while staff look: the name that was seen is gone, so nothing passes.
  await expect(waits(steward, 'BUY MY COINS')).toBeVisible();
  await amina.getByTestId('own-profile').click();
  await amina.getByLabel('Name', { exact: true }).fill('Amina Diallo');
  await button(amina, 'Save').click();
  await expect(waits(steward, 'Amina Diallo')).toBeVisible();
  await letGo(steward);
  await waits(steward, 'Amina Diallo').getByRole('button', { name: /^Let pass/ }).click();
  await letGo(steward);
  await expect(waits(steward, 'Amina Diallo')).toBeHidden();
  await expect(next).toHaveText([/Amina Diallo/]);
  await expect(amina.getByTestId('own-guest')).toBeHidden();

  await moderator.getByTestId('everybody').click();
  await moderator.getByLabel('Search name or affiliation').fill('amina');
  await button(moderator, 'Correct…: Amina Diallo').click();
  await moderator.getByTestId('hide-name').click();
  await expect(next).toHaveText([/Online guest \d+/]);
  await expect(waits(steward, 'Amina Diallo')).toBeHidden();
});

test('the removed stay out, also on their own device', async ({ table }) => {
  const moderator = await chair(table);
  const troll = await table.join(table.joinLink, phone, { name: 'Troll', where: 'online' });
  const removed = troll.getByRole('alert').filter({ hasText: 'You were removed from this session' });
  await moderator.getByTestId('everybody').click();
  await moderator.getByLabel('Search name or affiliation').fill('troll');
  await button(moderator, 'Correct…: Troll').click();
  moderator.once('dialog', (dialog) => dialog.accept());
  await button(moderator, 'Remove from session').click();
  await expect(removed).toBeVisible();
  await expect(button(troll, 'Join again')).toHaveCount(0);
  await troll.reload();
  await expect(removed).toBeVisible();

  // Without the token the device still has the text that stands for it.
  await troll.evaluate(() => {
    for (const key of Object.keys(localStorage)) if (key.endsWith(':joined')) localStorage.removeItem(key);
  });
  await troll.reload();
  await troll.getByLabel('Name', { exact: true }).fill('Somebody else');
  await button(troll, 'Join').click();
  await expect(troll.getByRole('heading', { name: 'You were removed from this session' })).toBeVisible();
});

test('people are let in one by one, turned away, or not at all', async ({ table }) => {
  const moderator = await chair(table);
  const display = await table.display();
  await button(moderator, 'One by one').click();
  await expect(button(moderator, 'One by one')).toHaveAttribute('aria-pressed', 'true');
  const knock = async (name: string): Promise<Page> => {
    const page = await table.open(table.joinLink, phone);
    await page.getByLabel('Name', { exact: true }).fill(name);
    await button(page, 'Join').click();
    await expect(page.getByRole('heading', { name: 'The moderators will let you in' })).toBeVisible();
    return page;
  };
  const amina = await knock('Amina Diallo');
  const troll = await knock('Troll');
  const list = moderator.getByTestId('wants-in');
  await expect(list.getByRole('listitem')).toHaveText([/Amina Diallo/, /Troll/]);
  await picture(moderator, 'wants-in');
  await amina.reload();
  await expect(amina.getByTestId('waiting-room')).toBeVisible();
  await button(moderator, 'Let in: Amina Diallo').click();
  await expectLive(amina);
  await raise(amina);
  await expect(display.locator('body')).not.toContainText('guest');
  moderator.once('dialog', (dialog) => dialog.accept());
  await button(moderator, 'Turn away: Troll').click();
  await expect(troll.getByRole('heading', { name: 'You were not let in' })).toBeVisible({ timeout: 20_000 });

  await button(moderator, 'Nobody new').click();
  await expect(display.getByText('Nobody new joins now')).toBeVisible();
  const late = await table.open(table.joinLink, phone);
  await expect(late.getByRole('heading', { name: 'Nobody new joins at the moment' })).toBeVisible();
  const invited = await table.open(table.link('rapporteur'), laptop);
  await fillAndJoin(invited, { name: 'Rae' });
});

test('one key makes the display dark; the console shows what hangs there and whether it is connected', async ({ table }) => {
  const moderator = await chair(table);
  await expect(moderator.getByTestId('displays')).toHaveText('No display connected');
  const display = await table.display();
  await expect(moderator.getByTestId('displays')).toHaveText('1 display connected');
  await expect(moderator.getByTestId('wall')).toContainText('Welcome to the table');
  await moderator.keyboard.press('n');
  await expect(display.getByTestId('state-lobby')).toBeHidden();
  await moderator.keyboard.press('b');
  await expect(display.getByTestId('state-dark')).toBeVisible();
  await expect(display.getByTestId('join-code')).toHaveCount(0);
  await expect(moderator.getByTestId('wall')).toContainText('Dark: nobody sees anything there.');
  await picture(display, 'wall-dark');
  await display.reload();
  await expect(display.getByTestId('state-dark')).toBeVisible();
  const overlay = await table.open(table.link('overlay'), roomScreen);
  await expect(overlay.locator('main.overlay')).toBeEmpty();
  await moderator.keyboard.press('b');
  await expect(display.getByTestId('join-code')).toBeVisible();
  await display.context().close();
  await expect(moderator.getByTestId('displays')).toHaveText('No display connected');
});

test('staff count heads, and everything that counts people says how many of them joined', async ({ table }) => {
  const moderator = await chair(table);
  const steward = await ofSteward(table);
  const display = await table.display();
  await expect(display.getByTestId('joined')).toHaveText('joined 2');
  const heads = steward.getByTestId('head-counts');
  await heads.getByLabel('In the room').fill('90');
  await heads.getByLabel('In the call').fill('80');
  await button(steward, 'Save counts').click();
  await expect(display.getByTestId('joined')).toHaveText('joined 2 of about 170');
  await expect(moderator.getByTestId('present')).toContainText('joined 2 of about 170');
  await expect(moderator.getByTestId('present')).toContainText(/Room \d of about 90/);
  await expect(moderator.getByTestId('present')).toContainText(/Online \d of about 80/);
});
