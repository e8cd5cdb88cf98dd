// The demo against a real server, fast: a living session comes out, nothing is refused that should not be, the people
// survive a killed server, and the simulated staff step back for a person.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { startDemo } from './demo.mjs';
import { Member } from './member.mjs';
import { makePeople } from './people.mjs';
import { Random } from './random.mjs';
import { startServer } from './server.mjs';

let server;
let demo;
let chair; // a person with the moderator's link
const said = [];

async function until(what, holds, seconds = 30) {
  const end = Date.now() + seconds * 1000;
  while (!holds()) {
    assert.ok(Date.now() < end, `waited ${seconds} s for: ${what}`);
    await pause(50);
  }
}
const report = (format, key = server.adminKey) =>
  fetch(`${server.url}/api/sessions/${server.links.id}/report?format=${format}`, { headers: { Authorization: `Bearer ${key}` } });

before(async () => {
  server = await startServer();
  demo = startDemo({ server: server.url, links: server.links, people: 30, pace: 12, seed: 7, say: (line) => said.push(line) });
  const invite = new URL(server.links.links.moderator).hash.slice('#invite='.length);
  chair = new Member({ server: server.url, session: server.links.id, invite, profile: { name: 'A person' } });
  await chair.start();
  await until('the welcome', () => chair.isOpen);
});
after(async () => {
  demo?.stop();
  chair?.stop();
  await server?.stop();
});

test('a living session comes out', async () => {
  await until('the discussion', () => chair.picture.phases.get(chair.picture.phase)?.kind === 'discussion');
  const { picture } = chair;
  const questions = [...picture.questions.values()];
  await until('turns of the queue', () => picture.turns.size >= 8);
  await until('an answer', () => [...picture.questions.values()].some((each) => each.status === 'answered'));
  await until('takeaways', () => picture.items.size >= 3);
  assert.ok(questions.length >= 10, `${questions.length} questions`);
  assert.ok(questions.some((each) => each.anonymous) || picture.questions.size > 0);
  assert.ok([...picture.questions.values()].some((each) => each.merged_into), 'some wordings are merged');
  assert.ok([...picture.votes.values()].reduce((sum, each) => sum + each, 0) >= 20, 'votes');
  assert.ok([...picture.people.values()].some((each) => each.profile?.name === 'Rosa Huanca'), 'a person without a device');
});

test('the room is asked for its temperature, goes into groups and hears them', async () => {
  const { picture } = chair;
  await until('the temperature check', () => [...picture.polls.values()].some((each) => each.status === 'closed'), 60);
  await until('the groups', () => picture.groupsOpen, 60);
  assert.ok(picture.groups.size >= 2, `${picture.groups.size} groups`);
  const sizes = [...picture.groups.values()].map((members) => members.size);
  assert.ok(Math.max(...sizes) - Math.min(...sizes) <= 2, `groups of ${sizes}`);
  await until('everybody is back', () => !picture.groupsOpen, 60);
  await until('the reports', () => said.filter((line) => /^group \d+ reports$/.test(line)).length === sizes.length, 60);
  const text = await (await report('md')).text();
  assert.match(text, /Binding rules for high-risk AI/);
  assert.match(text, /Group 1/);
  assert.deepEqual([...demo.watch.left], [], 'nobody else led');
});

test('the report comes out as md, html and json', async () => {
  for (const [format, holds] of [
    ['md', /^# /m],
    ['html', /<html/],
    ['json', /^\{/],
  ]) {
    const answer = await report(format);
    assert.equal(answer.status, 200, format);
    const text = await answer.text();
    assert.match(text, holds);
    assert.ok(text.includes('Ethical and Responsible AI Innovation'), `${format} names the session`);
  }
  assert.equal((await report('md', 'wrong')).status, 401);
});

test('the people come back after a killed server', async () => {
  await server.kill();
  await until('the drop', () => demo.members.every((each) => !each.isOpen));
  await server.start();
  await until('all are back', () => demo.members.every((each) => each.isOpen));
  const turns = chair.picture.turns.size;
  await until('the session goes on', () => chair.isOpen && chair.picture.turns.size > turns);
});

test('the simulated staff step back for a person', async () => {
  await until('a question to decide', () => chair.picture.openQuestions().length > 0);
  assert.deepEqual([...demo.watch.left], [], 'until now nobody else led');
  const [id] = chair.picture.openQuestions().find(([each]) => each !== chair.picture.onScreen) ?? [];
  assert.ok((await chair.send('question.dismiss', { question: id })).ok);
  const person = [...demo.watch.own][0];
  let given = { ok: false };
  for (let attempt = 0; attempt < 20 && !given.ok; attempt++) {
    given = await chair.send('floor.give', { person, expected: chair.picture.held[0] ?? null });
  }
  assert.ok(given.ok, given.code);
  await until('stepping back', () => !demo.watch.isOurs('floor') && !demo.watch.isOurs('questions'));
  await pause(300); // what was on its way
  const { running, phase } = chair.picture;
  await pause(4000);
  assert.equal(chair.picture.phase, phase, 'the phase stays');
  const next = chair.picture.running;
  assert.ok(next === null || next === running, 'nobody else was given the floor');
});

test('no command was refused that should not be', () => {
  assert.deepEqual(demo.refusals, []);
});

test('the people are of all groups, skewed as they are, and the same for the same seed', () => {
  const people = makePeople(400, new Random(3));
  assert.deepEqual(people, makePeople(400, new Random(3)));
  assert.equal(new Set(people.map((each) => each.name)).size, 400);
  const count = (field, value) => people.filter((each) => each[field] === value).length;
  assert.ok(count('stakeholder_group', 'civil_society') > count('stakeholder_group', 'intergovernmental_organization') * 3);
  assert.ok(count('regional_group', 'african') > count('regional_group', 'eastern_european') * 5);
  assert.ok(count('stakeholder_group', undefined) > 0, 'some state no group');
});
