// Topics are offered, ranked on phones, and decide the groups; a group that lost its people is balanced again by few moves.
import { desk, type GroupCast, groupOf, groupTable, seatGroups, startDiscussion } from './group_cast';
import { button, expect, expectLive, type Page, picture, test } from './table';

const { step } = test;
const skills = 'Skills and schools';
const money = 'Who pays for compute';

test('topics are ranked, groups go by the wishes, and a rebalance moves few', async ({ server, browser }) => {
  test.setTimeout(240_000);
  const table = await groupTable(server, browser);
  const cast = await seatGroups(table);
  await startDiscussion(cast.moderator);
  await step('topics are offered', () => offer(cast));
  await step('ranked on phones, also without a line', () => rank(cast));
  await step('the groups go by it', () => planAndOpen(cast));
  await step('a rebalance moves few, and is looked at before', () => rebalance(cast));
  for (const context of browser.contexts()) await context.close();
  expect(table.thrown).toEqual([]);
});

const wishes = (page: Page) => page.getByTestId('topic-wishes');

async function offer({ moderator, members }: GroupCast): Promise<void> {
  for (const { page } of members) await expect(wishes(page)).toHaveCount(0);
  await moderator.getByTestId('plan-options').click();
  const dialog = moderator.getByRole('dialog');
  await dialog.getByText('Topics', { exact: true }).click();
  await expect(dialog.getByTestId('offer-topics')).toHaveCount(0);
  for (const [index, title] of [skills, money].entries()) {
    await button(dialog, 'Add a topic').click();
    await dialog.getByLabel(`Topic of group ${index + 1}`).fill(title);
  }
  await picture(moderator, 'topics-options-desktop');
  await dialog.getByTestId('offer-topics').click();
  await expect(dialog).toHaveCount(0);
  await expect(moderator.getByTestId('topic-offer')).toContainText('0 have');
  for (const { page } of members) await expect(wishes(page)).toContainText(money);
}

async function rankBest(page: Page, best: number): Promise<void> {
  await page.getByTestId(`wish-${best}`).click();
  await page.getByTestId(`wish-${1 - best}`).click();
  await page.getByTestId('send-wishes').click();
}

async function rank({ moderator, members }: GroupCast): Promise<void> {
  const [one, two, three, four, five] = members.map(({ page }) => page) as [Page, Page, Page, Page, Page];
  for (const page of [one, two]) await rankBest(page, 1);
  for (const page of [three, four]) await rankBest(page, 0);
  // The fifth stands in a tunnel: what was put in order is kept and goes out later.
  await five.context().setOffline(true);
  await expect(five.getByTestId('connection-state')).toHaveText(/^Offline/);
  await rankBest(five, 1);
  await expect(five.getByTestId('wishes-state')).toContainText('sent as soon as the line is back');
  await five.context().setOffline(false);
  await expectLive(five);
  for (const page of [one, five]) await expect(page.getByTestId('wishes-state')).toContainText('Your order is in.');
  await picture(one, 'topics-ranked-phone', true);
  await expect(moderator.getByTestId('topic-offer')).toContainText('5 have');
  await expect(moderator.getByTestId('topic-offer')).toContainText(`${money}: first for 3`);
  await picture(moderator, 'topics-offered-desktop');
  // A change of mind counts.
  await button(two, `Down: ${money}`).click();
  await two.getByTestId('send-wishes').click();
  await expect(moderator.getByTestId('topic-offer')).toContainText(`${money}: first for 2`);
  await button(two, `Up: ${money}`).click();
  await two.getByTestId('send-wishes').click();
  await expect(moderator.getByTestId('topic-offer')).toContainText(`${money}: first for 3`);
}

async function planAndOpen({ moderator, members, display }: GroupCast): Promise<void> {
  await moderator.getByTestId('plan-groups').click();
  await expect(moderator.getByTestId('plan-summary')).toContainText('first wish for 5 of 5');
  await picture(moderator, 'topics-planned-desktop');
  await moderator.getByTestId('open-groups').click();
  for (const [index, { page }] of members.entries()) {
    await expect(page.getByTestId('own-group')).toContainText([0, 1, 4].includes(index) ? money : skills);
    await expect(wishes(page)).toHaveCount(0);
  }
  await expect(display.locator('[data-testid^="wall-group-"]').filter({ hasText: money })).toContainText('Amina Diallo');
}

/** Two and four become three and three again. */
async function rebalance({ moderator, members }: GroupCast): Promise<void> {
  const from = members[2];
  if (from === undefined) throw new Error('five members');
  const small = await groupOf(from.page);
  await button(moderator, new RegExp(`^Look in: Group ${small}`)).click();
  await button(moderator, `${from.name}: Move…`).click();
  await moderator.getByRole('dialog').getByRole('button', { name: new RegExp(`^Move here: Group ${3 - small}`) }).click();
  await expect.poll(() => groupOf(from.page)).toBe(3 - small);
  await moderator.getByTestId('rebalance').click();
  const moves = moderator.getByTestId('rebalance-moves');
  await expect(moves.getByRole('listitem')).toHaveCount(1);
  await expect(moves).toContainText(new RegExp(`Group ${3 - small}.* → Group ${small}`));
  await picture(moderator, 'groups-rebalance-desktop');
  // Nobody is moved yet.
  expect(await groupOf(from.page)).toBe(3 - small);
  await moves.getByTestId('rebalance-apply').click();
  await expect(moves).toHaveCount(0);
  await expect(desk(moderator).getByText(/^3 people/)).toHaveCount(2);
  await moderator.getByTestId('rebalance').click();
  await expect(moves).toContainText('No move would make the groups better.');
}
