// What goes other than planned on stage: an absent speaker, a swap, a wrong key, somebody who does not speak, a queue that must end.
import { button, expect, laptop, letGo, type Locator, type Page, passNames, phone, picture, type Table, test } from './table';

interface Stage {
  moderator: Page;
  amina: Page;
  mei: Page;
  display: Page;
}

async function stage(table: Table): Promise<Stage> {
  return {
    moderator: await table.join(table.personLink('Ke GONG'), laptop, { where: 'onsite' }),
    amina: await table.join(table.joinLink, phone, { name: 'Amina Diallo', where: 'online' }),
    mei: await table.join(table.joinLink, phone, { name: 'Mei Tanaka', where: 'onsite' }),
    display: await table.display(),
  };
}

const talk = (page: Page, name: string) => page.locator('[data-testid^="talk-"]').filter({ hasText: name });
const turn = (page: Page) => page.getByTestId('turn');
const speakers = ['Ke GONG', 'Daisy Selematsela', 'Ricardo Israel Robles Pelayo', 'Horst Kremers', 'Xiaofeng Tao'];

/** To the open floor, past the line-up of the first part, with the names of both on every screen. */
async function openFloor({ moderator }: Stage): Promise<void> {
  await passNames(moderator, 2);
  await moderator.keyboard.press('n');
  // The line-up of the first part is there before it starts; the clock is not.
  await expect(moderator.getByTestId('phase-countdown')).toHaveText(/^(20:00|19:5\d) left$/);
  await expect(talk(moderator, 'Ke GONG')).toBeVisible();
  await moderator.keyboard.press('n');
  await expect(moderator.getByTestId('lineup')).toHaveCount(0);
}

/** Amina first, then Mei. */
async function bothRaise({ moderator, amina, mei }: Stage): Promise<void> {
  await amina.getByTestId('raise-hand').click();
  await expect(amina.getByTestId('own-place')).toHaveText('You are next');
  await mei.getByTestId('raise-hand').click();
  await expect(mei.getByTestId('own-place')).toHaveText('You are 2nd');
  await expect(moderator.getByTestId('waiting-count')).toHaveText(/Waiting · 2/i);
}

/** Words that go on in the next line. */
function brokenWords(text: Locator): Promise<string[]> {
  return text.evaluate((element) => {
    const broken: string[] = [];
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      for (const word of (node.textContent ?? '').matchAll(/\S+/g)) {
        const range = document.createRange();
        range.setStart(node, word.index);
        range.setEnd(node, word.index + word[0].length);
        if (range.getClientRects().length > 1) broken.push(word[0]);
      }
    }
    return broken;
  });
}

const upright = { width: 1080, height: 1920 };
const fineScreen = { width: 3840, height: 2160 };

/** What of a page lies beyond the screen's edges to the sides. */
const beyondTheSides = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
      .map((element) => element.className.toString()),
  );

test('the wall is whole on a phone and on an upright screen', async ({ table }) => {
  const { moderator, display } = await stage(table);
  for (const size of [phone, upright]) {
    await display.setViewportSize(size);
    expect(await beyondTheSides(display)).toEqual([]);
  }
  await picture(display, 'wall-upright-lobby');
  await moderator.keyboard.press('n');
  await expect(moderator.getByTestId('phase-countdown')).toHaveText(/left$/);
  await moderator.keyboard.press('t');
  await expect(display.getByTestId('turn-name')).toHaveText('Ke GONG');
  expect(await beyondTheSides(display)).toEqual([]);
  const height = await display.evaluate(() => document.documentElement.scrollHeight);
  expect(height, 'nobody scrolls in a hall').toBeLessThanOrEqual(upright.height);
  await picture(display, 'wall-upright-talk');
});

test('a line-up goes on with a speaker who is not there, and with two who swap', async ({ table }) => {
  const on = await stage(table);
  const { moderator, amina, display } = on;
  await moderator.keyboard.press('n');
  await expect(moderator.getByTestId('phase-countdown')).toHaveText(/^(20:00|19:5\d) left$/);
  await expect(moderator.locator('[data-testid^="talk-"]')).toHaveText(speakers.map((name) => new RegExp(name)));
  await moderator.keyboard.press('t');
  await expect(turn(moderator)).toContainText('talk 1 of 5');
  await expect(turn(moderator).getByTestId('countdown')).toHaveText(/^(4:00|3:5\d)$/);
  for (const page of [display, amina]) {
    await expect(turn(page)).toContainText('Now: talk 1 of 5');
    await expect(turn(page)).toContainText('Ke GONG');
  }
  await expect(amina.getByTestId('talks-next')).toContainText('Then Daisy Selematsela · Ricardo Israel Robles Pelayo');
  await picture(display, 'display-talk');
  await button(moderator, 'Not here: Daisy Selematsela').click();
  await expect(talk(moderator, 'Daisy Selematsela')).toContainText('4:00 given back to the plan');
  await expect(turn(display)).toContainText('talk 1 of 4');
  // Two swap by starting the other one first; what is left of the line-up is put in order.
  await button(moderator, 'Start: Horst Kremers').click();
  await expect(turn(display)).toContainText('Horst Kremers');
  await expect(talk(moderator, 'Ke GONG')).toContainText(/0:\d\d of 4:00/);
  await moderator.getByTestId('lineup-change').click();
  await button(moderator, 'Up: Xiaofeng Tao').click();
  await button(moderator, 'Up: Xiaofeng Tao').click();
  const order = ['Ke GONG', 'Daisy', 'Xiaofeng Tao', 'Ricardo', 'Horst'];
  await expect(moderator.locator('[data-testid^="talk-"]')).toHaveText(order.map((name) => new RegExp(name)));
  await letGo(moderator);
  await picture(moderator, 'lineup-change-desktop');
  await button(moderator, 'Is here: Daisy Selematsela').click();
  await expect(button(moderator, 'Start next talk: Daisy Selematsela')).toBeVisible();
  await moderator.keyboard.press('t');
  await expect(turn(amina)).toContainText('Daisy Selematsela');
  await expect(display.getByTestId('turn-name')).toHaveText('Daisy Selematsela');
  expect(await brokenWords(display.getByTestId('turn-name'))).toEqual([]);
  await picture(display, 'wall-long-name');
  // The same share of a finer screen: a pixel more or less is no reason to be smaller.
  const share = () => display.getByTestId('turn-name').evaluate((name) => name.style.getPropertyValue('--fit'));
  const onTheWall = await share();
  await display.setViewportSize(fineScreen);
  await expect.poll(share).toBe(onTheWall);
  await expect(display.getByTestId('turn-name')).toHaveAttribute('data-cut', 'false');
  await moderator.keyboard.press('n');
  await expect(moderator.getByTestId('no-turn')).toBeVisible();
  await expect(display.getByTestId('no-turn')).toBeVisible();
});

test('a speaker is added on the spot', async ({ table }) => {
  const { moderator, mei } = await stage(table);
  await moderator.keyboard.press('n');
  await moderator.getByTestId('lineup-change').click();
  await button(moderator, 'Add a speaker…').click();
  await moderator.keyboard.type('mei');
  await moderator.getByLabel('Minutes').fill('2,5');
  await button(moderator, 'Add').click();
  await letGo(moderator);
  await expect(talk(moderator, 'Mei Tanaka')).toContainText('2:30');
  await expect(mei.getByTestId('talks-next')).toContainText('Your talk: 6 of 6.');
  moderator.once('dialog', (dialog) => dialog.accept());
  await button(moderator, 'Drop: Mei Tanaka').click();
  await letGo(moderator);
  await expect(talk(moderator, 'Mei Tanaka')).toHaveCount(0);
});

test('a wrong key is taken back within ten seconds: the turn before goes on, the hand is back', async ({ table }) => {
  const on = await stage(table);
  const { moderator, amina, mei, display } = on;
  await openFloor(on);
  await bothRaise(on);
  await moderator.keyboard.press('g');
  await expect(turn(display)).toContainText('Amina Diallo');
  await expect(row(moderator, 'Mei Tanaka')).toHaveAttribute('data-first', 'true');
  await moderator.keyboard.press('g');
  await expect(mei.getByRole('heading', { name: 'You have the floor' })).toBeVisible();
  await expect(moderator.getByTestId('undo-bar')).toContainText('Gave the floor to Mei Tanaka');
  await picture(moderator, 'undo-bar-desktop');
  await moderator.keyboard.press('u');
  await expect(moderator.getByTestId('undo-bar')).toContainText('Taken back: Gave the floor to Mei Tanaka');
  await expect(turn(display)).toContainText('Amina Diallo');
  await expect(amina.getByRole('heading', { name: 'You have the floor' })).toBeVisible();
  await expect(mei.getByTestId('own-place')).toHaveText('You are next');
  await expect(mei.getByTestId('announcer')).toContainText('Taken back. Amina Diallo has the floor again.');
  // The next part by mistake, too.
  await moderator.keyboard.press('n');
  await expect(display.locator('.display-phase')).toContainText('Actionable results');
  await expect(moderator.getByTestId('undo-bar')).toContainText('Started “Actionable results”');
  await moderator.keyboard.press('u');
  await expect(display.locator('.display-phase')).toContainText('Discussion');
  await expect(amina.getByRole('heading', { name: 'You have the floor' })).toBeVisible();
});

test('who does not speak, and who is away, loses nothing', async ({ table }) => {
  const on = await stage(table);
  const { moderator, amina, mei } = on;
  await openFloor(on);
  await bothRaise(on);
  await moderator.keyboard.press('g');
  await expect(turn(moderator)).toContainText('Amina Diallo');
  await moderator.keyboard.press('h');
  for (const page of [amina, moderator]) await expect(turn(page)).toContainText('paused');
  await moderator.keyboard.press('h');
  await expect(turn(amina)).not.toContainText('paused');
  await moderator.keyboard.press('v');
  await expect(moderator.getByTestId('no-turn')).toBeVisible();
  // Mei was told that she is next, and stays it; Amina stands before all who come later.
  await expect(amina.getByTestId('own-place')).toHaveText('You are 2nd');
  await expect(mei.getByTestId('own-place')).toHaveText('You are next');
  const luis = await table.join(table.joinLink, phone, { name: 'Luis Herrera', where: 'online' });
  await luis.getByTestId('raise-hand').click();
  await expect(luis.getByTestId('own-place')).toHaveText('You are 3rd');
  await expect(amina.getByTestId('own-place')).toHaveText('You are 2nd');
  await expect(row(moderator, 'Mei Tanaka')).toHaveAttribute('data-first', 'true');
  await moderator.keyboard.press('y');
  await expect(mei.getByTestId('own-hand')).toContainText('You were passed over');
  await expect(amina.getByTestId('own-place')).toHaveText('You are next');
  await expect(row(moderator, 'Mei Tanaka')).toContainText('passed over for now');
  await picture(mei, 'passed-over-phone');
  await mei.getByTestId('i-am-here').click();
  await expect(mei.getByTestId('own-place')).toBeVisible();
  await expect(row(moderator, 'Mei Tanaka')).not.toContainText('passed over for now');
});

test('a closed queue says why, hears those who wait, and opens again', async ({ table }) => {
  const on = await stage(table);
  const { moderator, amina, mei, display } = on;
  await openFloor(on);
  await amina.getByTestId('raise-hand').click();
  await expect(amina.getByTestId('own-place')).toBeVisible();
  await moderator.keyboard.press('q');
  for (const page of [amina, mei]) {
    await expect(page.getByTestId('queue-mode')).toHaveText('The queue is closed: those who wait will be heard.');
  }
  await expect(mei.getByTestId('raise-hand')).toHaveCount(0);
  await expect(display.getByTestId('no-turn')).toContainText('The queue is closed');
  await picture(mei, 'queue-closed-phone');
  // What does not work can still be said aloud.
  await mei.getByText('Something urgent?').click();
  await button(mei, 'Raise hand: Technical problem').click();
  await expect(row(moderator, 'Mei Tanaka')).toContainText('Technical problem');
  await button(moderator, 'Lower: Mei Tanaka').click();
  await letGo(moderator);
  await moderator.keyboard.press('g');
  await expect(turn(display)).toContainText('Amina Diallo');
  await moderator.keyboard.press('q');
  await expect(mei.getByTestId('raise-hand')).toBeVisible();
});

test('a panellist answers, a newcomer speaks, in a few keys each', async ({ table }) => {
  const on = await stage(table);
  const { moderator, display } = on;
  await openFloor(on);
  await moderator.keyboard.press('o');
  await moderator.keyboard.type('daisy');
  await moderator.keyboard.press('Shift+Enter');
  await expect(turn(display)).toContainText('Answers now');
  await expect(turn(display)).toContainText('Daisy Selematsela');
  await moderator.keyboard.press('o');
  await moderator.keyboard.type('Kofi Mensah');
  await expect(moderator.getByRole('dialog').getByRole('option')).toHaveText('“Kofi Mensah”, new in this session');
  await picture(moderator, 'newcomer-desktop');
  await moderator.keyboard.press('Enter');
  await expect(turn(display)).toContainText('Kofi Mensah');
  await expect(turn(display)).toContainText('in the room');
});

test('another order of the queue is told to everybody by its name', async ({ table }) => {
  const on = await stage(table);
  const { moderator, amina, display } = on;
  await openFloor(on);
  await expect(amina.getByTestId('policy')).toHaveText('Order: New voices first.');
  await moderator.getByTestId('policy-change').click();
  await button(moderator, 'Choose: Groups in balance').click();
  for (const page of [amina, display]) {
    await expect(page.getByTestId('policy-notice')).toContainText('The order of the queue is now: Groups in balance.');
  }
  await expect(amina.getByTestId('policy')).toHaveText('Order: Groups in balance.');
  await picture(display, 'display-policy');
});

test('a session that was closed too early comes back: at once by undo, later by reopening', async ({ table }) => {
  const on = await stage(table);
  const { moderator, amina, display } = on;
  await openFloor(on);
  await amina.getByTestId('raise-hand').click();
  await expect(row(moderator, 'Amina Diallo')).toBeVisible();
  await moderator.keyboard.press('g');
  await expect(turn(amina)).toBeVisible();
  moderator.on('dialog', (dialog) => dialog.accept());
  await moderator.getByTestId('session-close').click();
  for (const page of [amina, display]) await expect(page.getByTestId('state-closed')).toBeVisible();
  await expect(moderator.getByTestId('undo-bar')).toContainText('Closed the session');
  await moderator.keyboard.press('u');
  await expect(amina.getByRole('heading', { name: 'You have the floor' })).toBeVisible();
  await expect(turn(display)).toContainText('Amina Diallo');
  await moderator.getByTestId('session-close').click();
  for (const page of [amina, display]) await expect(page.getByTestId('state-closed')).toBeVisible();
  await moderator.getByTestId('session-reopen').click();
  for (const page of [amina, display]) await expect(page.getByTestId('state-closed')).toHaveCount(0);
  await expect(amina.getByTestId('raise-hand')).toBeVisible();
  await expect(moderator.getByTestId('phase-countdown')).toHaveText(/left$/);
});

function row(page: Page, name: string) {
  return page.locator('[data-testid^="hand-"]').filter({ hasText: name });
}
