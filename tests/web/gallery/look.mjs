// Takes a picture of every page and runs axe on it. Usage: from webclient, with `npx vite` running:
//   node ../tests/web/gallery/look.mjs FOLDER [page/state/size ...]
// GALLERY names another address than http://localhost:5173.
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(`${process.cwd()}/package.json`);
const { chromium } = require('@playwright/test');
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const sizes = { phone: [390, 844], desk: [1440, 900], room: [1920, 1080], tablet: [820, 1180] };
const all = [
  ...['live', 'hand', 'turn', 'over', 'lobby', 'break', 'closed', 'empty', 'announced', 'reconnecting', 'removed', 'questions', 'takeaways'].map(
    (state) => `attendee/${state}/phone`,
  ),
  'attendee/hand/desk', 'speaker/turn/phone', 'moderator/live/desk', 'moderator/empty/desk', 'moderator/lobby/desk',
  'moderator/notice/desk', 'moderator/live/phone', 'moderator/live/phone/open:More', 'online_moderator/live/phone', 'online_moderator/live/desk', 'steward/live/tablet',
  'attendee/cue/phone', 'attendee/cue/desk', 'attendee/answered/phone', 'moderator/cued/desk', 'moderator/cued/phone', 'moderator/closed/desk',
  'steward/cued/tablet', 'rapporteur/noted/desk', 'rapporteur/noted/phone', 'rapporteur/closed/desk', 'rapporteur/final/desk',
  'rapporteur/noted/desk/open:Use as evidence…', 'steward/live/tablet/open:Cue…', 'moderator/cued/desk/dark', 'rapporteur/noted/desk/pseudo-rtl',
  'steward/live/phone', 'steward/live/desk', 'rapporteur/live/desk', 'rapporteur/conflict/desk', 'rapporteur/live/phone',
  ...['live', 'lobby', 'break', 'closed', 'empty', 'announced', 'reconnecting', 'captions', 'captions_long', 'captions_crowded', 'captions_paused'].map((state) => `display/${state}/room`),
  'moderator/door/desk', 'moderator/door/phone', 'online_moderator/door/desk', 'steward/door/tablet', 'steward/door/phone', 'attendee/door/phone', 'display/door/room',
  'display/dark/room', 'moderator/dark/desk', 'overlay/dark/room', 'join/waiting/phone', 'join/waiting/desk', 'join/closed/phone', 'moderator/door/desk/open:Everybody…',
  'overlay/live/room', 'captioner/live/desk', 'captioner/captions/desk', 'captioner/captions_unsent/phone', 'captioner/captions_unsent/desk', 'captioner/closed/desk',
  'overlay/captions/room', 'attendee/captions/phone', 'attendee/captions/desk', 'attendee/captions_closed/phone', 'start/live/phone', 'start/live/desk', 'join/live/phone', 'join/live/desk',
  'links/live/desk', 'links/live/phone', 'attendee/hand/phone/dark', 'moderator/live/desk/dark', 'rapporteur/conflict/desk/dark',
  'steward/live/tablet/dark', 'attendee/hand/phone/pseudo', 'moderator/live/desk/pseudo', 'moderator/live/desk/pseudo-rtl',
  // Dialogs, by the name of the button that opens them; several are pressed one after the other.
  'moderator/live/desk/open:Join link…', 'moderator/live/desk/open:Announce…', 'moderator/live/desk/open:Fit the rest…',
  'moderator/live/desk/open:Give…', 'moderator/live/desk/open:Give to anybody…', 'moderator/live/desk/open:Merge…',
  'moderator/live/desk/open:Reject…', 'moderator/live/desk/open:Answer…', 'attendee/live/phone/open:Problem?',
  'attendee/live/phone/open:Mei Tanaka', 'steward/live/tablet/open:Ask…', 'steward/live/tablet/open:Correct…',
  'steward/live/tablet/open:To a phone…', 'rapporteur/live/desk/open:Link evidence…', 'start/live/desk/open:Prepare a session…',
  ...['prepared', 'rehearsal_lobby', 'rehearsal', 'reopened', 'takeaway_shown', 'takeaway_of_300', 'takeaway_of_1500', 'takeaway_of_6000', 'long_part', 'announcement_shown'].map((state) => `display/${state}/room`),
  ...['prepared', 'rehearsal', 'reopened', 'skipped'].map((state) => `attendee/${state}/phone`), 'overlay/rehearsal/room',
  'moderator/prepared/desk', 'moderator/rehearsal/desk', 'moderator/rehearsal/phone', 'moderator/late/desk/open:Start…', 'moderator/late/phone', 'moderator/skipped/desk/open:Change…',
  'moderator/skipped/phone/open:Agenda>Change…', 'moderator/takeaway_shown/desk', 'moderator/announcement_shown/desk', 'rapporteur/takeaway_shown/desk',
  'moderator/lineup/desk', 'moderator/live/desk/open:Change order…', 'attendee/policy_changed/phone', 'display/policy_changed/room', 'moderator/undo/desk', 'moderator/undo/phone', 'moderator/undo_close/desk', 'moderator/hand_away/desk', 'attendee/hand_away/phone', 'attendee/turn_paused/phone', 'display/turn_paused/room', 'overlay/turn_paused/room', 'moderator/turn_paused/desk', 'moderator/queue_closed/desk', 'moderator/queue_collecting/phone', 'display/queue_collecting/room', 'attendee/queue_closed/phone', 'attendee/hand_closed/phone', 'moderator/answer/desk', 'display/answer/room', 'moderator/lineup_over/phone', 'display/lineup/room', 'overlay/lineup/room', 'attendee/lineup/phone', 'speaker/lineup_mine/phone',
  'display/typed/room', 'display/typed_long/room', 'moderator/typed/desk', 'moderator/typed/phone', 'steward/typed/tablet', 'steward/typed/phone', 'captioner/typed/desk', 'captioner/typed/phone', 'captioner/lineup/desk', 'attendee/typed/phone', 'attendee/typed_mine/phone', 'speaker/extra_time/phone', 'overlay/typed/room', 'steward/extra_time/tablet/open:Correct…', 'steward/live/tablet/open:Type for…',
  ...['poll_open', 'poll_ranking', 'poll_dots', 'poll_multiple', 'poll_words', 'poll_closed', 'poll_results'].map((state) => `attendee/${state}/phone`),
  'attendee/poll_open/phone/dark', 'attendee/poll_results/phone/dark', 'attendee/poll_dots/phone/pseudo-rtl', 'attendee/poll_results/desk',
  'moderator/poll_desk/desk', 'moderator/poll_desk/phone', 'moderator/poll_desk/desk/dark', 'moderator/poll_desk/desk/open:New poll', 'steward/poll_desk/tablet',
  'rapporteur/poll_desk/desk', ...['poll_wall_open', 'poll_wall_live', 'poll_wall_words', 'poll_results', 'poll_closed'].map((state) => `display/${state}/room`),
  'attendee/hand/phone/pseudo-rtl', 'display/live/room/pseudo-rtl', 'rapporteur/live/desk/pseudo-rtl',
  // Breakout groups.
  ...['groups', 'groups_onsite', 'groups_host', 'groups_closing', 'groups_closed', 'groups_choose', 'groups_plenary', 'groups_conflict', 'groups_edit'].map((state) => `attendee/${state}/phone`),
  ...['groups', 'groups_four', 'groups_ten', 'groups_thirty', 'groups_closing', 'report_back', 'card_shown'].map((state) => `display/${state}/room`), 'overlay/groups/room', 'overlay/report_back/room',
  ...['groups_start', 'groups_clash', 'groups_planned', 'groups_help', 'groups_closing', 'groups_closed', 'card_shown'].map((state) => `moderator/${state}/desk`), 'moderator/groups_planned/phone', 'moderator/groups_help/phone',
  'attendee/groups/desk', 'online_moderator/groups/desk', 'steward/groups/tablet/open:Tables', 'steward/groups/desk', 'rapporteur/report_back/desk', 'rapporteur/report_back/phone',
  'attendee/groups/phone/dark', 'attendee/groups/phone/pseudo-rtl', 'moderator/groups_planned/desk/dark', 'moderator/groups_planned/desk/pseudo-rtl', 'display/groups_ten/room/pseudo-rtl',
  'moderator/groups_planned/desk/open:Options…', 'moderator/groups_planned/desk/open:Amina', 'moderator/groups/desk/open:Look in',
];
const [folder = 'pictures', ...asked] = process.argv.slice(2);
const gallery = process.env.GALLERY ?? 'http://localhost:5173';
mkdirSync(folder, { recursive: true });

/** The page is there, with its letters and pictures, and nothing has changed for some frames; a clock may move on. */
const drawn = async (tab, isRolePage) => {
  // A role's page is a file of its own: until it is there, a message stands in its place.
  await tab.waitForSelector(isRolePage ? '#page > :not(main.message)' : '#page > *');
  await tab.evaluate(async () => {
    const framesWithoutChange = 6;
    await document.fonts.ready;
    await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
    let still = 0;
    const watcher = new MutationObserver(() => (still = 0));
    watcher.observe(document.body, { subtree: true, childList: true, attributes: true });
    while (still < framesWithoutChange) {
      await new Promise((next) => requestAnimationFrame(next));
      still += 1;
    }
    watcher.disconnect();
  });
};

const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
let faults = 0;
for (const name of asked.length > 0 ? asked : all) {
  const [page, state, size, variant = ''] = name.split('/');
  const [width, least] = sizes[size];
  // Phone pages scroll inside: a tall window shows all of them.
  const height = size === 'phone' && page === 'attendee' ? 2400 : least;
  const colorScheme = variant === 'dark' ? 'dark' : 'light';
  const tab = await browser.newPage({ viewport: { width, height }, colorScheme, reducedMotion: 'reduce', timezoneId: 'UTC' });
  tab.on('pageerror', (error) => console.log(`${name}: ${error.message}`));
  const lang = variant.startsWith('pseudo') ? `&lang=${variant}` : '';
  await tab.goto(`${gallery}/gallery.html?page=${page}&state=${state}${lang}`);
  const isRolePage = !['start', 'join', 'links'].includes(page);
  await drawn(tab, isRolePage);
  for (const button of variant.startsWith('open:') ? variant.slice(5).split('>') : []) {
    const before = await tab.evaluate(() => document.body.innerHTML);
    await tab.getByRole('button', { name: button }).first().click();
    await tab.waitForFunction((html) => document.body.innerHTML !== html, before);
    await drawn(tab, isRolePage);
  }
  await tab.screenshot({ path: `${folder}/${name.replaceAll('/', '-')}.png`, fullPage: size !== 'room' && state !== 'notice' && !variant.startsWith('open:') });
  await tab.evaluate(axe);
  const { violations } = await tab.evaluate(() =>
    globalThis.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] }),
  );
  const wide = await tab.evaluate(() => document.documentElement.scrollWidth > innerWidth + 1);
  if (wide) console.log(`${name}: wider than the screen`);
  for (const violation of violations) {
    faults += 1;
    console.log(`${name}: ${violation.id}: ${violation.nodes.slice(0, 3).map((node) => `${node.target} ${node.any[0]?.message ?? ''}`).join(' | ')}`);
  }
  await tab.close();
}
await browser.close();
console.log(`${faults} faults found by axe`);
