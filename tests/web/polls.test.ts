import { happenings } from '@/link/happenings';
import { wordsOfAct } from '@/parts/act_words';
import { evidenceOf, evidenceWords } from '@/parts/evidence_words';
import {
  ballotOf,
  choiceOf,
  dotsLeft,
  isWaiting,
  ranked,
  ticked,
  voteOf,
  waitingPick,
  withDot,
} from '@/parts/poll_ballot';
import { agreementSentence, choicesOf, groupName, sorted, supportMeans } from '@/parts/poll_words';
import { resultRows } from '@/parts/PollResults';
import { refusalText } from '@/text/refusals';
import { asked, consensus, dots, multiple, openForAll, poll, ranking } from './fixtures/polls';
import { viewFor } from './fixtures/view';

describe('a ballot', () => {
  it('starts as it was being filled in, else as it was sent', () => {
    const sent = { ...dots, mine: { picks: [], dots: [4, 5, 0, 0], texts: [] } };
    expect(ballotOf(sent, '').dots).toEqual([4, 5, 0, 0]);
    expect(ballotOf(sent, JSON.stringify({ dots: [1] })).dots).toEqual([1, 0, 0, 0]);
    expect(ballotOf(sent, 'not what we wrote').dots).toEqual([4, 5, 0, 0]);
    expect(ballotOf(dots, '').dots).toEqual([0, 0, 0, 0]);
  });

  it('never gives a tenth dot of nine, nor takes one that is not there', () => {
    let ballot = ballotOf(dots, '');
    for (let press = 0; press < 12; press++) ballot = withDot(dots, ballot, 1, 1);
    expect(ballot.dots).toEqual([0, 9, 0, 0]);
    expect(dotsLeft(dots, ballot)).toBe(0);
    expect(withDot(dots, ballot, 0, 1)).toBe(ballot);
    expect(withDot(dots, ballotOf(dots, ''), 0, -1).dots[0]).toBe(0);
  });

  it('is ranked by buttons alone', () => {
    let ballot = ballotOf(ranking, '');
    for (const choice of [0, 1, 2, 1]) ballot = ranked(ballot, choice, 'add');
    expect(ballot.picks).toEqual([0, 1, 2]);
    ballot = ranked(ballot, 2, 'up');
    ballot = ranked(ballot, 0, 'down');
    expect(ballot.picks).toEqual([2, 0, 1]);
    expect(ranked(ballot, 2, 'up').picks).toEqual([2, 0, 1]);
    expect(ranked(ballot, 1, 'down').picks).toEqual([2, 0, 1]);
    expect(ranked(ballot, 0, 'leave').picks).toEqual([2, 1]);
  });

  it('goes out in the shape of its kind, and not at all while nothing is chosen', () => {
    expect(choiceOf(poll(1), { picks: [2], dots: [], texts: [] })).toBe(2);
    expect(choiceOf(multiple, ticked(ticked(ballotOf(multiple, ''), 2), 0))).toEqual([0, 2]);
    expect(ticked(ticked(ballotOf(multiple, ''), 2), 2).picks).toEqual([]);
    expect(choiceOf(dots, { picks: [], dots: [0, 3, 0, 1], texts: [] })).toEqual({ '1': 3, '3': 1 });
    expect(choiceOf(asked, { picks: [], dots: [], texts: [' trust ', '', 'trust'] })).toEqual(['trust']);
    for (const each of [ranking, multiple, dots, asked]) expect(voteOf(each, ballotOf(each, ''))).toBeNull();
  });

  it('shows the wish that waits for the line, the last one', () => {
    const vote = (id: number, choice: number) => ({ command: { type: 'poll.vote' as const, data: { poll: id, choice } } });
    expect(waitingPick(poll(1), [vote(1, 0), vote(2, 1), vote(1, 2)])).toBe(2);
    expect(waitingPick(poll(3), [vote(1, 0)])).toBeNull();
    expect(isWaiting(poll(1), [vote(1, 0)])).toBe(true);
  });
});

describe('results', () => {
  it('say the default scale in the words of the page, and another in its own', () => {
    expect(choicesOf(poll(1))).toEqual(['Agree', 'Can live with it', 'Cannot live with it']);
    expect(choicesOf(poll(1, { choices: ['5', '4'], default_scale: false }))).toEqual(['5', '4']);
  });

  it('say in plain words how far the groups agree', () => {
    const [breakdown] = consensus.results?.breakdowns ?? [];
    if (breakdown?.agreement == null) throw new Error('the fixture has one');
    expect(agreementSentence(consensus, breakdown.agreement)).toBe(
      'In every group shown at least 62% support it. Of all who voted: 86%.',
    );
    const leading = { ...breakdown.agreement, choice: 2 };
    expect(agreementSentence(ranking, leading)).toContain('“Regional compute”');
    expect(groupName('stakeholder_group', '')).toBe('Other groups');
    expect(supportMeans('temperature')).toContain('live with it');
  });

  it('keep the hands of the room in a column of their own', () => {
    if (consensus.results === null) throw new Error('the fixture has results');
    expect(resultRows(consensus, consensus.results).map((row) => row.figures)).toEqual([
      ['38 · 59%', '18'],
      ['17 · 27%', '9'],
      ['9 · 14%', '2'],
    ]);
    expect(resultRows({ ...consensus, hands: [] }, consensus.results)[0]?.figures).toEqual(['38 · 59%']);
  });

  it('put the leading choice first, and a scale in its own order', () => {
    const results = { ...consensus.results, counts: [1, 3, 0, 2], percents: [33, 100, 0, 67], order: [1, 3, 0, 2], people: 3 };
    const rows = resultRows({ ...ranking, results: results as never }, results as never);
    expect(rows.map((row) => row.name)[0]).toBe('Open training data in small languages');
    expect(rows[0]?.figures).toEqual(['3 of 3']);
  });
});

describe('what is told of polls', () => {
  const before = viewFor('attendee');

  it('says that a poll opened, closed, and that results are there, once', () => {
    const open = viewFor('attendee');
    openForAll(open);
    const closed = viewFor('attendee');
    closed.polls = [poll(1, { status: 'closed' })];
    const published = viewFor('attendee');
    published.polls = [consensus];
    const title = poll(1).title;
    expect(happenings(before, open)).toEqual([{ what: 'poll_opened', title }]);
    expect(happenings(open, open)).toEqual([]);
    expect(happenings(open, closed)).toEqual([{ what: 'poll_closed', title }]);
    expect(happenings(closed, published)).toEqual([{ what: 'poll_published', title }]);
  });

  it('names the poll whose close can be taken back: the newest closed', () => {
    const view = viewFor('moderator');
    view.polls = [consensus, poll(9, { status: 'closed', closed_at_ms: 100_000, title: 'Which part next?' })];
    expect(wordsOfAct('close_poll', view)).toBe('Closed voting: Which part next?');
    expect(sorted(view.polls, 'closed').map((each) => each.poll)).toEqual([9, 1]);
  });

  it('names a poll as evidence and refusals in its own words', () => {
    expect(evidenceOf({ poll: 3, text: 'Where?' })).toEqual({ poll: 3 });
    expect(evidenceWords({ poll: 3, text: 'Where?' })).toEqual({ kind: 'Poll:', words: 'Where?' });
    expect(refusalText('poll.vote', 'wrong_state')).toBe('Voting is closed: this came too late. What you had voted before still counts.');
  });
});
