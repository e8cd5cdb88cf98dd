import { button, expect, expectLive, fillAndJoin, laptop, phone, picture, type Page, test } from './table';
import { fileOf, igfSession } from './server';

const asFile = (name: string, text: string) => ({ name, mimeType: 'application/json', buffer: Buffer.from(text) });

async function prepare(page: Page, name: string, text: string): Promise<void> {
  await button(page, 'Prepare a session…').click();
  await page.getByLabel('Session file', { exact: true }).setInputFiles(asFile(name, text));
}

test('a broken file is shown its faults, each with its place', async ({ table }) => {
  const page = await table.open(table.server.address, laptop);
  await picture(page, 'start-desktop');
  await prepare(page, 'broken.json', fileOf('tests/wire/files/negative-minutes.json'));
  const faults = page.getByTestId('session-faults');
  await expect(faults.locator('code')).toHaveText([/^\/phases\/\d\/minutes$/]);
  await page.getByLabel('Or paste its text').fill(fileOf('tests/wire/files/broken.json'));
  await expect(faults.locator('code').first()).toHaveText('/');
  await page.getByLabel('Admin key').fill(table.server.adminKey());
  await button(page, 'Create session').click();
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(faults).toBeVisible();
  await expect(page.getByTestId('session-links')).toHaveCount(0);
});

test('the plan as submitted comes back fitted to its slot', async ({ table }) => {
  const page = await table.open(table.server.address, laptop);
  await prepare(page, 'igf.json', fileOf('tests/wire/files/igf-2025-as-submitted.json'));
  const faults = page.getByTestId('session-faults');
  await expect(faults).toContainText('90');
  await expect(faults.locator('ol li')).toHaveText([/30 → 20 min/, /40 → 27 min/, /20 → 13 min/]);
  await picture(page, 'prepare-faults-desktop', true);
});

test('a good file gives links that open, and a code that joins', async ({ table }) => {
  const page = await table.open(table.server.address, laptop);
  await button(page, 'Prepare a session…').click();
  await button(page, /Ethical and Responsible AI Innovation/).click();
  await expect(page.getByLabel('Or paste its text')).toHaveValue(fileOf(igfSession));
  await expect(page.getByText('No faults found.')).toBeVisible();
  await page.getByLabel('Admin key').fill('not the key');
  await button(page, 'Create session').click();
  await expect(page.getByRole('alert')).toContainText('not the admin key');
  await page.getByLabel('Admin key').fill(table.server.adminKey());
  await button(page, 'Create session').click();
  const links = page.getByTestId('session-links');
  await expect(links).toBeVisible();
  await picture(page, 'links-desktop', true);
  const code = (await links.getByTestId('join-code').innerText()).trim();
  await page.setViewportSize(phone);
  await picture(page, 'links-phone', true);
  for (const name of ['Moderator', 'Steward', 'Rapporteur', 'Ke GONG (Moderator)']) {
    const address = (await links.getByRole('link', { name, exact: true }).getAttribute('href')) ?? '';
    const staff = await table.open(address, laptop);
    await expect(staff.getByTestId('join-form')).toBeVisible();
    if (name.startsWith('Ke')) await expect(staff.getByLabel('Name', { exact: true })).toHaveValue('Ke GONG');
    await staff.context().close();
  }
  const attendee = await table.open(table.server.address, phone);
  await picture(attendee, 'start-phone', true);
  await attendee.getByLabel('Session code').fill('0O1');
  await button(attendee, 'Go to the table').click();
  await expect(attendee.getByRole('alert')).toContainText('six letters and digits');
  await attendee.getByLabel('Session code').fill(code.toLowerCase());
  await attendee.keyboard.press('Enter');
  await expect(attendee.getByTestId('join-form')).toBeVisible();
  await picture(attendee, 'join-phone', true);
  await fillAndJoin(attendee, { name: 'Amina Diallo' });
  await attendee.reload();
  await expectLive(attendee);
});

test('an unknown code and a wrong invitation say so', async ({ table }) => {
  const unknown = await table.open(`${table.server.address}/s/ZZZZZZ`, phone);
  await expect(unknown.getByRole('heading', { name: 'No such session' })).toBeVisible();
  const wrong = await table.open(`${table.joinLink}#invite=not-an-invitation`, phone);
  await expect(wrong.getByRole('heading', { name: 'This link does not work' })).toBeVisible();
});
