// For scripts/run: makes the session once per data folder, and prints who opens what.
//   node scripts/links.mjs ready PORT                 is the server there?
//   node scripts/links.mjs print PORT DATA SESSION    the links; made anew only if the server does not know the session
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [what, port, data, sessionFile] = process.argv.slice(2);
const server = `http://127.0.0.1:${port}`;

function fail(text) {
  console.error(`scripts/run: ${text}`);
  process.exit(1);
}

async function makeSession() {
  const key = process.env.ROUNDTABLE_ADMIN_KEY || readFileSync(join(data, 'admin.key'), 'utf8').trim();
  const answer = await fetch(`${server}/api/sessions`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
    body: readFileSync(sessionFile),
  });
  const body = await answer.json();
  if (answer.status === 201) return body;
  const faults = (body.errors ?? []).map((each) => `\n  ${each.pointer}: ${each.detail ?? each.message}`);
  fail(`${sessionFile} was not accepted: ${body.detail ?? answer.status}${faults.join('')}`);
}

/** Links keep their secrets; the address in front may have changed (another network, --public-url). */
function withBase(made, base) {
  const move = (link) => {
    const url = new URL(link);
    return base + url.pathname + url.search + url.hash;
  };
  return {
    ...made,
    links: Object.fromEntries(Object.entries(made.links).map(([role, link]) => [role, move(link)])),
    people: made.people.map((person) => ({ ...person, link: move(person.link) })),
  };
}

function keep(file, made) {
  writeFileSync(`${file}.new`, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

async function links() {
  const file = join(data, 'links.json');
  const base = /listens on (\S+)/.exec(readFileSync(join(data, 'server.out'), 'utf8'))?.[1];
  if (!base) fail('the server did not say where it listens');
  if (existsSync(file)) {
    let made;
    try {
      made = JSON.parse(readFileSync(file, 'utf8'));
    } catch {
      fail(`${file} is damaged: remove it, and a new session is made`);
    }
    const facts = await fetch(`${server}/api/sessions/${made.id}`);
    if (facts.ok) {
      made = withBase(made, base);
      keep(file, made);
      return { base, made, title: (await facts.json()).title };
    }
    if (facts.status !== 404) fail(`the server cannot serve the session: ${(await facts.json()).detail}`);
  }
  const made = await makeSession();
  keep(file, made);
  const title = (await (await fetch(`${server}/api/sessions/${made.id}`)).json()).title;
  return { base, made, title };
}

const roles = [
  ['attendee', 'Attendees'],
  ['moderator', 'Moderator'],
  ['online_moderator', 'Online moderator'],
  ['steward', 'Steward'],
  ['rapporteur', 'Rapporteur'],
  ['speaker', 'Speaker'],
  ['display', 'Room display'],
  ['overlay', 'Video overlay'],
  ['captioner', 'Captioner/interpreter'],
];

async function print() {
  const { base, made, title } = await links();
  const uqr = createRequire(new URL('../webclient/package.json', import.meta.url)).resolve('uqr');
  const { renderUnicodeCompact } = await import(pathToFileURL(uqr).href);
  const line = (name, value) => console.log(`  ${name.padEnd(22)}${value}`);

  console.log(`\n  ${title}\n`);
  line('Everybody', base);
  line('This machine', `http://localhost:${port}`);
  line('Join code', made.code);
  console.log();
  for (const [role, name] of roles) line(name, made.links[role]);
  if (made.people.length > 0) {
    console.log('\n  Own links of the people in the session file (profile filled in)');
    const word = (role) => roles.find(([each]) => each === role)?.[1].toLowerCase() ?? role;
    for (const person of made.people) {
      line(person.name.length > 21 ? `${person.name}\n${' '.repeat(24)}` : person.name, `${person.link}  ${word(person.role)}`);
    }
  }
  console.log('\n  A link with #invite= gives its role to whoever opens it: hand each to one person only.');
  console.log('\n  Attendees scan this:\n');
  // Dark squares on light ones, whatever the terminal's colours are.
  const [paint, plain] = process.stdout.isTTY ? ['\x1b[97;40m', '\x1b[0m'] : ['', ''];
  const code = renderUnicodeCompact(made.links.attendee, { border: 2 });
  for (const row of code.split('\n')) console.log(`  ${paint}${row}${plain}`);
  console.log();
}

if (what === 'ready') {
  const answer = await fetch(`${server}/readyz`).catch(() => null);
  process.exit(answer?.ok ? 0 : 1);
}
if (what === 'print') await print();
