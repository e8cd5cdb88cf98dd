// The whole main job: the IGF roundtable of seed 003, from joining to the exported report.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Cast, seat } from './cast';
import { button, expect, laptop, letGo, type Page, phone, picture, type Table, test } from './table';

const { step } = test;
const overrideReason = 'Her connection is weak and she must leave';
const audits = 'Who pays for audits in countries that buy AI rather than build it?';
const auditsAgain = 'Who pays for the audits in countries that only buy AI?';
const sandboxes = 'Could sandboxes be shared across borders under the Global Digital Compact?';
const offTopic = 'When is lunch?';
const languages = 'How do small languages get a say in data sets?';

test('the roundtable of seed 003, from lobby to report', async ({ table }) => {
  test.setTimeout(240_000);
  const cast = await seat(table);
  await step('lobby', () => lobby(cast, table.session.code));
  await step('first phase', () => firstPhase(cast));
  await step('hands in order', () => hands(cast));
  await step('turns', () => turns(cast));
  await step('overriding the order', () => override(table, cast));
  await step('questions are asked', () => asking(cast));
  await step('questions are reviewed', () => reviewing(cast));
  await step('questions on screen and answered', () => answering(cast));
  await step('signals and announcements', () => signalsAndAnnouncements(cast));
  await step('clock', () => clock(cast));
  await step('wrap-up', () => wrapUp(cast));
  await step('close and report', () => closeAndReport(cast));
});

const row = (page: Page, name: string) => page.locator('[data-testid^="hand-"]').filter({ hasText: name });
const question = (page: Page, text: string) => page.locator('[data-testid^="question-"]').filter({ hasText: text });

async function lobby({ moderator, amina, mei, display }: Cast, code: string): Promise<void> {
  await expect(amina.getByTestId('state-lobby')).toBeVisible();
  await expect(display.getByTestId('state-lobby')).toBeVisible();
  await expect(display.getByTestId('join-code')).toContainText(new RegExp(code.split('').join('\\s*')));
  await expect(moderator.getByTestId('present')).toContainText('Online 3');
  await expect(amina.getByTestId('own-profile')).toContainText('Amina Diallo · online');
  // Who has several roles looks at the page of each, and comes back.
  await button(moderator, 'Speaker').click();
  await expect(moderator.getByTestId('state-lobby')).toBeVisible();
  await picture(moderator, 'moderator-as-speaker-desktop');
  await button(moderator, 'Moderator').click();
  await expect(moderator.getByTestId('phase-next')).toBeVisible();
  await picture(amina, 'attendee-lobby-phone', true);
  await picture(mei, 'attendee-lobby-desktop', true);
  await picture(display, 'display-lobby');
  await picture(moderator, 'moderator-lobby-desktop');
}

async function firstPhase({ moderator, amina, display }: Cast): Promise<void> {
  await moderator.keyboard.press('n');
  await expect(moderator.getByTestId('phase-countdown')).toHaveText(/^(20:00|19:5\d) left$/);
  await expect(display.getByTestId('phase-countdown')).toContainText(/(20:00|19:5\d) left/);
  await expect(amina.getByRole('heading', { name: 'Best practices', level: 1 })).toBeVisible();
  // A talk of the line-up: on the clock, charged to no group.
  await moderator.keyboard.press('o');
  await moderator.getByLabel('Search name or affiliation').fill('daisy');
  await moderator.keyboard.press('Enter');
  await expect(moderator.getByTestId('turn')).toContainText('not counted as open-floor time');
  await expect(display.getByTestId('turn')).toContainText('Daisy Selematsela');
  await moderator.keyboard.press('e');
  await expect(moderator.getByTestId('no-turn')).toBeVisible();
  await moderator.keyboard.press('n');
  await expect(moderator.getByTestId('phase-countdown')).toHaveText(/^(27:00|26:5\d) left$/);
}

async function hands({ moderator, steward, amina, mei, display }: Cast): Promise<void> {
  await expect(amina.getByTestId('own-hand')).toContainText('If you raise a hand now you would be 1st');
  await addWithHand(steward, 'Row 5, aisle');
  await expect(row(moderator, 'Row 5, aisle')).toContainText('raised by staff');
  await amina.getByTestId('raise-hand').click();
  await expect(amina.getByTestId('own-place')).toHaveText('You are 2nd');
  await mei.getByTestId('raise-hand').click();
  await expect(mei.getByTestId('own-place')).toHaveText('You are 3rd');
  for (const page of [moderator, display]) {
    const names = page.locator('[data-testid^="hand-"]');
    await expect(names).toHaveText([/Row 5, aisle/, /Amina Diallo/, /Mei Tanaka/]);
  }
  await expect(moderator.getByTestId('waiting-count')).toHaveText(/Waiting · 3/i);
  await expect(moderator.getByTestId('reason')).toHaveText([/order of arrival · place is kept/, /order of arrival · place is kept/, /order of arrival$/]);
  await expect(amina.getByTestId('own-hand')).toContainText('You stand in order of arrival. Your place is kept');
  await picture(amina, 'attendee-hand-phone', true);
  await picture(steward, 'steward-tablet', true);
}

/** Two taps for somebody who has no device. */
async function addWithHand(steward: Page, name: string): Promise<void> {
  await steward.getByLabel('Name or seat').fill(name);
  await steward.getByTestId('person-add').click();
  await button(steward, `Raise hand: ${name}`).click();
}

async function turns({ moderator, amina, mei, display }: Cast): Promise<void> {
  await moderator.keyboard.press('g');
  await expect(moderator.getByTestId('turn')).toContainText('Row 5, aisle');
  await expect(amina.getByTestId('own-place')).toHaveText('You are next');
  await moderator.keyboard.press('g');
  await expect(amina.getByRole('heading', { name: 'You have the floor' })).toBeVisible();
  await expect(amina.getByTestId('countdown')).toHaveText(/^(2:00|1:5\d)$/);
  await expect(display.getByTestId('turn')).toContainText('Amina Diallo');
  await expect(display.getByTestId('turn').getByTestId('countdown')).toContainText(/2:00|1:5\d/);
  await picture(amina, 'attendee-turn-phone', true);
  await expect(moderator.getByTestId('turn')).toContainText('Amina Diallo');
  await moderator.keyboard.press('x');
  await expect(amina.getByTestId('countdown')).toHaveText(/^2:[0-3]\d$/);
  await expect(amina.getByTestId('turn')).toContainText('of 2:30');
  await button(amina, 'I am done').click();
  await expect(moderator.getByTestId('no-turn')).toBeVisible();
  await expect(row(moderator, 'Mei Tanaka')).toHaveAttribute('data-first', 'true');
  await moderator.keyboard.press('g');
  await expect(mei.getByRole('heading', { name: 'You have the floor' })).toBeVisible();
  await expect(moderator.getByTestId('turn')).toContainText('Mei Tanaka');
  await moderator.keyboard.press('e');
  await expect(moderator.getByTestId('no-turn')).toBeVisible();
  await expect(moderator.getByTestId('waiting-count')).toHaveText(/Waiting · 0/i);
}

async function override(table: Table, { moderator, steward, amina, mei, luis }: Cast): Promise<void> {
  const search = steward.getByLabel('Search name or affiliation');
  await search.fill('row 5');
  await button(steward, 'Correct…: Row 5, aisle').click();
  await steward.getByRole('dialog').getByLabel('Stakeholder group').selectOption('government');
  await button(steward, 'Save').click();
  await button(steward, 'Raise hand: Row 5, aisle').click();
  await expect(row(moderator, 'Row 5, aisle')).toContainText('GOV');
  await mei.getByTestId('raise-hand').click();
  await expect(row(moderator, 'Mei Tanaka')).toBeVisible();
  await amina.getByTestId('raise-hand').click();
  await expect(amina.getByTestId('own-place')).toHaveText('You are 3rd');
  // Who has not spoken goes before her, and the screen says why; the two shown first keep their places.
  await addWithHand(steward, 'Balcony 3');
  await expect(amina.getByTestId('own-place')).toHaveText('You are 4th');
  await expect(row(moderator, 'Balcony 3')).toContainText('new voice');
  await moderator.keyboard.press('o');
  await moderator.getByLabel('Search name or affiliation').fill('luis');
  await button(moderator, 'Raise hand: Luis Herrera').click();
  await letGo(moderator);
  await expect(luis.getByTestId('own-place')).toHaveText('You are 3rd');
  await expect(moderator.locator('[data-testid^="hand-"]')).toHaveText([/Row 5/, /Mei/, /Luis.*online side is next/, /Balcony 3.*new voice/, /Amina/]);
  await continueOnPhone(table, steward, 'Balcony 3', 'You are 4th');
  await button(moderator, 'Give…: Amina Diallo').click();
  await moderator.getByLabel('Reason').fill(overrideReason);
  await button(moderator, 'Give the floor').click();
  await expect(amina.getByRole('heading', { name: 'You have the floor' })).toBeVisible();
  await expect(moderator.getByTestId('turn')).toContainText('chosen by the moderator');
}

/** Whom a steward added goes on with a phone of their own: hand and place come along. */
async function continueOnPhone(table: Table, steward: Page, name: string, place: string): Promise<void> {
  await button(steward, `To a phone…: ${name}`).click();
  const link = await steward.getByRole('textbox', { name: 'Own link' }).inputValue();
  await button(steward, 'Close').click();
  const own = await table.join(link, phone, {});
  await expect(own.getByTestId('own-profile')).toContainText(name);
  await expect(own.getByTestId('own-place')).toHaveText(place);
  await own.context().close();
}

async function ask(page: Page, text: string, anonymous = false): Promise<void> {
  await page.getByLabel('Your question').fill(text);
  await page.getByLabel('Ask anonymously').setChecked(anonymous);
  await button(page, 'Ask').click();
}

async function asking({ moderator, online, amina, mei }: Cast): Promise<void> {
  await ask(amina, audits);
  await expect(amina.getByText('Waiting for review')).toBeVisible();
  await expect(online.getByTestId('pending-count')).toContainText(/1 to review/i);
  await expect(mei.getByText(audits)).toHaveCount(0);
  await button(online, `Approve: ${audits}`).click();
  await letGo(online);
  await mei.getByLabel('Your question').fill(auditsAgain);
  await expect(mei.getByText('Already asked? Support it instead:')).toBeVisible();
  await picture(mei, 'attendee-similar-desktop', true);
  await ask(mei, auditsAgain);
  await ask(mei, sandboxes, true);
  await ask(mei, offTopic);
  await ask(amina, languages);
  await expect(online.getByTestId('pending-count')).toContainText(/4 to review/i);
  await expect(question(online, sandboxes)).toContainText('Anonymous');
  await expect(question(online, auditsAgain)).toContainText('Reads like');
  await picture(online, 'online-moderator-desktop');
  await keepPicture('console', moderator);
}

async function reviewing({ online, amina, mei }: Cast): Promise<void> {
  await button(online, `Reject…: ${offTopic}`).click();
  await button(online, 'Not on the topic of this session').click();
  await picture(online, 'moderator-reject-desktop');
  await button(online, 'Reject').click();
  await letGo(online);
  await expect(mei.getByText('Not taken: Not on the topic of this session')).toBeVisible();
  await button(online, `Approve: ${sandboxes}`).click();
  await button(online, `Approve: ${languages}`).click();
  await letGo(online);
  await button(online, `Merge…: ${auditsAgain}`).click();
  await expect(online.getByRole('radio', { name: audits })).toBeChecked();
  await button(online, 'Merge').click();
  await letGo(online);
  await expect(question(online, audits).getByText('1 more wording')).toBeVisible();
  await expect(mei.getByText(`Joined with “${audits}”`)).toBeVisible();
  await question(online, audits).getByText('1 more wording').click();
  await button(online, `Undo merge: ${auditsAgain}`).click();
  await letGo(online);
  await expect(online.getByText('1 more wording')).toHaveCount(0);
  // Once it is approved, everyone reads the wording below the question that it went into.
  await button(online, `Approve: ${auditsAgain}`).click();
  await letGo(online);
  await expect(question(amina, auditsAgain)).toBeVisible();
  await button(online, `Merge…: ${auditsAgain}`).click();
  await online.getByRole('radio', { name: audits }).check();
  await button(online, 'Merge').click();
  await expect(question(amina, audits).getByText('1 more wording')).toBeVisible();
}

async function answering({ moderator, online, amina, mei, display }: Cast): Promise<void> {
  const vote = question(mei, audits).locator('.vote');
  await vote.click();
  await letGo(mei);
  await expect(vote).toContainText('yours too');
  await expect(vote).toContainText('1');
  await mei.reload();
  await expect(vote).toHaveAttribute('aria-pressed', 'true');
  await expect(question(moderator, audits)).toContainText('1 supporter');
  await button(moderator, `Put on screen: ${audits}`).click();
  await letGo(moderator);
  await expect(display.getByTestId(/^question-/)).toContainText(audits);
  await expect(display.getByTestId(/^question-/)).toContainText('1 supporter');
  await expect(question(amina, audits)).toContainText('On the screen now');
  await picture(display, 'display-turn');
  await keepPicture('display', display);
  await mei.setViewportSize(phone);
  await mei.locator('main').evaluate((main) => main.scrollTo(0, 0));
  await picture(mei, 'attendee-vote-phone');
  await keepPicture('attendee', mei);
  await mei.setViewportSize(laptop);
  await picture(amina, 'attendee-questions-phone', true);
  await picture(mei, 'attendee-questions-desktop', true);
  await picture(moderator, 'moderator-live-desktop');
  await button(moderator, `Answered live: ${audits}`).click();
  await letGo(moderator);
  await expect(display.getByTestId(/^question-/)).toHaveCount(0);
  await button(online, `Answer…: ${languages}`).click();
  await online.getByRole('textbox', { name: 'Answer' }).fill('Through a fund for data sets in small languages.');
  await button(online, 'Publish answer').click();
  await letGo(online);
  await amina.getByText('Answered · 2').click();
  await expect(question(amina, languages)).toContainText('Through a fund for data sets in small languages.');
  await expect(question(amina, audits)).toContainText('Answered in the session');
}

async function signalsAndAnnouncements({ moderator, online, amina, mei, display }: Cast): Promise<void> {
  await amina.getByTestId('problem').click();
  await amina.getByTestId('signal-cannot_hear').click();
  await expect(amina.getByText('They have been told.')).toBeVisible();
  await picture(amina, 'attendee-problem-phone');
  await button(amina, 'Close').click();
  for (const page of [moderator, online]) {
    await expect(page.getByTestId('signal-cannot_hear')).toContainText('1 online person cannot hear');
  }
  await expect(mei.getByText('cannot hear')).toHaveCount(0);
  await button(moderator, 'Announce…').click();
  await moderator.getByRole('textbox', { name: 'Announcement' }).fill('The sound comes back in a minute.');
  await button(moderator, 'Announce').click();
  for (const page of [amina, mei, display]) {
    await expect(page.getByTestId('announcement')).toContainText('The sound comes back in a minute.');
  }
  await picture(display, 'display-announcement');
}

/** For the README, on request. */
async function keepPicture(name: string, page: Page): Promise<void> {
  if (process.env.ROUNDTABLE_PICTURES !== '1') return;
  await page.screenshot({ path: join(__dirname, `../../webclient/pictures/${name}.png`), animations: 'disabled' });
}

async function clock({ moderator, amina, display }: Cast): Promise<void> {
  await moderator.keyboard.press('p');
  await expect(amina.getByText('paused').first()).toBeVisible();
  await expect(display.getByTestId('phase-countdown')).toContainText('paused');
  await moderator.keyboard.press('p');
  await expect(display.getByTestId('phase-countdown')).toContainText('left');
  await expect(moderator.getByTestId('fit-open')).toHaveCount(0);
  // The first part took a moment of its twenty minutes: nine extensions by two minutes run the plan over the slot.
  for (let minutes = 29; minutes <= 49; minutes += 2) {
    await expect(moderator.getByTestId('phase-extend')).toContainText('+2 min');
    await moderator.keyboard.press('+');
    await expect(moderator.getByTestId('phase-countdown')).toHaveText(new RegExp(`^(${minutes}:0\\d|${minutes - 1}:\\d\\d|${minutes - 2}:\\d\\d) left$`));
  }
  await expect(moderator.getByTestId('slot-line')).toContainText('over');
  await moderator.keyboard.press('f');
  await expect(moderator.getByTestId('fit-apply')).toBeVisible();
  await picture(moderator, 'moderator-fit-desktop');
  await moderator.getByTestId('fit-apply').click();
  await expect(moderator.getByTestId('slot-line')).not.toContainText('over');
  await moderator.keyboard.press('n');
  await expect(moderator.getByRole('listitem').filter({ hasText: 'Actionable results' })).toHaveAttribute('aria-current', 'step');
}

async function draft(page: Page, kind: string, title: string, text: string): Promise<void> {
  const form = page.getByTestId('takeaway-new');
  await form.getByLabel('Kind').selectOption(kind);
  await form.getByLabel('Title').fill(title);
  await form.getByLabel('Text').fill(text);
  await button(page, 'Add draft').click();
}

async function wrapUp({ rapporteur, amina }: Cast): Promise<void> {
  const takeaway = (page: Page, title: string) => page.locator('[data-testid^="takeaway-"]').filter({ hasText: title });
  await draft(rapporteur, 'takeaway', 'Audits before deployment', 'Audits come before deployment, also where AI is bought.');
  await draft(rapporteur, 'call_to_action', 'A fund for small languages', 'Public funders set up a fund for data sets.');
  await expect(amina.getByText('Audits before deployment')).toHaveCount(0);
  const second = await rapporteur.context().newPage();
  await second.goto(rapporteur.url());
  await button(second, 'Edit: Audits before deployment').click();
  await button(rapporteur, 'Edit: Audits before deployment').click();
  await bothEdit(rapporteur, second);
  const item = takeaway(rapporteur, 'Audits before deployment');
  await expect(item).toContainText('Shared audits cost less.');
  await expect(item).toContainText('Who buys must be able to audit.');
  await button(rapporteur, 'Link evidence…: Audits before deployment').click();
  await button(rapporteur, 'Link: Amina Diallo').first().click();
  await button(rapporteur, `Link: ${audits}`).click();
  await picture(rapporteur, 'rapporteur-evidence-desktop');
  await button(rapporteur, 'Close').click();
  await expect(item.locator('.evidence li')).toHaveText([/Question: Who pays|Turn: Amina/, /Question: Who pays|Turn: Amina/]);
  await button(rapporteur, 'Publish: Audits before deployment').click();
  await button(rapporteur, 'Publish: A fund for small languages').click();
  await expect(takeaway(amina, 'Audits before deployment')).toContainText('Shared audits cost less.');
  await expect(takeaway(amina, 'A fund for small languages')).toBeVisible();
  await draft(rapporteur, 'takeaway', 'Not ready yet', 'Staff alone see this.');
  await expect(takeaway(rapporteur, 'Not ready yet')).toContainText('Draft, staff only');
  await picture(rapporteur, 'rapporteur-desktop', true);
  await picture(amina, 'attendee-takeaways-phone', true);
}

/** Two staff pages write the same item at once: the second is shown both texts, and keeps both. */
async function bothEdit(first: Page, second: Page): Promise<void> {
  const text = (page: Page) => page.locator('[data-testid^="takeaway-"]:not([data-testid="takeaway-new"])').getByRole('textbox', { name: 'Text' });
  await text(first).fill('Audits come before deployment. Shared audits cost less.');
  await text(second).fill('Audits come before deployment. Who buys must be able to audit.');
  await button(first, 'Save').click();
  const conflict = second.getByTestId(/^conflict-/);
  await expect(conflict).toContainText('Shared audits cost less.');
  await expect(conflict).toContainText('Who buys must be able to audit.');
  await picture(second, 'rapporteur-conflict-desktop', true);
  await button(second, 'Edit both together').click();
  await button(second, 'Save').click();
  await expect(text(second)).toHaveCount(0);
  await second.close();
}

async function closeAndReport({ moderator, rapporteur, amina, mei, display }: Cast): Promise<void> {
  await amina.getByLabel('Your question').waitFor();
  moderator.once('dialog', (dialog) => dialog.accept());
  await moderator.getByTestId('session-close').click();
  await expect(amina.getByTestId('state-closed')).toBeVisible();
  await expect(display.getByTestId('state-closed')).toBeVisible();
  await picture(amina, 'attendee-closed-phone', true);
  await picture(display, 'display-closed');
  await picture(moderator, 'moderator-closed-desktop');
  for (const format of ['md', 'html', 'json'] as const) {
    const desk = format === 'md' ? moderator : rapporteur;
    const text = await downloaded(desk, `internal-${format}`);
    expect(await downloaded(desk, format), `public ${format} report`).not.toContain(overrideReason);
    for (const words of ['Audits before deployment', 'A fund for small languages', audits, sandboxes, overrideReason, 'Daisy Selematsela', 'Amina Diallo']) {
      expect(text, `${format} report`).toContain(words);
    }
  }
  expectNoSmallGroups(JSON.parse(await downloaded(rapporteur, 'internal-json')) as Report);
  for (const page of [amina, mei]) expect(await page.content()).not.toContain(overrideReason);
}

/** `report` is a format, after `internal-` the one for staff. */
async function downloaded(page: Page, report: string): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByTestId(`report-${report}`).click()]);
  expect(download.suggestedFilename()).toMatch(new RegExp(`-report\\.${report.replace('internal-', '')}$`));
  return readFileSync(await download.path(), 'utf8');
}

interface Report {
  participation: { people: number; by: Record<string, unknown[]> };
  floor: { by: { modality: { group: string; turns: number }[] }; talks: unknown[]; override_list: unknown[] };
}

/** Nine people, six of them in the room: no breakdown may count them. Seconds spoken were heard by all. */
function expectNoSmallGroups(report: Report): void {
  expect(report.participation.people).toBe(9);
  expect(report.participation.by).toEqual({ modality: [], regional_group: [], stakeholder_group: [] });
  expect(report.floor.by.modality.map(({ group, turns }) => [group, turns])).toEqual([['onsite', 2], ['online', 2]]);
  expect(report.floor.talks).toHaveLength(1);
  expect(report.floor.override_list).toHaveLength(1);
}
