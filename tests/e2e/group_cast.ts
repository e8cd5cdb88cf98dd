// The people of a session with breakout groups, and what they do again and again.
import { type Browser, expect, type Locator } from './playwright';
import { fileOf, igfSession, type Server } from './server';
import { button, type Page, passNames, phone, Table, tablet } from './table';

export const touch = { hasTouch: true, isMobile: true };
export const smallPhone = { width: 320, height: 640 };
export const desktop = { width: 1280, height: 800 };
export const withoutDevice = 'Row 5, aisle';

/** Somebody who can be put into a group, at a page of their own. */
export interface Member {
  name: string;
  page: Page;
}

export interface GroupCast {
  moderator: Page;
  /** On a tablet, walking along the tables. */
  steward: Page;
  rapporteur: Page;
  /** Phones of two sizes, laptops; in the room and online. */
  members: Member[];
  display: Page;
}

/** The shipped session with two groups at numbered tables and a call whose rooms are chosen inside it. */
export async function groupTable(server: Server, browser: Browser): Promise<Table> {
  const file = JSON.parse(fileOf(igfSession)) as { breakouts: { size?: number }; media: object[] };
  const { size: _, ...breakouts } = file.breakouts;
  const changed = {
    ...file,
    media: [...file.media, { kind: 'call', label: 'Zoom', url: 'https://zoom.example/j/42' }],
    breakouts: { ...breakouts, count: 2, tables: [4, 7] },
  };
  return new Table(server, await server.create(JSON.stringify(changed)), browser);
}

export async function seatGroups(table: Table): Promise<GroupCast> {
  const online = { where: 'online' } as const;
  const onsite = { where: 'onsite' } as const;
  const member = async (name: string, size: typeof phone, who: object, more = {}): Promise<Member> => ({
    name,
    page: await table.join(table.joinLink, size, { name, ...who }, more),
  });
  const cast = {
    moderator: await table.join(table.personLink('Ke GONG'), desktop, onsite),
    steward: await table.join(table.link('steward'), tablet, { name: 'Stella Steward', ...onsite }),
    rapporteur: await table.join(table.personLink('Jieyao Wang'), desktop, onsite),
    members: [
      await member('Amina Diallo', phone, { stakeholder: 'civil_society', region: 'african', ...online }, touch),
      await member('Mei Tanaka', desktop, { stakeholder: 'technical_community', region: 'asia_pacific', ...onsite }),
      await member('Luis Herrera', phone, { stakeholder: 'private_sector', region: 'grulac', ...online }, touch),
      await member('Fatou Ndiaye', smallPhone, { stakeholder: 'civil_society', region: 'african', ...onsite }, touch),
      await member('Jonas Lindqvist', desktop, { stakeholder: 'government', region: 'weog', ...online }),
    ],
    display: await table.display(),
  };
  await passNames(cast.moderator, cast.members.length);
  await cast.steward.getByLabel('Name or seat').fill(withoutDevice);
  await cast.steward.getByTestId('person-add').click();
  return cast;
}

/** To the discussion: the second part of the agenda. */
export async function startDiscussion(moderator: Page): Promise<void> {
  await moderator.keyboard.press('n');
  await expect(moderator.getByTestId('phase-countdown')).toHaveText(/^(20:00|19:5\d) left$/);
  await moderator.keyboard.press('n');
  await expect(moderator.getByTestId('phase-countdown')).toHaveText(/^(27:00|26:5\d) left$/);
}

/** Whoever raised a hand once is known by name to everyone, the room screen included. */
export async function becomeKnown({ members, moderator }: GroupCast): Promise<void> {
  for (const { page } of members) await page.getByTestId('raise-hand').click();
  await expect(moderator.getByTestId('waiting-count')).toHaveText(/Waiting · 5/i);
  for (const { page } of members) await button(page, 'Lower hand').click();
  await expect(moderator.getByTestId('waiting-count')).toHaveText(/Waiting · 0/i);
}

export const desk = (page: Page) => page.getByTestId('breakout-desk');
export const notes = (page: Page | Locator) => page.locator('[data-testid^="note-"]:not([data-testid="note-new"])');
export const note = (page: Page | Locator, text: string) => notes(page).filter({ hasText: text });
export const newPoint = (page: Page) => page.getByLabel('New point');

/** In which group a member's own page says that they are: 1 or 2. */
export async function groupOf(page: Page): Promise<number> {
  const words = await page.getByTestId('own-group').getByRole('heading').textContent();
  return Number(/Group (\d+)/.exec(words ?? '')?.[1]);
}

export async function writePoint(page: Page, text: string): Promise<void> {
  await newPoint(page).fill(text);
  await button(page, 'Add point').click();
  await expect(note(page, text)).toBeVisible();
}

/** Half of a group: those of its members who have a page here. */
export interface Team {
  number: number;
  members: Member[];
}

/** Three of the five pages are in one group, two and the person without a device in the other. */
export async function teamsOf(members: Member[]): Promise<{ three: Team; two: Team }> {
  const placed = await Promise.all(members.map(async (member) => ({ member, number: await groupOf(member.page) })));
  const teams = [1, 2].map((number) => ({ number, members: placed.filter((each) => each.number === number).map((each) => each.member) }));
  teams.sort((one, other) => other.members.length - one.members.length);
  const [three, two] = teams;
  if (three === undefined || two === undefined) throw new Error('two groups');
  expect([three.members.length, two.members.length]).toEqual([3, 2]);
  return { three, two };
}
