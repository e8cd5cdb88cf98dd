// What a simulated attendee does in a poll and in a breakout group.
import { points } from './sentences.mjs';

const race = ['already', 'wrong_state', 'not_found', 'not_allowed', 'limit'];

/** How governments vote on a temperature check, and how everybody else does: from agreeing to not living with it. */
const cautious = { 0: 3, 1: 4, 2: 3 };
const open = { 0: 7, 1: 3, 2: 1 };

/** Votes once in each poll that is open. Answers whether there was one. */
export function votesInPoll({ member, random, voted }) {
  for (const [poll, { status, kind, choices }] of member.picture.polls) {
    if (status !== 'open' || voted.has(poll)) continue;
    voted.add(poll);
    const shares = member.profile?.stakeholder_group === 'government' ? cautious : open;
    const steps = choices?.length > 0 ? choices.length : 3;
    const choice = kind === 'temperature' ? Math.min(steps - 1, Number(random.weighted(shares))) : Math.floor(random.between(0, steps));
    if (kind !== 'temperature' && kind !== 'single') return false;
    member.send('poll.vote', { poll, choice }, { fine: race });
    return true;
  }
  return false;
}

/** One act in the own group; nothing where there is none. Answers whether the person is in a group that is open. */
export async function actsInGroup({ member, random, written }) {
  const { picture, person } = member;
  const group = picture.groupsOpen ? picture.groupOf(person) : undefined;
  if (group === undefined) return false;
  const dice = random.next();
  const does = (type, data = {}) => member.send(type, data, { fine: race });
  const { host, reporter, hands, turn } = picture.inside;
  if (turn === person) await does('group.end_turn');
  else if (host === person && hands.length > 0 && !turn) await does('group.give_floor', { person: hands[0] });
  else if (!host && dice < 0.5) await does('breakout.take_role', { role: 'host' });
  else if (!reporter && dice < 0.5) await does('breakout.take_role', { role: 'reporter' });
  else if (dice < 0.35 && written.count < 2) {
    written.count += 1;
    const point = random.pick(points);
    await does('note.add', point);
  } else if (dice < 0.6 && !hands.includes(person)) await does('group.raise_hand');
  return true;
}
