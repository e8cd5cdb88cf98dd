// Polls: prepared and made on the fly, each kind voted on, what each side sees before and after, and what is refused.
import { type Answer, Voter } from './crowd';
import { downloaded } from './downloads';
import { desktop, smallPhone, touch } from './group_cast';
import { button, expect, expectLive, letGo, type Page, passNames, phone, picture, type Table, tablet, test } from './table';

const { step } = test;
const prepared = 'Binding rules for high-risk AI should go hand in hand with open access to compute and data for the Global South';

interface PollCast {
  moderator: Page;
  steward: Page;
  rapporteur: Page;
  /** On a phone. */
  amina: Page;
  /** On a small phone. */
  fatou: Page;
  /** On a laptop. */
  mei: Page;
  display: Page;
  /** Six of governments, six of civil society, four of companies. */
  crowd: Voter[];
}

const groups = { government: 6, civil_society: 6, private_sector: 4 };

async function seatPolls(table: Table): Promise<PollCast> {
  const cast = {
    moderator: await table.join(table.personLink('Ke GONG'), desktop, { where: 'onsite' }),
    steward: await table.join(table.link('steward'), tablet, { name: 'Stella Steward', where: 'onsite' }),
    rapporteur: await table.join(table.personLink('Jieyao Wang'), desktop, { where: 'onsite' }),
    amina: await table.join(table.joinLink, phone, { name: 'Amina Diallo', where: 'online', stakeholder: 'civil_society' }, touch),
    fatou: await table.join(table.joinLink, smallPhone, { name: 'Fatou Ndiaye', where: 'onsite', stakeholder: 'civil_society' }, touch),
    mei: await table.join(table.joinLink, desktop, { name: 'Mei Tanaka', where: 'onsite', stakeholder: 'technical_community' }),
    display: await table.display(),
    crowd: [] as Voter[],
  };
  await passNames(cast.moderator, 3);
  for (const [group, people] of Object.entries(groups)) {
    for (let number = 1; number <= people; number++) {
      const profile = { name: `${group} ${number}`, stakeholder_group: group, modality: number % 2 === 0 ? 'online' : 'onsite' };
      cast.crowd.push(await Voter.join(table, profile));
    }
  }
  await cast.moderator.keyboard.press('n');
  await expect(cast.moderator.getByTestId('phase-countdown')).toHaveText(/left$/);
  return cast;
}

test('the temperature of the room, and how far its groups agree', async ({ table }) => {
  test.setTimeout(360_000);
  const cast = await seatPolls(table);
  const told = await everythingTold([cast.moderator, cast.steward, cast.rapporteur]);
  const poll = await step('opened, on the wall', () => openPrepared(cast));
  await step('voted, changed, counted', () => vote(cast, poll));
  await step('hands of the room', () => hands(cast, poll));
  await step('closed, too late', () => close(cast, poll));
  await step('published: groups and agreement', () => publish(cast, poll));
  await step('in the record', () => record(cast));
  await step('nobody was told who voted what', () => nobodyIsTold(cast, told, poll));
  for (const voter of cast.crowd) voter.leave();
});

/** Every frame that these pages get from here on, a snapshot included. */
async function everythingTold(pages: Page[]): Promise<string[]> {
  const frames: string[] = [];
  for (const page of pages) {
    page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => frames.push(payload.toString())));
    await page.reload();
    await expectLive(page);
  }
  return frames;
}

const onDesk = (moderator: Page, title: string) => moderator.locator('[data-testid^="desk-poll-"]').filter({ hasText: title });

async function openPrepared({ moderator, amina, fatou, display }: PollCast): Promise<number> {
  const row = onDesk(moderator, prepared);
  await expect(row).toContainText('Prepared');
  const poll = Number((await row.getAttribute('data-testid'))?.replace('desk-poll-', ''));
  await expect(amina.getByTestId(`poll-${poll}`)).toHaveCount(0);
  await moderator.getByTestId(`open-poll-${poll}`).click();
  await moderator.getByTestId(`show-poll-${poll}`).click();
  await expect(amina.getByTestId(`poll-${poll}`)).toContainText('Vote now');
  await expect(amina.getByTestId(`poll-${poll}`)).toContainText('Your vote is anonymous: nobody, staff included, sees it.');
  // Whoever has no phone reads on the wall what hands will be counted for.
  await expect(display.getByTestId(`screen-poll-${poll}`)).toContainText(/0 have voted.*Agree.*Can live with it.*Cannot live with it.*Voted on a phone\? Keep your hand down\./);
  await picture(amina, 'poll-open-phone');
  await picture(fatou, 'poll-open-small-phone');
  await picture(display, 'poll-open-display');
  return poll;
}

const pick = (poll: number, choice: number) => ({ poll, choice });

async function vote({ moderator, amina, fatou, mei, display, crowd }: PollCast, poll: number): Promise<void> {
  const choice = (page: Page, index: number) => page.getByTestId(`choice-${poll}-${index}`);
  await choice(amina, 2).tap();
  await expect(choice(amina, 2)).toHaveAttribute('aria-pressed', 'true');
  await expect(display.getByTestId(`screen-poll-${poll}`)).toContainText('1 has voted');
  // Another tap is another vote, and still one of one person.
  await choice(amina, 0).tap();
  await expect(choice(amina, 0)).toHaveAttribute('aria-pressed', 'true');
  await expect(choice(amina, 2)).toHaveAttribute('aria-pressed', 'false');
  await expect(amina.getByTestId(`ballot-state-${poll}`)).toHaveText('Your vote is in. You can change it until voting closes.');
  await choice(fatou, 0).tap();
  await choice(mei, 1).click();
  const votes = [0, 0, 0, 1, 2, 2, 0, 0, 0, 0, 0, 1, 0, 0, 1, 1];
  for (const [index, voter] of crowd.entries()) expect(await voter.send('poll.vote', pick(poll, votes[index] ?? 0))).toEqual({ ok: true });
  await expect(moderator.getByTestId(`votes-${poll}`)).toHaveText('19 voted so far');
  await expect(display.getByTestId(`screen-poll-${poll}`)).toContainText('19 have voted');
  // How it stands is nobody's to know yet.
  await expect(moderator.getByTestId(`live-${poll}`)).toHaveCount(0);
  await expect(display.getByRole('table')).toHaveCount(0);
  await amina.reload();
  await expect(choice(amina, 0)).toHaveAttribute('aria-pressed', 'true');
  await picture(amina, 'poll-voted-phone');
  await picture(mei, 'poll-voted-desktop');
  await picture(moderator, 'poll-open-desk');
}

async function hands({ steward, moderator, mei }: PollCast, poll: number): Promise<void> {
  await expect(mei.getByTestId(`poll-${poll}`)).toContainText('If hands are counted in the room too, keep yours down');
  const form = steward.getByTestId(`hands-${poll}`);
  await form.getByText('Show of hands in the room').click();
  await form.getByLabel('Agree', { exact: true }).fill('7');
  await form.getByLabel('Can live with it', { exact: true }).fill('2');
  await form.getByLabel('Cannot live with it', { exact: true }).fill('1');
  await picture(steward, 'poll-hands-steward');
  await button(steward, 'Save hands').click();
  await expect(moderator.getByTestId(`hands-${poll}`).getByLabel('Agree', { exact: true })).toHaveValue('7');
}

async function close({ moderator, amina, fatou, mei, display, crowd }: PollCast, poll: number): Promise<void> {
  // In a tunnel while voting closes.
  await fatou.context().setOffline(true);
  await expect(fatou.getByTestId('connection-state')).toHaveText(/^Offline/);
  await fatou.getByTestId(`choice-${poll}-2`).tap();
  await expect(fatou.getByTestId(`ballot-state-${poll}`)).toHaveText('Your vote is on its way: it is sent as soon as the line is back.');
  await moderator.getByTestId(`close-poll-${poll}`).click();
  for (const page of [amina, mei]) {
    await expect(page.getByTestId(`poll-${poll}`)).toContainText('Voting is closed. The results come when the moderators publish them.');
    await expect(page.getByTestId(`results-${poll}`)).toHaveCount(0);
  }
  await expect(display.getByTestId(`screen-poll-${poll}`)).toContainText('Voting is closed');
  await expect(moderator.getByTestId(`results-${poll}`)).toContainText('19 people voted');
  await fatou.context().setOffline(false);
  await expectLive(fatou);
  await expect(fatou.locator('.notice')).toContainText('Your vote: Voting is closed: this came too late. What you had voted before still counts.');
  await picture(fatou, 'poll-too-late-small-phone');
  await button(fatou, 'OK').tap();
  const late = await crowd[0]?.send('poll.vote', pick(poll, 1));
  expect(late).toMatchObject({ ok: false, code: 'wrong_state' });
  expect(await crowd[0]?.send('poll.vote', pick(4711, 1))).toMatchObject({ ok: false, code: 'not_found' });
  await picture(moderator, 'poll-closed-desk');
  await picture(amina, 'poll-closed-phone');
}

async function publish({ moderator, amina, fatou, mei, display }: PollCast, poll: number): Promise<void> {
  await moderator.getByTestId(`publish-poll-${poll}`).click();
  const agreement = 'In every group shown at least 66% support it. Of all who voted: 89%. Least in: government';
  for (const page of [amina, fatou, mei, display, moderator]) await expect(page.getByTestId(`agreement-${poll}`)).toHaveText(agreement);
  // In figures too, for those who hear the page.
  const rows = (page: Page, table: number) => page.getByTestId(/^(results|screen-poll)-/).getByRole('table').nth(table).getByRole('row');
  for (const page of [mei, display]) {
    await expect(rows(page, 0)).toHaveText([/Choice.*People.*Hands$/, /^Agree12 · 63%7$/, /^Can live with it5 · 26%2$/, /^Cannot live with it2 · 11%1$/]);
    await expect(rows(page, 1)).toHaveText([/Group.*Support/, /^government66%$|^government67%$/, /^civil society100%$/, /^Other groups100%$/]);
  }
  await mei.getByText('All choices by group').click();
  await picture(display, 'poll-results-display');
  await picture(mei, 'poll-results-desktop');
  for (const page of [amina, fatou]) await page.getByTestId(`agreement-${poll}`).scrollIntoViewIfNeeded();
  await picture(amina, 'poll-results-phone');
  await picture(fatou, 'poll-results-small-phone');
  await picture(moderator, 'poll-results-desk');
  await moderator.getByTestId(`show-poll-${poll}`).click();
  await expect(display.getByTestId(`screen-poll-${poll}`)).toHaveCount(0);
}

async function record({ rapporteur, moderator }: PollCast): Promise<void> {
  const form = rapporteur.getByTestId('takeaway-new');
  await form.getByLabel('Title').fill('Rules and access go together');
  await button(rapporteur, 'Add draft').click();
  await button(rapporteur, 'Link evidence…: Rules and access go together').click();
  await button(rapporteur, `Link: ${prepared}`).click();
  await button(rapporteur, 'Close').click();
  await expect(rapporteur.locator('.evidence li')).toContainText([prepared]);
  await button(rapporteur, 'Publish: Rules and access go together').click();
  const report = await downloaded(rapporteur, 'report-md');
  for (const words of [prepared, 'In every group shown at least 66 % support it (least: Government)']) expect(report).toContain(words);
  await expect(moderator.locator('.notice')).toHaveCount(0);
}

/** What a voter chose went to that voter alone: staff and others heard counts, and those after the close. */
function nobodyIsTold({ crowd }: PollCast, told: string[], poll: number): void {
  const staff = told.join('\n');
  expect(staff).toContain('"poll.closed"');
  expect(staff).not.toContain('"poll.voted"');
  expect(staff).not.toMatch(/"alias":"\w/);
  for (const [index, voter] of crowd.entries()) {
    const votes = voter.heard.join('\n').match(/"poll\.voted","data":\{[^}]*\}/g) ?? [];
    expect(votes, `voter ${index} hears of the own vote alone`).toHaveLength(1);
    expect(votes[0]).toContain(`"poll":${poll}`);
    expect(votes[0]).not.toContain('alias');
  }
}

interface Wanted {
  kind: string;
  title: string;
  choices?: string;
  dots?: number;
  live?: boolean;
}

/** Made at the desk, opened at once. Answers its number. */
async function ask(moderator: Page, { kind, title, choices, dots, live }: Wanted): Promise<number> {
  await moderator.getByTestId('new-poll').click();
  const form = moderator.getByTestId('poll-form');
  await form.getByLabel('Kind').selectOption(kind);
  await form.getByLabel('What do you ask?').fill(title);
  if (choices !== undefined) await form.getByRole('textbox', { name: /one a line|one step a line/ }).fill(choices);
  if (dots !== undefined) await form.getByLabel('Dots for each person').fill(String(dots));
  if (live) await form.getByLabel('Show counts to staff and on the wall while people vote').check();
  if (kind === 'dots') await picture(moderator, 'poll-form-desktop');
  await moderator.getByTestId('save-poll').click();
  const row = onDesk(moderator, title);
  const poll = Number((await row.getAttribute('data-testid'))?.replace('desk-poll-', ''));
  await moderator.getByTestId(`open-poll-${poll}`).click();
  return poll;
}

async function closeAndPublish(moderator: Page, poll: number): Promise<void> {
  await moderator.getByTestId(`close-poll-${poll}`).click();
  await moderator.getByTestId(`publish-poll-${poll}`).click();
  await expect(moderator.getByTestId(`unpublish-poll-${poll}`)).toBeVisible();
}

const results = (page: Page, poll: number) => page.getByTestId(`results-${poll}`);

test('each kind of poll is made on the fly, voted on and shown', async ({ table }) => {
  test.setTimeout(360_000);
  const cast = await seatPolls(table);
  await step('a temperature check with a scale of its own', () => ownScale(cast));
  await step('single choice, counted live', () => single(cast));
  await step('multiple choice', () => multiple(cast));
  await step('ranking', () => ranking(cast));
  await step('nine dots', () => dots(cast));
  await step('short answers', () => shortAnswers(cast));
  for (const voter of cast.crowd) voter.leave();
});

/** The close is taken back: it was pressed by mistake, and all ballots are still there. */
async function ownScale({ moderator, amina, mei, display }: PollCast): Promise<void> {
  const poll = await ask(moderator, { kind: 'temperature', title: 'Shall we go on for ten minutes?', choices: 'Gladly\nIf need be\nNo' });
  await amina.getByTestId(`choice-${poll}-0`).tap();
  await mei.getByTestId(`choice-${poll}-2`).click();
  await expect(moderator.getByTestId(`votes-${poll}`)).toHaveText('2 voted so far');
  await moderator.getByTestId(`close-poll-${poll}`).click();
  await expect(moderator.getByTestId('undo-bar')).toContainText('Closed voting: Shall we go on for ten minutes?');
  await moderator.keyboard.press('u');
  await expect(amina.getByTestId(`choice-${poll}-0`)).toHaveAttribute('aria-pressed', 'true');
  await expect(moderator.getByTestId(`votes-${poll}`)).toHaveText('2 voted so far');
  await mei.getByTestId(`unvote-${poll}`).click();
  await expect(moderator.getByTestId(`votes-${poll}`)).toHaveText('1 voted so far');
  await closeAndPublish(moderator, poll);
  await expect(results(mei, poll)).toContainText('1 person voted');
  await expect(results(mei, poll)).toContainText('Too few voted to show groups.');
  await expect(display.getByTestId(`screen-poll-${poll}`)).toHaveCount(0);
}

async function single({ moderator, amina, mei, display, crowd }: PollCast): Promise<void> {
  const poll = await ask(moderator, { kind: 'single', title: 'Who should audit?', choices: 'Public bodies\nUniversities\nVendors', live: true });
  await moderator.getByTestId(`show-poll-${poll}`).click();
  await amina.getByTestId(`choice-${poll}-1`).tap();
  await mei.getByTestId(`choice-${poll}-1`).click();
  await crowd[0]?.send('poll.vote', pick(poll, 2));
  await expect(display.getByTestId(`live-${poll}`)).toContainText('2 · 67%');
  await expect(moderator.getByTestId(`live-${poll}`)).toContainText('2 · 67%');
  await picture(display, 'poll-live-display');
  await closeAndPublish(moderator, poll);
  await expect(results(mei, poll).getByRole('row').nth(1)).toHaveText(/^Universities2 · 67%$/);
}

async function multiple({ moderator, amina, mei, crowd }: PollCast): Promise<void> {
  const poll = await ask(moderator, { kind: 'multiple', title: 'What do you need?', choices: 'Compute\nData\nPeople' });
  await amina.getByTestId(`choice-${poll}-0`).check();
  await amina.getByTestId(`choice-${poll}-2`).check();
  await amina.getByTestId(`send-ballot-${poll}`).tap();
  await expect(amina.getByTestId(`ballot-state-${poll}`)).toContainText('Your vote is in.');
  await mei.getByTestId(`choice-${poll}-2`).check();
  await mei.getByTestId(`send-ballot-${poll}`).click();
  await crowd[0]?.send('poll.vote', { poll, choice: [1, 2] });
  await picture(amina, 'poll-multiple-phone');
  await closeAndPublish(moderator, poll);
  await expect(results(mei, poll).getByRole('row').nth(1)).toHaveText(/^People3 · 100%$/);
}

async function ranking({ moderator, amina, fatou, mei, crowd }: PollCast): Promise<void> {
  const poll = await ask(moderator, { kind: 'ranking', title: 'What comes first?', choices: 'Audits\nSandboxes\nTraining' });
  for (const index of [2, 0, 1]) await amina.getByTestId(`rank-${poll}-${index}`).tap();
  await button(amina, 'Up: Audits').tap();
  await picture(amina, 'poll-ranking-phone');
  await amina.getByTestId(`send-ballot-${poll}`).tap();
  await expect(amina.getByTestId(`ballot-state-${poll}`)).toContainText('Your vote is in.');
  await fatou.getByTestId(`rank-${poll}-0`).tap();
  await picture(fatou, 'poll-ranking-small-phone');
  await fatou.getByTestId(`send-ballot-${poll}`).tap();
  await expect(fatou.getByTestId(`ballot-state-${poll}`)).toContainText('Your vote is in.');
  await crowd[0]?.send('poll.vote', { poll, choice: [2, 1, 0] });
  await closeAndPublish(moderator, poll);
  await expect(results(mei, poll).getByRole('row').nth(1)).toHaveText(/^Audits2 of 2$/);
  await picture(mei, 'poll-ranking-results-desktop');
}

async function dots({ moderator, amina, fatou, mei, crowd, display }: PollCast): Promise<void> {
  const poll = await ask(moderator, { kind: 'dots', title: 'Where should money go?', choices: 'Audits\nLanguages\nCompute', dots: 9 });
  await moderator.getByTestId(`show-poll-${poll}`).click();
  for (let dot = 1; dot <= 5; dot++) await fatou.getByTestId(`dot-${poll}-0`).tap();
  for (let dot = 1; dot <= 4; dot++) await fatou.getByTestId(`dot-${poll}-1`).tap();
  await expect(fatou.getByTestId(`dots-left-${poll}`)).toHaveText('0 dots left');
  // A tenth is not there to be given, by nobody.
  await expect(fatou.getByTestId(`dot-${poll}-2`)).toHaveAttribute('aria-disabled', 'true');
  await fatou.getByTestId(`dot-${poll}-2`).tap({ force: true });
  await expect(fatou.getByTestId(`dots-left-${poll}`)).toHaveText('0 dots left');
  const tenth: Answer | undefined = await crowd[0]?.send('poll.vote', { poll, choice: { 0: 5, 2: 5 } });
  expect(tenth).toMatchObject({ ok: false, code: 'limit' });
  expect(await crowd[0]?.send('poll.vote', { poll, choice: { 2: 9 } })).toEqual({ ok: true });
  await picture(fatou, 'poll-dots-small-phone');
  await fatou.getByTestId(`send-ballot-${poll}`).tap();
  await expect(fatou.getByTestId(`ballot-state-${poll}`)).toContainText('Your vote is in.');
  await amina.getByTestId(`dot-${poll}-1`).tap();
  await amina.getByTestId(`send-ballot-${poll}`).tap();
  await expect(moderator.getByTestId(`votes-${poll}`)).toHaveText('3 voted so far');
  await closeAndPublish(moderator, poll);
  await expect(results(mei, poll).getByRole('row')).toHaveText([/Choice.*Dots/, /^Compute9 dots$/, /^Audits5 dots$/, /^Languages5 dots$/]);
  await expect(display.getByTestId(`screen-poll-${poll}`)).toContainText('Compute');
  await picture(display, 'poll-dots-display');
}

async function shortAnswers({ moderator, amina, mei, display, crowd }: PollCast): Promise<void> {
  const poll = await ask(moderator, { kind: 'words', title: 'AI governance in a word?' });
  await moderator.getByTestId(`show-poll-${poll}`).click();
  await amina.getByLabel('Answer 1').fill('trust');
  await amina.getByLabel('Answer 2').fill('audits');
  await picture(amina, 'poll-words-phone');
  await amina.getByTestId(`send-ballot-${poll}`).tap();
  await mei.getByLabel('Answer 1').fill('Trust');
  await mei.getByTestId(`send-ballot-${poll}`).click();
  await crowd[0]?.send('poll.vote', { poll, choice: ['something rude'] });
  await expect(moderator.getByTestId(`votes-${poll}`)).toHaveText('3 voted so far');
  await moderator.getByTestId(`close-poll-${poll}`).click();
  const pass = moderator.getByTestId(`pass-words-${poll}`);
  await pass.getByRole('checkbox', { name: /^trust/i }).check();
  await pass.getByRole('checkbox', { name: /^audits/ }).check();
  await moderator.getByTestId(`save-words-${poll}`).click();
  await moderator.getByTestId(`publish-poll-${poll}`).click();
  await letGo(moderator);
  for (const page of [mei, display]) {
    await expect(page.locator('.poll-answers')).toContainText(/trust *2/i);
    await expect(page.locator('.poll-answers')).toContainText('audits');
    await expect(page.getByText('something rude')).toHaveCount(0);
  }
  await picture(display, 'poll-words-display');
  await picture(moderator, 'poll-words-desk');
}
