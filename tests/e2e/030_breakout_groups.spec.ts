// Breakout groups with eight people's browsers and the room screen: planned, opened, at work, called back, heard in the plenary.
import { downloaded } from './downloads';
import {
  becomeKnown,
  desk,
  type GroupCast,
  groupTable,
  type Member,
  newPoint,
  note,
  notes,
  seatGroups,
  startDiscussion,
  type Team,
  teamsOf,
  withoutDevice,
  writePoint,
} from './group_cast';
import { button, expect, expectLive, letGo, type Page, picture, type Table, test } from './table';

const { step } = test;
const broadcast = 'Five minutes left: agree on one ask.';
const reason = 'Our table has no microphone.';
const question = 'Who would run the fund?';
const halfWritten = 'Half a sentence that nobody';

const first = ({ members }: Team): Page => (members[0] as Member).page;

interface Teams {
  three: Team;
  two: Team;
}

test('two groups work, lose and move a member, come back and report', async ({ server, browser }) => {
  test.setTimeout(360_000);
  const table = await groupTable(server, browser);
  const cast = await seatGroups(table);
  await startDiscussion(cast.moderator);
  await becomeKnown(cast);
  await step('planned and opened in two clicks', () => twoClicks(cast));
  const teams = await teamsOf(cast.members);
  await step('who goes where', () => whoGoesWhere(cast, teams));
  await step('the floor and a question of a group', () => floorAndQuestion(teams));
  await step('several write at once', () => writeAtOnce(cast, teams.three));
  await step('a point edited in two places', () => editedTwice(teams.three));
  await step('time, words and a call', () => inTouch(cast, teams));
  await step('a member drops and resumes', () => dropped(teams.two));
  const moved = await step('a member is moved', () => moveOne(cast, teams));
  await step('called back', () => calledBack(cast, teams, moved));
  await step('both report', () => reports(cast, teams));
  await step('a point becomes a takeaway', () => takeaway(table, cast, teams));
  for (const context of browser.contexts()) await context.close();
  expect(table.thrown).toEqual([]);
});

async function twoClicks({ moderator, members, display }: GroupCast): Promise<void> {
  await expect(moderator.getByTestId('suggested')).toHaveText('6 people · 2 groups · mixed by stakeholder group, region, and room or online · 8 min');
  await moderator.getByTestId('plan-groups').click();
  await expect(moderator.getByTestId('plan-summary')).toContainText('2 groups · of 3 · stakeholder group:');
  await expect(moderator.locator('[data-testid^="plan-group-"]')).toHaveCount(2);
  // What a move would cost stands there before it is made.
  await moderator.locator('.person-button').first().click();
  await expect(moderator.getByRole('dialog')).toContainText(/balance stays the same|better by|worse by/);
  await picture(moderator, 'groups-move-cost-desktop');
  await button(moderator, 'Close').click();
  await moderator.getByText('Beside the room').first().click();
  await picture(moderator, 'groups-plan-desktop');
  // Nobody is moved yet, and nobody knows.
  for (const { page } of members) await expect(page.getByTestId('own-group')).toHaveCount(0);
  await expect(display.locator('[data-testid^="wall-group-"]')).toHaveCount(0);
  await moderator.getByTestId('open-groups').click();
  for (const { page } of members) await expect(page.getByTestId('own-group')).toBeVisible();
}

async function whoGoesWhere({ moderator, steward, display }: GroupCast, { three, two }: Teams): Promise<void> {
  await expect(display.getByTestId('groups-countdown')).toHaveText(/^(8:00|7:\d\d)$/);
  await picture(display, 'groups-open-display');
  for (const team of [three, two]) {
    const wall = display.locator('[data-testid^="wall-group-"]').filter({ hasText: `Group ${team.number}` });
    await expect(wall).toContainText(`Table ${team.number === 1 ? 4 : 7}`);
    for (const { name, page } of team.members) {
      await expect(wall).toContainText(name);
      await expect(page.getByTestId('group-people')).toContainText(name);
    }
  }
  const online = [...three.members, ...two.members].filter(({ name }) => ['Amina Diallo', 'Luis Herrera', 'Jonas Lindqvist'].includes(name));
  for (const { page } of online) await expect(page.getByTestId('group-call')).toHaveText(/^In Zoom choose room [12]$/);
  await expect(moderator.getByTestId('ticks')).toContainText('3 of 3 to move in the call');
  await moderator.getByRole('checkbox', { name: /Amina Diallo/ }).click();
  await letGo(moderator);
  await expect(moderator.getByTestId('ticks')).toContainText('2 of 3 to move in the call');
  await expect(steward.getByTestId('tables')).toContainText(withoutDevice);
  await picture(moderator, 'groups-open-desktop', true);
  await picture(steward, 'groups-open-steward', true);
  for (const { name, page } of [...three.members, ...two.members]) await picture(page, `groups-open-${name.split(' ')[0]?.toLowerCase()}`, true);
}

async function floorAndQuestion({ three, two }: Teams): Promise<void> {
  const [host, speaker, listener] = three.members as [Member, Member, Member];
  await host.page.getByTestId('take-host').click();
  await expect(listener.page.getByTestId('group-people')).toContainText(`Host: ${host.name}`);
  await speaker.page.getByTestId('group-raise').click();
  await button(host.page, `Give the floor: ${speaker.name}`).click();
  await expect(speaker.page.getByTestId('group-turn')).toContainText('You speak');
  await expect(listener.page.getByTestId('group-turn')).toContainText(speaker.name);
  await picture(host.page, 'groups-turn-host', true);
  await button(speaker.page, 'I am done').click();
  await expect(listener.page.getByTestId('group-turn')).toHaveCount(0);
  await listener.page.getByTestId('take-reporter').click();
  const [asks, supports] = two.members as [Member, Member];
  await asks.page.getByLabel('Ask your group').fill(question);
  await asks.page.getByTestId('group-questions').getByRole('button', { name: 'Ask', exact: true }).click();
  await supports.page.getByTestId('group-questions').locator('.vote').click();
  await letGo(supports.page);
  await expect(asks.page.getByTestId('group-questions').locator('.vote-count')).toHaveText('1');
  // Of the other group nobody hears any of it.
  for (const { page } of three.members) await expect(page.getByText(question)).toHaveCount(0);
  for (const { page } of two.members) await expect(page.getByTestId('group-people')).not.toContainText(host.name);
}

const words = ['Audits need a public fund.', 'Small languages are left out.', 'Buyers need the right to audit.'];

/** Letter by letter, at the same time: every word of everyone arrives, and no field loses a letter. */
async function writeAtOnce({ moderator }: GroupCast, { members, number }: Team): Promise<void> {
  await Promise.all(members.map(({ page }, index) => newPoint(page).pressSequentially(words[index] ?? '', { delay: 25 })));
  await Promise.all(members.map(({ page }) => newPoint(page).press('Enter')));
  for (const { page } of members) {
    await letGo(page);
    await expect(notes(page)).toHaveCount(3);
    for (const text of words) await expect(note(page, text)).toBeVisible();
    await expect(newPoint(page)).toHaveValue('');
  }
  await button(moderator, new RegExp(`^Look in: Group ${number}`)).click();
  for (const text of words) await expect(note(desk(moderator), text)).toBeVisible();
  await picture(moderator, 'groups-inside-desktop', true);
}

async function editedTwice({ members }: Team): Promise<void> {
  const [one, other, third] = members as [Member, Member, Member];
  const text = words[0] ?? '';
  const field = (page: Page) => page.getByLabel('Point', { exact: true });
  for (const { page } of [one, other]) await button(page, `Edit: ${text}`).click();
  await field(one.page).fill(`${text} Paid by vendors.`);
  await field(other.page).fill(`${text} Run by universities.`);
  await button(one.page, 'Save').click();
  const conflict = other.page.getByTestId(/^conflict-/);
  await expect(conflict).toContainText('Paid by vendors.');
  await expect(field(other.page)).toHaveValue(`${text} Run by universities.`);
  await picture(other.page, 'groups-two-texts', true);
  await button(other.page, 'Edit both together').click();
  await button(other.page, 'Save').click();
  await expect(field(other.page)).toHaveCount(0);
  await letGo(third.page);
  const row = note(third.page, 'Paid by vendors.');
  await expect(row).toContainText('Run by universities.');
  // A mark is everybody's as well.
  await button(third.page, /^More…: Audits need a public fund/).click();
  await row.getByRole('button', { name: 'Claim' }).click();
  await expect(note(one.page, 'Paid by vendors.').locator('.mark')).toHaveText('Claim');
}

async function inTouch({ moderator, steward, display }: GroupCast, { three, two }: Teams): Promise<void> {
  await moderator.getByTestId('extend-all').click();
  await expect(display.getByTestId('groups-countdown')).toHaveText(/^(9:00|8:\d\d)$/);
  await button(moderator, new RegExp(`^\\+1 min: Group ${two.number}`)).click();
  for (const { page } of two.members) await expect(page.getByTestId('group-clock')).toHaveText(/^(10:00|9:\d\d) left$/);
  await expect(first(three).getByTestId('group-clock')).toHaveText(/^(9:00|8:\d\d) left$/);
  await moderator.getByTestId('broadcast-all').fill(broadcast);
  await moderator.getByTestId('broadcast-all').press('Enter');
  for (const { page } of [...three.members, ...two.members]) await expect(page.getByTestId('broadcast')).toContainText(broadcast);
  const [calls] = two.members as [Member];
  await calls.page.getByLabel('What is it about? (may stay empty)').fill(reason);
  await calls.page.getByTestId('call-moderator').click();
  for (const page of [moderator, steward]) await expect(page.locator('.help-call')).toContainText(reason);
  for (const { page } of three.members) await expect(page.getByText(reason)).toHaveCount(0);
  await picture(moderator, 'groups-call-desktop');
  await button(moderator, new RegExp(`^I come: Group ${two.number}`)).click();
  await expect(calls.page.getByTestId('group-help')).toContainText('Ke GONG comes.');
  await expect(steward.locator('.help-call')).toHaveCount(0);
  await picture(calls.page, 'groups-help-comes', true);
}

/** First the line, then the page: words, group and place are there again. */
async function dropped({ members, number }: Team): Promise<void> {
  const [lost, stays] = members as [Member, Member];
  const tunnel = 'Written in a tunnel.';
  const meanwhile = 'Written meanwhile.';
  await lost.page.context().setOffline(true);
  await expect(lost.page.getByTestId('connection-state')).toHaveText(/^Offline/);
  await newPoint(lost.page).fill(tunnel);
  await newPoint(lost.page).press('Enter');
  await expect(lost.page.getByTestId('note-new')).toContainText(tunnel);
  await expect(lost.page.getByTestId('note-new')).toContainText('Will be sent when the connection is back');
  await newPoint(lost.page).fill(halfWritten);
  await picture(lost.page, 'groups-offline', true);
  await writePoint(stays.page, meanwhile);
  await lost.page.context().setOffline(false);
  await expectLive(lost.page);
  for (const { page } of members) await letGo(page);
  for (const { page } of members) for (const text of [tunnel, meanwhile]) await expect(note(page, text)).toHaveCount(1);
  const address = lost.page.url();
  const context = lost.page.context();
  await lost.page.close();
  lost.page = await context.newPage();
  await lost.page.goto(address);
  await expectLive(lost.page);
  await expect(lost.page.getByTestId('own-group')).toContainText(`You are in Group ${number}`);
  await expect(newPoint(lost.page)).toHaveValue(halfWritten);
  for (const text of [tunnel, meanwhile]) await expect(note(lost.page, text)).toHaveCount(1);
}

/** The one who hosts nothing goes to the other group, with the half of a sentence that they have written. */
async function moveOne({ moderator }: GroupCast, { three, two }: Teams): Promise<Member> {
  const moved = three.members[1] as Member;
  await newPoint(moved.page).fill(halfWritten);
  await newPoint(moved.page).blur();
  await button(moderator, `${moved.name}: Move…`).click();
  await moderator.getByRole('dialog').getByRole('button', { name: new RegExp(`^Move here: Group ${two.number}`) }).click();
  await expect(moderator.getByRole('dialog')).toHaveCount(0);
  await expect(moved.page.getByTestId('own-group')).toContainText(`You are in Group ${two.number}`);
  await expect(note(moved.page, 'Written in a tunnel.')).toBeVisible();
  await expect(moved.page.getByTestId('group-questions')).toContainText(question);
  for (const text of words) await expect(note(moved.page, text)).toHaveCount(0);
  await expect(newPoint(moved.page)).toHaveValue(halfWritten);
  await expect(first(three).getByTestId('group-people')).not.toContainText(moved.name);
  for (const { page } of two.members) await expect(page.getByTestId('group-people')).toContainText(moved.name);
  await writePoint(moved.page, `${halfWritten} will lose.`);
  await expect(note(first(two), 'will lose.')).toBeVisible();
  await expect(note(first(three), 'will lose.')).toHaveCount(0);
  await picture(moved.page, 'groups-moved', true);
  three.members.splice(1, 1);
  two.members.push(moved);
  return moved;
}

async function calledBack({ moderator, display }: GroupCast, { three, two }: Teams, moved: Member): Promise<void> {
  const writes = two.members[1] as Member;
  const reads = three.members[0] as Member;
  await newPoint(writes.page).click();
  await newPoint(writes.page).fill('Still writing when');
  await moderator.getByTestId('close-groups').click();
  await moderator.getByLabel('Countdown').selectOption('30');
  await moderator.getByTestId('close-with-countdown').click();
  for (const { page } of [...three.members, ...two.members]) {
    await expect(page.getByTestId('group-clock')).toHaveText(/^0:[0-3]\d until everybody is back\. Finish your sentence/);
  }
  await expect(display.locator('.wall-groups-head')).toContainText('until everybody is back. Finish your sentence.');
  await expect(moderator.getByTestId('groups-chip')).toHaveText(/^Groups back in 0:\d\d$/);
  await picture(display, 'groups-closing-display');
  await picture(writes.page, 'groups-closing-writes');
  await picture(moved.page, 'groups-closing-moved');
  await picture(moderator, 'groups-closing-desktop');
  // Whoever reads is back in the plenary; whoever writes is not thrown out of the sentence.
  await expect(reads.page.locator('.attendee')).toHaveAttribute('data-part', 'plenary', { timeout: 40_000 });
  await expect(writes.page.getByTestId('groups-closed')).toBeVisible();
  await expect(newPoint(writes.page)).toBeFocused();
  await newPoint(writes.page).pressSequentially(' the clock ran out.');
  await newPoint(writes.page).press('Enter');
  await expect(note(writes.page, 'Still writing when the clock ran out.')).toBeVisible();
  await picture(writes.page, 'groups-closed-writes', true);
  await writes.page.getByTestId('to-plenary').click();
  await expect(writes.page.locator('.attendee')).toHaveAttribute('data-part', 'plenary');
  await expect(display.locator('[data-testid^="wall-group-"]')).toHaveCount(0);
  await picture(reads.page, 'groups-back-phone', true);
}

const talk = (page: Page, number: number) => page.locator('[data-testid^="talk-"]').filter({ hasText: `Group ${number}` });

async function reports({ moderator, rapporteur, display, members }: GroupCast, { three, two }: Teams): Promise<void> {
  await expect(rapporteur.getByTestId('points')).toHaveCount(0);
  await desk(moderator).getByLabel('Minutes a group').fill('2');
  await moderator.getByTestId('report-back').click();
  await expect(talk(moderator, 1)).toBeVisible();
  await expect(talk(moderator, 2)).toBeVisible();
  await picture(moderator, 'groups-report-desktop');
  for (const team of three.number === 1 ? [three, two] : [two, three]) {
    await button(moderator, /^Start next talk/).click();
    await expect(display.getByTestId('turn')).toContainText(/2:00|1:5\d/);
    const card = display.locator('[data-testid^="wall-card-"]');
    await expect(card).toContainText(`Group ${team.number}`);
    await expect(card).toContainText(team === three ? 'Small languages are left out.' : 'Written in a tunnel.');
    await picture(display, `groups-reports-${team === three ? 'three' : 'two'}-display`);
    // From here on everybody may read it.
    await expect(rapporteur.getByTestId('points')).toContainText(team === three ? 'Small languages are left out.' : 'Written in a tunnel.');
  }
  await picture(members[0]?.page ?? display, 'groups-report-phone', true);
}

async function takeaway(table: Table, { rapporteur, members }: GroupCast, { three }: Teams): Promise<void> {
  const text = 'Small languages are left out.';
  await button(rapporteur, `Make a takeaway of it: ${text}`).click();
  const item = rapporteur.locator('[data-testid^="takeaway-"]:not([data-testid="takeaway-new"])').filter({ hasText: text });
  await expect(item.locator('.evidence li')).toHaveText([new RegExp(`Point of group ${three.number}: ${text}`)]);
  await button(rapporteur, `Group as evidence…: Group ${three.number}`).click();
  await rapporteur.getByRole('dialog').getByRole('button', { name: `Link: ${text}` }).click();
  await button(rapporteur, 'Close').click();
  await expect(item.locator('.evidence li')).toHaveCount(2);
  await button(rapporteur, `Publish: ${text}`).click();
  await picture(rapporteur, 'groups-takeaway-desktop', true);
  for (const { page } of members) await expect(page.getByTestId(/^takeaway-\d/).filter({ hasText: text })).toBeVisible();
  const report = await downloaded(rapporteur, 'report-md');
  for (const words of [text, 'Written in a tunnel.', 'Paid by vendors.', 'Run by universities.']) expect(report).toContain(words);
  expect(report, 'what was said to staff and inside a group stays there').not.toContain(reason);
  expect(table.thrown).toEqual([]);
}
