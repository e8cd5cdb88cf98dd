// What groups do with wishes that cannot hold and with acts that come twice or too late: a sentence that says what would be right.
import { desk, desktop, type GroupCast, groupTable, type Member, newPoint, note, notes, seatGroups, startDiscussion, teamsOf, writePoint } from './group_cast';
import { button, expect, expectLive, letGo, type Page, picture, test } from './table';

const { step } = test;

test('wishes that clash and acts that come twice are refused by name, and nothing is lost', async ({ server, browser }) => {
  test.setTimeout(360_000);
  const table = await groupTable(server, browser);
  const cast = await seatGroups(table);
  await startDiscussion(cast.moderator);
  await step('more groups than people', () => tooManyGroups(cast));
  await step('together and apart at once', () => togetherAndApart(cast));
  await step('opened twice', () => openedTwice(cast));
  await step('a role that somebody has', () => heldRole(cast));
  await step('a point taken out under the pen', () => removedUnderThePen(cast));
  await step('an unsafe call room', () => unsafeRoom(cast));
  await step('somebody who was removed meanwhile', () => removedMeanwhile(cast));
  for (const context of browser.contexts()) await context.close();
  expect(table.thrown).toEqual([]);
});

const options = (moderator: Page) => moderator.getByRole('dialog', { name: 'Plan groups' });

async function planWith(moderator: Page, fill: () => Promise<void>): Promise<void> {
  await button(desk(moderator), 'Options…').click();
  await fill();
  await moderator.getByTestId('plan-with-options').click();
}

async function tooManyGroups({ moderator, members }: GroupCast): Promise<void> {
  await planWith(moderator, async () => {
    const number = options(moderator).getByRole('textbox', { name: 'Number of groups' });
    await number.fill('61');
    await expect(options(moderator)).toContainText('How many: up to 60 groups');
    await number.fill('20');
    await number.press('Enter');
    await expect(options(moderator)).toContainText('More groups than people: 6 people can be placed.');
    await picture(moderator, 'groups-too-many-desktop');
    await number.fill('3');
  });
  await expect(moderator.getByTestId('plan-summary')).toContainText('3 groups · of 2');
  for (const { page } of members) await expect(page.getByTestId('own-group')).toHaveCount(0);
}

async function togetherAndApart({ moderator }: GroupCast): Promise<void> {
  await planWith(moderator, async () => {
    await options(moderator).getByRole('textbox', { name: 'Number of groups' }).fill('2');
    await options(moderator).getByText('Together, apart, hosts').click();
    for (const wish of ['Keep together', 'Keep apart']) {
      for (const name of ['amina', 'mei']) {
        await moderator.getByTestId('person-search').fill(name);
        await moderator.getByTestId('person-search').press('Enter');
      }
      await button(options(moderator), wish).click();
    }
    await picture(moderator, 'groups-options-desktop');
  });
  await expect(moderator.getByTestId('plan-clashes')).toContainText('Together and apart at once: Amina Diallo and Mei Tanaka');
  // One of the two wishes goes: then there is a plan, in which the other holds.
  await planWith(moderator, () => button(options(moderator), /^Remove: Apart:/).click());
  await expect(moderator.getByTestId('plan-clashes')).toHaveCount(0);
  const group = moderator.locator('[data-testid^="plan-group-"]').filter({ hasText: 'Amina Diallo' });
  await expect(group).toContainText('Mei Tanaka');
}

async function secondPage(page: Page): Promise<Page> {
  const second = await page.context().newPage();
  await second.setViewportSize(desktop);
  await second.goto(page.url());
  await expectLive(second);
  return second;
}

/** The moderator's laptop and phone, pressed at the same moment. */
async function openedTwice({ moderator, display }: GroupCast): Promise<void> {
  const second = await secondPage(moderator);
  const presses = [moderator, second].map((page) => page.getByTestId('open-groups'));
  for (const press of presses) await expect(press).toBeVisible();
  await Promise.all(presses.map((press) => press.evaluate((element: HTMLElement) => element.click())));
  await expect(display.locator('[data-testid^="wall-group-"]')).toHaveCount(2);
  // Whichever came second opens nothing: it is told so, or saw in time that there is nothing left to open.
  for (const page of [moderator, second]) {
    await expect(page.getByTestId('groups-countdown')).toBeVisible();
    await expect(page.getByTestId('open-groups')).toHaveCount(0);
    for (const notice of await page.locator('.notice').all()) await expect(notice).toContainText('Open groups: The groups are open already. Extend or close them.');
  }
  await second.close();
  for (const notice of await moderator.locator('.notice').all()) await button(notice, 'OK').click();
}

async function heldRole({ members }: GroupCast): Promise<void> {
  const [one, other] = (await teamsOf(members)).three.members as [Member, Member];
  await one.page.getByTestId('take-host').click();
  await expect(other.page.getByTestId('group-people')).toContainText(`Host: ${one.name}`);
  await other.page.getByTestId('take-host').click();
  const notice = other.page.locator('.notice');
  await expect(notice).toContainText('Host or reporter: Whoever has this role is here. It can be taken over when they are away.');
  await button(notice, 'OK').click();
  await expect(other.page.getByTestId('group-people')).toContainText(`Host: ${one.name}`);
}

/** The words of whoever was rewriting it are still theirs. */
async function removedUnderThePen({ members }: GroupCast): Promise<void> {
  const [one, other] = (await teamsOf(members)).three.members as [Member, Member];
  await writePoint(one.page, 'A point that goes away.');
  await letGo(other.page);
  await button(other.page, 'Edit: A point that goes away.').click();
  await other.page.getByLabel('Point', { exact: true }).fill('A point that somebody made better.');
  await button(one.page, 'More…: A point that goes away.').click();
  one.page.once('dialog', (dialog) => dialog.accept());
  await button(one.page, 'Remove: A point that goes away.').click();
  await expect(other.page.getByText('The point that you were writing is no longer here. Your words:')).toBeVisible();
  await picture(other.page, 'groups-orphan');
  await button(other.page, 'Mine as a point of its own').click();
  await letGo(one.page);
  await expect(note(one.page, 'A point that somebody made better.')).toBeVisible();
  await expect(notes(one.page)).toHaveCount(1);
  // No longer than the core takes: what is more cannot be typed.
  await newPoint(one.page).fill('x'.repeat(700));
  await expect(newPoint(one.page)).toHaveAttribute('maxlength', '600');
  await newPoint(one.page).fill('');
}

async function unsafeRoom({ moderator }: GroupCast): Promise<void> {
  await button(moderator, /^Look in: Group 1/).click();
  await button(moderator, 'Change…: Group 1').click();
  const room = moderator.getByLabel('Call room of Group 1');
  await room.fill('http://call.example/1');
  await expect(moderator.getByText('A link has to begin with https://.')).toBeVisible();
  await room.press('Enter');
  await room.fill('https://call.example/1');
  await button(moderator, 'Save').click();
  await expect(desk(moderator)).toContainText('own link');
}

/** The dialog stood open while somebody else removed the person: a sentence, and the groups stay as they are. */
async function removedMeanwhile({ moderator, members }: GroupCast): Promise<void> {
  const { two } = await teamsOf(members);
  const gone = two.members[0] as Member;
  await button(moderator, new RegExp(`^Look in: Group ${two.number}`)).click();
  if (two.number === 1) await button(moderator, /^Look in: Group 1/).click();
  await button(moderator, `${gone.name}: Move…`).click();
  const second = await secondPage(moderator);
  await second.getByTestId('everybody').click();
  await second.getByLabel('Search name or affiliation').fill(gone.name);
  await button(second, `Correct…: ${gone.name}`).click();
  second.once('dialog', (dialog) => dialog.accept());
  await button(second, 'Remove from session').click();
  await expect(gone.page.getByRole('alert').filter({ hasText: 'You were removed from this session' })).toBeVisible();
  const move = moderator.getByRole('dialog').getByRole('button', { name: /^Move here: Group/ });
  for (const press of await move.all()) await expect(press).toHaveAttribute('aria-disabled', 'true');
  await button(moderator, 'Close').click();
  await expect(moderator.getByRole('button', { name: `${gone.name}: Move…` })).toHaveCount(0);
}
