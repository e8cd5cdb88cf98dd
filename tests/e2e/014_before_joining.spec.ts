// Before anybody joins: what is kept, who sees it, how long. And whose clock a time is on.
import { fileOf, igfSession } from './server';
import { button, expect, phone, picture, roomScreen, Table, test } from './table';

test('the join page says what is kept, who sees it, how long, and links the code of conduct', async ({ table }) => {
  const page = await table.open(table.joinLink, phone);
  const before = page.getByTestId('before-joining');
  for (const words of ['until the organiser deletes the session', 'Staff see your entry', 'streamed and recorded', 'A first name is enough']) {
    await expect(before).toContainText(words);
  }
  await expect(before.getByRole('listitem').first()).not.toBeVisible();
  await before.getByText('What is kept, who sees it, for how long').click();
  await expect(before.getByRole('listitem')).toHaveCount(8);
  await expect(before.getByRole('listitem').first()).toBeVisible();
  await expect(page.getByRole('link', { name: 'Code of conduct of the IGF' })).toHaveAttribute(
    'href',
    'https://www.intgovforum.org/en/content/igf-code-of-conduct',
  );
  await picture(page, 'before-joining-phone', true);
  // A first name is enough.
  await page.getByLabel('Name', { exact: true }).fill('Amina');
  await button(page, 'Join').click();
  await expect(page.getByTestId('own-profile')).toContainText('Amina');
});

test('times are the person’s own; on the wall they are the venue’s', async ({ table }) => {
  // The session starts at 14:00 where it is held, two hours ahead of UTC.
  const tokyo = await table.join(table.joinLink, phone, { name: 'Mei Tanaka' }, { timezoneId: 'Asia/Tokyo' });
  await expect(tokyo.getByTestId('state-lobby')).toContainText('21:00 GMT+9');
  await expect(tokyo.getByTestId('zone-line')).toHaveText(
    'Times as on this device (UTC+9). The screen in the room shows the venue’s (UTC+2).',
  );
  const display = await table.open(table.link('display'), roomScreen, { timezoneId: 'America/New_York' });
  await expect(display.getByTestId('state-lobby')).toContainText('14:00 UTC+2');
  // A zone with the venue's clock all year: the slot is long past, so the agenda counts from today.
  const there = await table.join(table.joinLink, phone, { name: 'Amina Diallo' }, { timezoneId: 'Africa/Johannesburg' });
  await expect(there.getByTestId('state-lobby')).toContainText('14:00');
  await expect(there.getByTestId('zone-line')).toHaveCount(0);
});

test('whose times an agenda shows is told for its own day, whatever the season is now', async ({ table, browser }) => {
  const year = new Date().getFullYear() + 1;
  for (const start of [`${year}-07-01T14:00:00+02:00`, `${year}-01-15T14:00:00+01:00`]) {
    const file = { ...(JSON.parse(fileOf(igfSession)) as object), starts_at: start };
    const ahead = new Table(table.server, await table.server.create(JSON.stringify(file)), browser);
    const oslo = await ahead.join(ahead.joinLink, phone, { name: 'Amina Diallo' }, { timezoneId: 'Europe/Oslo' });
    await expect(oslo.getByTestId('state-lobby')).toContainText('14:00');
    await expect(oslo.locator('.agenda-list li').first()).toContainText('14:00');
    await expect(oslo.getByTestId('zone-line')).toHaveCount(0);
    expect(ahead.thrown).toEqual([]);
  }
});
