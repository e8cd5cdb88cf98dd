import { paper } from '@/parts/paper';
import { timeOfDay } from '@/text/format';
import { startedAt } from './fixtures/moment';
import { viewFor } from './fixtures/view';

const minute = 60_000;
const sections = (text: string) => text.trim().split('\n\n').map((section) => section.split('\n'));

describe('plan and queue on paper', () => {
  const view = viewFor('moderator');
  const [head, agenda, speaker, queue, questions] = sections(paper(view));

  it('names the session, its code and the moment', () => {
    expect(head?.[0]).toBe(view.session.title);
    expect(head?.[1]).toMatch(/^Code K7F2QM · .*2025/);
  });

  it('has every part of the plan with its times, and marks what is done and what runs', () => {
    const at = (minutes: number) => timeOfDay(startedAt + minutes * minute);
    expect(agenda?.[1]).toContain(`[x] ${at(0)}–${at(23)} Best practices (20 min): Ke GONG, Daisy Selematsela`);
    expect(agenda?.[2]).toBe(`[>] ${at(23)}–${at(50)} Discussion (27 min, 12:40 left)`);
    expect(agenda?.[3]).toBe(`[ ] ${at(50)}–${at(63)} Actionable results (13 min)`);
    expect(agenda).toHaveLength(5);
  });

  it('says who speaks', () => {
    expect(speaker?.[1]).toBe('Amina Diallo, civil society, Réseau Numérique Sahel, African Group, online, 1:16 left');
  });

  it('has the queue in order, each with affiliation, group, way and reason', () => {
    expect(queue?.[0]).toBe('Waiting · 6');
    expect(queue?.slice(1).map((line) => line.split('.')[0])).toEqual(['1', '2', '3', '4', '5', '6']);
    expect(queue?.[1]).toBe('1. Row 5, guest 12, government, in the room (new voice)');
    expect(queue?.[2]).toContain('Mei Tanaka, technical community, Asia-Pacific Group, online, “iPhone (2)” in the call');
    expect(queue?.[6]).toContain('(Point of order, ');
  });

  it('has the open questions, most supported first, on one line each', () => {
    expect(questions?.[1]).toBe(
      '1. Who pays for pre-deployment audits in countries that buy AI rather than build it? (41 supporters, James Okoro, on the screen)',
    );
    expect(questions).toHaveLength(4);
    const broken = viewFor('moderator');
    if (broken.questions.by_votes[0] !== undefined) broken.questions.by_votes[0].text = 'One\n\nTwo';
    expect(sections(paper(broken))[4]?.[1]).toContain('1. One Two (');
  });

  it('says so where nobody waits and nothing is asked', () => {
    const empty = viewFor('moderator');
    Object.assign(empty.floor, { turn: null, queue: [] });
    empty.questions.by_votes = [];
    expect(paper(empty)).toContain('Nobody has the floor.');
    expect(paper(empty)).toContain('No hands are up.');
    expect(paper(empty)).toContain('No open questions yet.');
  });
});
