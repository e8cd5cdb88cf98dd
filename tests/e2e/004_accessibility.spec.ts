// Every page for everyone: WCAG 2.2 AA as axe sees it, the keyboard alone, small and magnified screens, right to left.
import { expectAccessible, expectNoSidewaysScroll, expectNothingClipped, expectOneScroll, expectWholePageAccessible } from './axe';
import { button, expect, expectLive, laptop, type Page, phone, picture, roomScreen, type Table, tablet, test } from './table';

const small = { width: 320, height: 640 };
const long = 'A very long question about donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesellschaft, is it not?';

type Staff = 'moderator' | 'online_moderator' | 'steward' | 'rapporteur';
type Seats = Record<Staff | 'attendee' | 'speaker' | 'captioner' | 'overlay' | 'display', Page>;
type Pages = Record<string, Page>;

const ownWidth: Record<string, { width: number; height: number }> = {
  attendee: phone,
  speaker: phone,
  steward: tablet,
  display: roomScreen,
  overlay: roomScreen,
};

async function seatEverybody(table: Table): Promise<Seats> {
  const speaker = table.session.people.find((person) => person.role === 'speaker');
  return {
    moderator: await table.join(table.personLink('Ke GONG'), laptop, {}),
    online_moderator: await table.join(table.personLink('Xiaofeng Tao'), laptop, {}),
    steward: await table.join(table.link('steward'), tablet, { name: 'Stella Steward' }),
    rapporteur: await table.join(table.personLink('Jieyao Wang'), laptop, {}),
    attendee: await table.join(table.joinLink, phone, { name: 'Amina Diallo', where: 'online', stakeholder: 'civil_society' }),
    speaker: await table.join(speaker?.link ?? '', phone, {}),
    captioner: await table.open(table.link('captioner'), laptop),
    overlay: await table.open(table.link('overlay'), roomScreen),
    display: await table.display(),
  };
}

/** Something of everything: a phase, a speaker, hands, questions in each state, a signal, an announcement, the record. */
async function makeBusy({ moderator, steward, rapporteur, attendee, speaker, display }: Seats): Promise<void> {
  await moderator.keyboard.press('n');
  await expect(speaker.getByTestId('raise-hand')).toBeVisible();
  await speaker.getByTestId('raise-hand').click();
  await expect(moderator.getByTestId('waiting-count')).toContainText('1');
  await moderator.keyboard.press('g');
  await attendee.getByTestId('raise-hand').click();
  await steward.getByLabel('Name or seat').fill('Row 5, aisle');
  await steward.getByTestId('person-add').click();
  await button(steward, 'Raise hand: Row 5, aisle').click();
  for (const text of ['Who pays for audits?', 'Who pays for the audits then?', long]) {
    await attendee.getByLabel('Your question').fill(text);
    await button(attendee, 'Ask').click();
  }
  await button(moderator, `Approve: ${long}`).click();
  await button(moderator, 'Approve: Who pays for audits?').click();
  await button(moderator, `Put on screen: ${long}`).click();
  await attendee.getByTestId('problem').click();
  await attendee.getByTestId('signal-cannot_hear').click();
  await button(attendee, 'Close').click();
  await button(moderator, 'Announce…').click();
  await moderator.getByRole('textbox', { name: 'Announcement' }).fill('Lunch is in the garden.');
  await button(moderator, 'Announce').click();
  await rapporteur.getByTestId('takeaway-new').getByLabel('Title').fill('Audits first');
  await button(rapporteur, 'Add draft').click();
  await button(rapporteur, 'Publish: Audits first').click();
  await expect(attendee.locator('[data-testid^="takeaway-"]')).toBeVisible();
  await expect(display.getByTestId('announcement')).toBeVisible();
}

async function lookAt(seats: Pages, state: string): Promise<void> {
  for (const [name, page] of Object.entries(seats)) {
    const dark = name !== 'display' && name !== 'overlay';
    for (const scheme of dark ? (['light', 'dark'] as const) : (['light'] as const)) {
      await page.emulateMedia({ colorScheme: scheme });
      await expectWholePageAccessible(page, `${name}, ${state}, ${scheme}`);
      if (scheme === 'dark' && state === 'live') await picture(page, `dark-${name}`, true);
    }
    await page.emulateMedia({ colorScheme: 'light' });
  }
}

/** A small screen shows one part of a desk at a time; the first is shown again in the end. */
async function eachPart(page: Page, look: () => Promise<void>): Promise<void> {
  const parts = await page.locator('.stage-nav button:visible').all();
  for (const part of [...parts, ...parts.slice(0, 1)]) {
    await part.click();
    await look();
  }
  if (parts.length === 0) await look();
}

/** 320 pixels wide, which is also what a screen of 1280 pixels has left when magnified four times. */
async function narrow(seats: Pages, state: string): Promise<void> {
  for (const [name, page] of Object.entries(seats)) {
    if (name === 'display' || name === 'overlay') continue;
    await page.setViewportSize(small);
    await eachPart(page, async () => {
      await expectNoSidewaysScroll(page, `${name}, ${state}, 320 px`);
      await expectNothingClipped(page, `${name}, ${state}, 320 px`);
    });
    if (name === 'attendee' || name === 'speaker') await expectOneScroll(page, name);
    if (state === 'live') await picture(page, `small-${name}`, true);
    // A laptop at 200 %.
    await page.setViewportSize({ width: 720, height: 450 });
    await expectNoSidewaysScroll(page, `${name}, ${state}, 200 %`);
    await page.setViewportSize(phone);
    if (state === 'live') await picture(page, `phone-${name}`, true);
    await page.setViewportSize(laptop);
    if (state === 'live') await picture(page, `desktop-${name}`, true);
    await page.setViewportSize(ownWidth[name] ?? laptop);
  }
}

test('every page in each main state: axe in light and dark, small and magnified', async ({ table }) => {
  test.setTimeout(240_000);
  const start = await table.open(table.server.address, laptop);
  await button(start, 'Prepare a session…').click();
  const join = await table.open(table.joinLink, phone);
  await lookAt({ start, join }, 'before');
  await narrow({ start, join }, 'before');
  const seats = await seatEverybody(table);
  await lookAt(seats, 'lobby');
  await makeBusy(seats);
  await lookAt(seats, 'live');
  await narrow(seats, 'live');
  await picture(seats.overlay, 'overlay');
  await picture(seats.captioner, 'captioner-desktop');
  const { moderator } = seats;
  for (const name of ['Announce…', 'Join link…', 'Give to anybody…', 'Give…', 'Change order…', 'Merge…', 'Reject…', 'Answer…', 'Keys…']) {
    await button(moderator, new RegExp(`^${name}`)).first().click();
    await expectAccessible(moderator, `dialog ${name}`);
    await moderator.setViewportSize(small);
    await expectNoSidewaysScroll(moderator, `dialog ${name}`);
    await moderator.setViewportSize(laptop);
    await picture(moderator, `dialog-${name.replace(/\W/g, '')}`);
    await moderator.keyboard.press('Escape');
  }
  moderator.once('dialog', (dialog) => dialog.accept());
  await moderator.getByTestId('session-close').click();
  await expect(seats.attendee.getByTestId('state-closed')).toBeVisible();
  await lookAt(seats, 'closed');
});

/** Tabs until the control with this name has the focus. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const one = document.activeElement as HTMLInputElement | null;
      const outlined = one !== null && getComputedStyle(one).outlineStyle !== 'none';
      return { name: one?.getAttribute('aria-label') ?? one?.labels?.[0]?.textContent ?? one?.textContent ?? '', outlined };
    });
    if (!name.test(focused.name)) continue;
    expect(focused.outlined, `focus is seen on ${focused.name}`).toBe(true);
    return;
  }
  throw new Error(`the keyboard does not reach ${name}`);
}

test('joining, raising a hand and asking with the keyboard alone', async ({ table }) => {
  const page = await table.open(table.joinLink, laptop);
  await expect(page.getByTestId('join-form')).toBeVisible();
  await tabTo(page, /^Name/);
  await page.keyboard.type('Amina Diallo');
  await tabTo(page, /^Where you are/);
  await page.keyboard.type('onl');
  await tabTo(page, /^Join$/);
  await page.keyboard.press('Enter');
  await expectLive(page);
  await expect(page.getByTestId('own-profile')).toContainText('online');
  await tabTo(page, /^Raise hand$/);
  await page.keyboard.press('Space');
  await expect(page.getByTestId('own-place')).toHaveText('You are next');
  await tabTo(page, /^Your question/);
  await page.keyboard.type('Who pays?');
  await tabTo(page, /^Ask$/);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Waiting for review')).toBeVisible();
  await tabTo(page, /^Problem\?/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByTestId('problem')).toBeFocused();
});

async function switchKeys(page: Page): Promise<void> {
  await page.getByTestId('shortcuts').click();
  await page.getByTestId('shortcuts-on').click();
  await page.keyboard.press('Escape');
}

test('the moderator’s keys act, but not in text fields, and can be switched off', async ({ table }) => {
  const moderator = await table.join(table.personLink('Ke GONG'), laptop, {});
  const amina = await table.join(table.joinLink, phone, { name: 'Amina Diallo' });
  await moderator.keyboard.press('o');
  const search = moderator.getByLabel('Search name or affiliation');
  await search.fill('');
  await search.pressSequentially('nepg s');
  await expect(search).toHaveValue('nepg s');
  // The first Escape empties a search field, as in every browser.
  await moderator.keyboard.press('Escape');
  await moderator.keyboard.press('Escape');
  await expect(moderator.getByRole('dialog')).toHaveCount(0);
  await expect(amina.getByTestId('state-lobby')).toBeVisible();
  await switchKeys(moderator);
  await moderator.locator('body').press('n');
  await switchKeys(moderator);
  await expect(amina.getByTestId('state-lobby')).toBeVisible();
  await moderator.keyboard.press('n');
  await expect(moderator.getByTestId('phase-countdown')).toHaveText(/^(20:00|19:\d\d) left$/);
  await amina.getByLabel('Your question').fill('Who pays?');
  await button(amina, 'Ask').click();
  await expect(moderator.getByTestId('pending-count')).toContainText(/1 to review/i);
  await moderator.keyboard.press('a');
  await expect(button(moderator, /^Put on screen/)).toBeVisible();
  await moderator.keyboard.press('s');
  await expect(button(moderator, /^Take down/)).toBeVisible();
  await moderator.keyboard.press('d');
  await expect(button(moderator, /^Put on screen/)).toBeVisible();
});

test('right to left, with longer words, nothing is clipped', async ({ table }) => {
  const rtl = (address: string) => address.replace(/(#|$)/, '?lang=pseudo-rtl$1');
  const start = await table.open(`${table.server.address}/?lang=pseudo-rtl`, phone);
  await expect(start.locator('html')).toHaveAttribute('dir', 'rtl');
  const enter = async (role: string, address: string): Promise<Page> => {
    const page = await table.open(rtl(address), phone);
    await page.locator('form input').first().fill(`Person ${role}`);
    await page.locator('form button[type=submit]').first().click();
    await expect(page.getByTestId('connection-state')).toBeVisible();
    return page;
  };
  const moderator = await enter('moderator', table.link('moderator'));
  const attendee = await enter('attendee', table.joinLink);
  const steward = await enter('steward', table.link('steward'));
  const rapporteur = await enter('rapporteur', table.link('rapporteur'));
  const display = await table.open(rtl(table.link('display')), roomScreen);
  await moderator.locator('.stage-nav button').first().click();
  await moderator.getByTestId('stage-next-phase').click();
  await attendee.getByTestId('raise-hand').click();
  await expect(attendee.getByTestId('own-place')).toBeVisible();
  const pages: Pages = { start, moderator, attendee, steward, rapporteur, display };
  for (const [name, page] of Object.entries(pages)) {
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
    for (const viewport of name === 'display' ? [roomScreen] : [phone, laptop]) {
      await page.setViewportSize(viewport);
      await expectNothingClipped(page, `${name}, ${viewport.width} px, right to left`);
      await expectNoSidewaysScroll(page, `${name}, ${viewport.width} px, right to left`);
      await picture(page, `rtl-${name}-${viewport.width}`);
    }
  }
});
