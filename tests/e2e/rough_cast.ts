// The people of a session in which nearly everything goes other than planned, and what they do again and again.
import { type Browser, expect } from './playwright';
import { fileOf, igfSession, type Server } from './server';
import { button, laptop, letGo, type Page, phone, Table, tablet } from './table';

export const touch = { hasTouch: true, isMobile: true };

export interface RoughCast {
  /** Ke GONG at a laptop, until it dies. */
  moderator: Page;
  steward: Page;
  rapporteur: Page;
  /** On a phone, online, by a bad line. */
  amina: Page;
  /** On a laptop, in the room; she has a second entry on her phone. */
  mei: Page;
  meiOnPhone: Page;
  /** On a phone, online, without a microphone. */
  luis: Page;
  display: Page;
}

/** The shipped session, whose slot began some minutes ago; nobody has started it. */
export async function lateTable(server: Server, browser: Browser, minutesAgo: number): Promise<Table> {
  const starts = new Date(Date.now() - minutesAgo * 60_000).toISOString().replace(/\.\d+Z$/, 'Z');
  const file = { ...(JSON.parse(fileOf(igfSession)) as object), starts_at: starts };
  return new Table(server, await server.create(JSON.stringify(file)), browser);
}

export async function seatRough(table: Table): Promise<RoughCast> {
  const online = { where: 'online' } as const;
  const onsite = { where: 'onsite' } as const;
  return {
    moderator: await table.join(table.personLink('Ke GONG'), laptop, onsite),
    steward: await table.join(table.link('steward'), tablet, { name: 'Stella Steward', ...onsite }),
    rapporteur: await table.join(table.personLink('Jieyao Wang'), laptop, onsite),
    amina: await table.join(table.joinLink, phone, { name: 'Amina Diallo', stakeholder: 'civil_society', ...online }, touch),
    mei: await table.join(table.joinLink, laptop, { name: 'Mei Tanaka', stakeholder: 'technical_community', ...onsite }),
    meiOnPhone: await table.join(table.joinLink, phone, { name: 'Mei T.', ...onsite }, touch),
    luis: await table.join(table.joinLink, phone, { name: 'Luis Herrera', stakeholder: 'private_sector', ...online }, touch),
    display: await table.display(),
  };
}

export const hands = (page: Page) => page.locator('[data-testid^="hand-"]');
export const hand = (page: Page, name: string) => hands(page).filter({ hasText: name });
export const talk = (page: Page, name: string) => page.locator('[data-testid^="talk-"]').filter({ hasText: name });
export const question = (page: Page, text: string) => page.locator('[data-testid^="question-"]').filter({ hasText: text });
export const turn = (page: Page) => page.getByTestId('turn');
export const undoBar = (page: Page) => page.getByTestId('undo-bar');
/** The row of the bar under a moderator's thumb. */
export const thumb = (page: Page, name: RegExp) => page.getByTestId('stage-bar').getByRole('button', { name });

export async function ask(page: Page, text: string): Promise<void> {
  await page.getByLabel('Your question').fill(text);
  await button(page, 'Ask').click();
}

export async function raise(page: Page, place: string): Promise<void> {
  await page.getByTestId('raise-hand').click();
  await expect(page.getByTestId('own-place')).toHaveText(place);
}

/** Answers yes to the one question that a press brings up. */
export async function confirmed(page: Page, press: () => Promise<void>): Promise<void> {
  page.once('dialog', (dialog) => dialog.accept());
  await press();
}

/** A person's row among everybody, at the desk of staff. */
export async function findPerson(staff: Page, name: string): Promise<void> {
  await staff.getByLabel('Search name or affiliation').fill(name);
  await letGo(staff);
}

/** Remembers whether any of the words was ever on the page, were it for one frame only. */
export async function watchFor(page: Page, words: string): Promise<() => Promise<boolean>> {
  await page.evaluate((wanted) => {
    const look = () => {
      if (document.body.textContent?.includes(wanted) || document.title.includes(wanted)) Object.assign(globalThis, { wordsWereSeen: true });
    };
    new MutationObserver(look).observe(document.documentElement, { subtree: true, childList: true, characterData: true });
    look();
  }, words);
  return () => page.evaluate(() => 'wordsWereSeen' in globalThis);
}
