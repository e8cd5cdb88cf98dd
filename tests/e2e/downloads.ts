import { readFileSync } from 'node:fs';
import type { Page } from './table';

/** Presses the button of a report and reads what came. */
export async function downloaded(page: Page, testId: string): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByTestId(testId).click()]);
  return readFileSync(await download.path(), 'utf8');
}
