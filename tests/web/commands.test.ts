import { existsSync, readFileSync } from 'node:fs';
import type { Command, CommandData, CommandType } from '@/core/types';
import { coreFromBytes } from '@/core/loader';

const built = new URL('../../build/wasm/shared/wasm/roundtable.wasm', import.meta.url);

/** One of each command as the pages send it: the compiler holds this list to types.ts, the core to its own reading. */
const samples: { [T in CommandType]: CommandData[T] } = {
  'phase.start': { phase: 1 },
  'phase.extend': { phase: 1, seconds: -120 },
  'phase.pause': {},
  'phase.resume': {},
  'phase.next': {},
  'phase.back': {},
  'agenda.fit': { phases: [{ phase: 1, seconds: 600 }] },
  'session.close': {},
  'session.reopen': {},
  undo: { seq: 7 },
  'talk.start': {},
  'talk.away': { talk: 1 },
  'talk.back': { talk: 1 },
  'talk.move': { talk: 1, before: 2 },
  'talk.add': { phase: 1, person: 2, seconds: 240 },
  'talk.drop': { talk: 1 },
  announce: { text: 'Lunch', language: 'en' },
  'hand.raise': { kind: 'point_of_order', for: 2 },
  'hand.lower': { hand: 1 },
  'hand.accept': { hand: 1 },
  'hand.away': { hand: 1 },
  'hand.back': { hand: 1 },
  'floor.give': { name: 'Row 9, aisle', modality: 'onsite', kind: 'answer', expected: null, reason: 'panel' },
  'floor.extend': { seconds: 30 },
  'floor.end': {},
  'floor.yield': {},
  'floor.mode': { mode: 'collecting' },
  'floor.turn_length': { seconds: 75 },
  'floor.policy': { policy: 'groups_in_balance_by_presence' },
  'floor.pause': {},
  'floor.resume': {},
  'floor.did_not_speak': {},
  'question.ask': { text: 'Why?', language: 'en', anonymous: true, secret_hash: 'a'.repeat(64) },
  'question.edit': { secret: 'b'.repeat(32), text: 'How?' },
  'question.withdraw': { question: 1 },
  'question.approve': { question: 1 },
  'question.reject': { question: 1, reason: 'off topic' },
  'question.merge': { question: 1, into: 2 },
  'question.unmerge': { question: 1 },
  'question.vote': { question: 1 },
  'question.unvote': { question: 1 },
  'question.show': { question: null },
  'question.answer': { question: 1, text: 'Because.' },
  'question.dismiss': { question: 1 },
  'person.add': { profile: { name: 'Row 5', modality: 'onsite' } },
  'person.update': { person: 1, profile: { name: 'Zoë', languages: ['fr', 'en'], call_name: 'Z', said_as: 'zo-eh' } },
  'person.remove': { person: 1 },
  'person.pass': { people: [{ person: 1, name: 'Zoë', affiliation: 'Z' }] },
  'person.hide': { person: 1 },
  'person.merge': { from: 1, into: 2 },
  'person.unmerge': { person: 1 },
  'person.admit': { knocks: [1, 2] },
  'person.turn_away': { knocks: [1] },
  'session.joins': { mode: 'approval' },
  'display.blank': { blank: true },
  'head_count.set': { room: 90 },
  'signal.send': { signal: 'cannot_hear' },
  'signal.clear': { signal: 'too_fast' },
  'takeaway.draft': { kind: 'call_to_action', title: 'Do', body: '', language: 'en' },
  'takeaway.edit': { item: 1, revision: 1, title: 'Do', body: 'more' },
  'takeaway.move': { item: 1, before: null },
  'takeaway.link': { item: 1, evidence: { question: 1 } },
  'takeaway.unlink': { item: 1, evidence: { turn: 1 } },
  'takeaway.publish': { item: 1 },
  'takeaway.hide': { item: 1 },
  'takeaway.remove': { item: 1 },
  'staff.say': { text: 'Row 5 waits', to: 'moderator' },
  'cue.send': { person: 1, cue: 'one_minute' },
  'signal.answer': { signal: 'cannot_hear', answer: 'seen' },
  'chair.take': {},
  'jot.add': { text: 'A fund' },
  'jot.edit': { jot: 1, revision: 1, text: 'A fund by 2027' },
  'jot.remove': { jot: 1 },
  'narrative.write': { part: 'talk', talk: 1, revision: 0, text: 'On audits' },
  'report.finish': {},
  'report.reopen': {},
};

describe.skipIf(!existsSync(built))('commands', () => {
  it.each(Object.entries(samples))('%s is read by the core', async (type, data) => {
    const core = await coreFromBytes(readFileSync(built));
    const refusal = core.check({ type, data } as Command, 0);
    expect(['bad_data', 'unknown_command']).not.toContain(refusal);
    core.close();
  });
});
