// A room's LAN address has no TLS: what browsers keep for secure pages has another way. And where nothing can run, the page says so.
import playwright from './playwright.config';
import { button, expect, laptop, type Page, phone, picture, test } from './table';

const launchOptions = playwright.use?.launchOptions;
test.use({
  launchOptions: {
    ...launchOptions,
    args: [...(launchOptions?.args ?? []), '--host-resolver-rules=MAP room.test 127.0.0.1'],
  },
});

/** The same page at an address that no browser takes for secure. */
const plain = (link: string) => link.replace('127.0.0.1', 'room.test');

async function expectInsecure(page: Page): Promise<void> {
  expect(await page.evaluate(() => [isSecureContext, 'clipboard' in navigator, 'wakeLock' in navigator, 'randomUUID' in crypto])).toEqual([
    false,
    false,
    false,
    false,
  ]);
}

/** What lies in the clipboard, as a person finds out. */
async function pasted(page: Page): Promise<string> {
  await button(page, 'Announce…').click();
  const field = page.getByRole('textbox', { name: 'Announcement' });
  await field.focus();
  await page.keyboard.press('Control+V');
  const text = await field.inputValue();
  await field.fill('');
  await page.keyboard.press('Escape');
  return text;
}

const video = (page: Page) =>
  page.evaluate(() => {
    const one = document.querySelector<HTMLVideoElement>('[data-testid="awake-video"]');
    return one === null ? null : { plays: !one.paused, time: one.currentTime, wide: one.clientWidth };
  });

test('over plain HTTP one key copies plan and queue, and each copy button copies', async ({ table }) => {
  const moderator = await table.join(plain(table.personLink('Ke GONG')), laptop, {});
  await expectInsecure(moderator);
  const amina = await table.join(plain(table.joinLink), phone, { name: 'Amina Diallo', where: 'online', stakeholder: 'civil_society' });
  await moderator.keyboard.press('n');
  await amina.getByTestId('raise-hand').click();
  await amina.getByLabel('Your question').fill('Who pays for audits?');
  await button(amina, 'Ask').click();
  await button(moderator, 'Approve: Who pays for audits?').click();
  await expect(amina.locator('[data-testid^="question-"]').filter({ hasText: 'Who pays for audits?' })).toBeVisible();
  await expect(moderator.getByRole('heading', { name: 'Open · 1' })).toBeVisible();
  await expect(moderator.locator('[data-testid^="hand-"]')).toHaveCount(1);
  await moderator.mouse.move(1, 1);
  await moderator.keyboard.press('c');
  await expect(moderator.getByTestId('copy-paper')).toContainText('Copied');
  const text = await pasted(moderator);
  expect(text).toContain(`Code ${table.session.code}`);
  expect(text).toMatch(/\[>\] \d\d:\d\d–\d\d:\d\d Best practices \(20 min, \d\d:\d\d left\)/);
  expect(text).toContain('1. Amina Diallo, civil society, online (in order of arrival)');
  expect(text).toContain('1. Who pays for audits? (0 supporters, Amina Diallo)');
  await moderator.getByTestId('room-links').click();
  await button(moderator, 'Copy: Link to join').click();
  await expect(button(moderator, 'Copy: Link to join')).toHaveText('Copied');
  await moderator.keyboard.press('Escape');
  expect(await pasted(moderator)).toContain(`/s/${table.session.code}`);
  await expect(moderator.getByTestId('copy-paper')).toContainText('Copy as text');
  await picture(moderator, 'copy-paper-desktop');
});

test('where nothing may be copied the text stands ready to be taken by hand', async ({ table }) => {
  const moderator = await table.open(plain(table.personLink('Ke GONG')), laptop);
  await moderator.evaluate(() => {
    document.execCommand = () => false;
  });
  await button(moderator, 'Join').click();
  await expect(moderator.getByTestId('copy-paper')).toBeVisible();
  await moderator.keyboard.press('c');
  const field = moderator.getByRole('textbox', { name: 'Plan and queue as text' });
  await expect(field).toHaveValue(/Best practices/);
  expect(await field.evaluate((one: HTMLTextAreaElement) => one.selectionEnd - one.selectionStart > 100)).toBe(true);
  await picture(moderator, 'paper-by-hand-desktop');
});

test('over plain HTTP anonymous questions and hands go out, and screens stay lit by a video', async ({ table }) => {
  const moderator = await table.join(plain(table.personLink('Ke GONG')), laptop, {});
  const amina = await table.join(plain(table.joinLink), phone, { name: 'Amina Diallo' }, { hasTouch: true, isMobile: true });
  const display = await table.open(plain(table.link('display')), { width: 1920, height: 1080 });
  await expectInsecure(amina);
  await moderator.keyboard.press('n');
  await expect(amina.getByTestId('raise-hand')).toBeVisible();
  await amina.getByLabel('Your question').fill('Who audits the auditors?');
  await amina.getByLabel('Ask anonymously').check();
  await button(amina, 'Ask').tap();
  await expect(moderator.locator('[data-testid^="question-"]')).toContainText('Anonymous');
  await expect.poll(async () => (await video(amina))?.plays).toBe(true);
  await expect.poll(async () => (await video(display))?.plays).toBe(true);
  expect((await video(display))?.wide).toBe(1920);
  const before = (await video(display))?.time ?? 0;
  await expect.poll(async () => (await video(display))?.time ?? 0).toBeGreaterThan(before);
  await picture(display, 'display-awake');
  await amina.getByTestId('awake').uncheck();
  await expect.poll(() => video(amina)).toBeNull();
  await amina.reload();
  await expect(amina.getByTestId('awake')).not.toBeChecked();
});

test('with TLS the browser’s own lock keeps the screen lit, again after each return', async ({ table }) => {
  const moderator = await table.join(table.personLink('Ke GONG'), laptop, {});
  const amina = await table.open('about:blank', phone);
  await amina.addInitScript(() => {
    const locks: { released: boolean }[] = [];
    Object.assign(globalThis, { locks });
    const request = async () => {
      const lock = { released: false, release: async () => void Object.assign(lock, { released: true }) };
      locks.push(lock);
      return lock;
    };
    Object.defineProperty(navigator, 'wakeLock', { value: { request } });
  });
  await amina.goto(table.joinLink);
  await amina.getByLabel('Name', { exact: true }).fill('Amina Diallo');
  await button(amina, 'Join').click();
  const held = () => amina.evaluate(() => (globalThis as unknown as { locks: { released: boolean }[] }).locks.map((lock) => lock.released));
  await expect(amina.getByTestId('state-lobby')).toBeVisible();
  expect(await held()).toEqual([]);
  await moderator.keyboard.press('n');
  await expect.poll(held).toEqual([false]);
  await amina.evaluate(() => {
    const lock = (globalThis as unknown as { locks: { released: boolean }[] }).locks[0];
    if (lock !== undefined) lock.released = true;
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await expect.poll(held).toEqual([true, false]);
  await amina.getByTestId('awake').uncheck();
  await expect.poll(held).toEqual([true, true]);
  expect(await video(amina)).toBeNull();
});

test('without WebAssembly a page says so, and shows the way into the call', async ({ table }) => {
  const page = await table.open('about:blank', phone);
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'WebAssembly'));
  await page.route(`**/api/sessions/${table.session.code}`, async (route) => {
    const answer = await route.fetch();
    const facts = (await answer.json()) as Record<string, unknown>;
    const media = [
      { kind: 'call', label: 'Zoom', url: 'https://zoom.example/j/1' },
      { kind: 'document', label: 'bad', url: 'javascript:alert(1)' },
    ];
    await route.fulfill({ json: { ...facts, media } });
  });
  await page.goto(table.joinLink);
  await expect(page.getByRole('heading', { name: 'Ethical and Responsible AI Innovation' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'This browser cannot show the table' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Open the call' })).toHaveAttribute('href', 'https://zoom.example/j/1');
  await expect(page.getByRole('link')).toHaveCount(1);
  await expect(page.getByTestId('without-core')).toContainText('Lockdown Mode');
  await expect(page.getByTestId('without-core')).toContainText(table.session.code);
  await expect(page.getByTestId('join-form')).toHaveCount(0);
  await picture(page, 'without-core-phone');
  // A server that does not tell the links yet.
  await page.unroute(`**/api/sessions/${table.session.code}`);
  await page.route(`**/api/sessions/${table.session.code}`, async (route) => {
    const facts = (await (await route.fetch()).json()) as Record<string, unknown>;
    await route.fulfill({ json: { ...facts, media: undefined } });
  });
  await page.reload();
  await expect(page.getByTestId('without-core')).toContainText('The link to the call is in your invitation.');
});
