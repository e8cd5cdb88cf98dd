// One server, one session, and the people around it, each in a browser of their own.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { test as base, type Browser, type BrowserContextOptions, expect, type Locator, type Page } from './playwright';
import { type Created, Server } from './server';

export { expect, type Locator, type Page } from './playwright';

export const phone = { width: 390, height: 844 };
export const laptop = { width: 1440, height: 900 };
export const tablet = { width: 820, height: 1180 };
export const roomScreen = { width: 1920, height: 1080 };

export interface Joining {
  name?: string;
  where?: 'onsite' | 'online';
  stakeholder?: string;
  region?: string;
}

export class Table {
  /** What a page's own code threw: nothing, in a good test. */
  readonly thrown: string[] = [];

  constructor(
    readonly server: Server,
    readonly session: Created,
    private readonly browser: Browser,
  ) {}

  get joinLink(): string {
    return `${this.server.address}/s/${this.session.code}`;
  }

  link(role: string): string {
    const link = this.session.links[role];
    if (link === undefined) throw new Error(`no link for ${role}`);
    return link;
  }

  personLink(name: string): string {
    const person = this.session.people.find((one) => one.name === name);
    if (person === undefined) throw new Error(`no link for ${name}`);
    return person.link;
  }

  /** Opens an address in a browser that nobody has used before. */
  async open(address: string, viewport: { width: number; height: number }, more: BrowserContextOptions = {}): Promise<Page> {
    const context = await this.browser.newContext({ viewport, ...more });
    const page = await context.newPage();
    page.on('pageerror', (error) => this.thrown.push(`${address}: ${error.message}`));
    await page.goto(address);
    return page;
  }

  /** Opens a link and goes through the join page. */
  async join(address: string, viewport: { width: number; height: number }, who: Joining, more: BrowserContextOptions = {}): Promise<Page> {
    const page = await this.open(address, viewport, more);
    await fillAndJoin(page, who);
    return page;
  }

  async display(): Promise<Page> {
    const page = await this.open(this.link('display'), roomScreen);
    await expect(page.locator('.display')).toBeVisible();
    return page;
  }
}

export async function fillAndJoin(page: Page, who: Joining): Promise<void> {
  if (who.name !== undefined) await page.getByLabel('Name', { exact: true }).fill(who.name);
  if (who.where !== undefined) await page.getByLabel('Where you are').selectOption(who.where);
  if (who.stakeholder !== undefined) await page.getByLabel('Stakeholder group').selectOption(who.stakeholder);
  if (who.region !== undefined) await page.getByLabel('Regional group').selectOption(who.region);
  await page.getByRole('button', { name: 'Join', exact: true }).click();
  await expectLive(page);
}

export async function expectLive(page: Page): Promise<void> {
  await expect(page.getByTestId('connection-state')).toHaveText(/^Live/, { timeout: 20_000 });
}

export const button = (page: Page | Locator, name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });

/** Takes the mouse off the page's lists: they wait while it rests on one. */
export const letGo = (page: Page): Promise<void> => page.mouse.move(1, 1);

/** Staff let the typed names pass: until then the others see guests. */
export async function passNames(moderator: Page, count: number): Promise<void> {
  const names = moderator.getByTestId('names-to-pass');
  await expect(names.getByRole('listitem')).toHaveCount(count);
  await names.getByTestId('pass-all').click();
  await expect(names).toBeHidden();
}

/** Kept for people to look at; not compared with anything. */
export async function picture(page: Page, name: string, whole = false): Promise<void> {
  const folder = join(__dirname, 'screenshots');
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: whole, animations: 'disabled' });
}

/** A server for the file's tests, a session for each test. */
export const test = base.extend<{ table: Table }, { server: Server }>({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what is used from this pattern.
    async ({}, use) => {
      const server = await Server.start();
      await use(server);
      await server.stop();
    },
    { scope: 'worker' },
  ],
  table: async ({ server, browser }, use) => {
    const table = new Table(server, await server.create(), browser);
    await use(table);
    for (const context of browser.contexts()) await context.close();
    expect(table.thrown).toEqual([]);
  },
});
