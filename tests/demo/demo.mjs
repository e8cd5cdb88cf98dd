#!/usr/bin/env node
// Simulated people for a running server: `scripts/run --demo`, or by hand
//   node tests/demo/demo.mjs --server http://localhost:8080 --links data/links.json
// It speaks the public protocol only, as any outside client would.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Attendee } from './attendee.mjs';
import { Member } from './member.mjs';
import { makePeople } from './people.mjs';
import { Random } from './random.mjs';
import { Rounds } from './rounds.mjs';
import { followUps, offTopic, topics } from './sentences.mjs';
import { Moderator, OnlineModerator, Rapporteur, Steward } from './staff.mjs';
import { Watch } from './watch.mjs';

const staffOf = {
  moderator: [Moderator, 'Demo moderator'],
  online_moderator: [OnlineModerator, 'Demo online moderator'],
  steward: [Steward, 'Demo steward'],
  rapporteur: [Rapporteur, 'Demo rapporteur'],
};
const tickMs = 100;

/**
 * `links` is what POST /api/sessions answered. `pace` 1 is a comfortable speed to watch, 10 is ten times that.
 * Returns `{refusals, members, watch, stop()}` at once; people come by and by.
 */
export function startDemo({ server, links, people = 60, pace = 1, seed = 1, moderates = true, say = console.log }) {
  const random = new Random(seed);
  const refusals = [];
  const players = [];
  const members = [];
  const watch = new Watch((area, event) => {
    say(`a person leads the ${area} now (${event.type}): the demo leaves that to people`);
  });
  const asks = [...random.shuffled(topics.flatMap((topic) => topic.asks))];
  asks.splice(Math.min(6, asks.length), 0, offTopic);
  asks.push(...random.shuffled(followUps));
  let askAt = 0;
  const cast = {
    watch,
    say,
    people,
    mostHands: Math.max(3, Math.round(people / 6)),
    seconds: (count) => (count * 1000) / pace,
    /** A question every few seconds, later every half minute, however many people there are. */
    nextQuestion: () => {
      if (Date.now() < askAt) return undefined;
      askAt = Date.now() + cast.seconds(asks.length > followUps.length ? 3 : 30);
      return asks.shift();
    },
  };

  function makeMember(options) {
    const member = new Member({
      server,
      session: links.id,
      onRefused: (cmd, answer) => refusals.push({ type: cmd.type, data: cmd.data, code: answer.code, message: answer.message }),
      ...options,
    });
    members.push(member);
    return member;
  }
  async function enter(member, player) {
    try {
      await member.start();
      watch.own.add(member.person);
      if (player) players.push(player);
    } catch (error) {
      say(`${member.profile?.name ?? 'someone'} could not join: ${error.message}`);
    }
  }
  const inviteOf = (link) => new URL(link).hash.slice('#invite='.length);

  // Staff, with the watch on the first one's line; then the speakers of the file by their own links.
  let isWatched = false;
  for (const [role, [Player, name]] of Object.entries(moderates ? staffOf : {})) {
    const member = makeMember({
      invite: inviteOf(links.links[role]),
      profile: { name, modality: 'onsite' },
      request: `demo-${seed}-${role}`,
      onEvent: isWatched ? undefined : (event, _member, turn) => watch.see(event, turn),
      onOpen: ({ picture }) => forgetAsked(asks, picture),
    });
    isWatched = true;
    enter(member, new Player(member, random.branch(1000 + members.length), cast));
    if (Player === Moderator) players.push(new Rounds(member, random.branch(2000), cast));
  }
  for (const person of moderates ? links.people.filter((each) => each.role === 'speaker') : []) {
    enter(makeMember({ invite: inviteOf(person.link), request: `demo-${seed}-${person.name}` }));
  }

  const timers = new Set();
  makePeople(people, random).forEach((profile, index) => {
    const own = random.branch(index);
    const member = makeMember({ profile, request: `demo-${seed}-${index}` });
    // The first third comes within four seconds, the rest drips in.
    const wait = index < people / 3 ? own.between(0, 4) : own.between(4, 40);
    timers.add(setTimeout(() => enter(member, new Attendee(member, own, cast)), cast.seconds(wait)));
  });

  timers.add(
    setInterval(() => {
      const now = Date.now();
      for (const player of players) player.tick(now);
    }, Math.max(10, tickMs / pace)),
  );
  const stop = () => {
    for (const timer of timers) clearTimeout(timer);
    for (const member of members) member.stop();
  };
  return { refusals, members, watch, stop };
}

/** A demo started again asks nothing twice. */
function forgetAsked(asks, picture) {
  const asked = new Set([...picture.questions.values()].map((each) => each.text));
  for (let index = asks.length - 1; index >= 0; index--) if (asked.has(asks[index])) asks.splice(index, 1);
}

function readOptions() {
  const { values } = parseArgs({
    options: {
      server: { type: 'string', default: 'http://localhost:8080' },
      links: { type: 'string' },
      people: { type: 'string', default: '60' },
      pace: { type: 'string', default: '1' },
      seed: { type: 'string', default: '1' },
      'no-moderator': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help || !values.links) {
    console.log(`Usage: node tests/demo/demo.mjs --links FILE [--server URL] [--people N] [--pace N] [--seed N] [--no-moderator]
  --links FILE     what POST /api/sessions answered; scripts/run keeps it as links.json in its data folder
  --people N       simulated attendees (60)
  --pace N         1 is comfortable to watch, 10 ten times as fast
  --seed N         another seed, other people and other choices
  --no-moderator   attendees only: you lead`);
    process.exit(values.help ? 0 : 2);
  }
  const number = (name, low, high) => {
    const value = Number(values[name]);
    if (value >= low && value <= high) return value;
    console.error(`--${name}: a number from ${low} to ${high}`);
    process.exit(2);
  };
  return {
    server: values.server.replace(/\/$/, ''),
    links: JSON.parse(readFileSync(values.links, 'utf8')),
    people: number('people', 1, 2000),
    pace: number('pace', 0.1, 100),
    seed: number('seed', 0, 4294967295),
    moderates: !values['no-moderator'],
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const demo = startDemo({ ...readOptions(), say: (line) => console.log(`  demo: ${line}`) });
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, () => {
      demo.stop();
      process.exit(0);
    });
  }
}
