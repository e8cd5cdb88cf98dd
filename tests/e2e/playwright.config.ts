import { defineConfig } from './playwright';

// From webclient: npx playwright test -c ../tests/e2e/playwright.config.ts
export default defineConfig({
  testDir: '.',
  outputDir: '../../webclient/test-results',
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: {
    actionTimeout: 10_000,
    timezoneId: 'UTC',
    locale: 'en',
    launchOptions: { executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] },
  },
});
