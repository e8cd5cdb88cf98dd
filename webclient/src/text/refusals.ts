// Why something was not done, as closely as the command tells.
import type { CommandType, Refusal } from '@/core/types';
import { type Key, t } from './index';

type Code = Refusal | 'expired';

const nobodySpeaks = { wrong_state: 'floor.nobody_speaks' } as const;

const groupsNotOpen = { wrong_state: 'refusal.groups_not_open' } as const;

const closer: Partial<Record<CommandType, Partial<Record<Code, Key>>>> = {
  'hand.raise': { wrong_state: 'mode.closed_reason' },
  'floor.end': nobodySpeaks,
  'floor.extend': nobodySpeaks,
  'floor.pause': nobodySpeaks,
  'floor.resume': nobodySpeaks,
  'floor.did_not_speak': nobodySpeaks,
  'talk.start': { wrong_state: 'refusal.no_talk' },
  'talk.drop': { wrong_state: 'refusal.talk_begun' },
  'poll.vote': { wrong_state: 'refusal.poll_not_open', limit: 'refusal.poll_dots' },
  'poll.unvote': { wrong_state: 'refusal.poll_not_open' },
  'poll.edit': { wrong_state: 'refusal.poll_opened' },
  'poll.drop': { wrong_state: 'refusal.poll_opened' },
  'poll.open': { wrong_state: 'refusal.poll_closed' },
  'breakout.plan': { wrong_state: 'refusal.groups_are_open', bad_data: 'refusal.groups_cannot' },
  'breakout.open': { wrong_state: 'refusal.no_plan', already: 'refusal.groups_opened' },
  'breakout.move': { wrong_state: 'refusal.cannot_be_moved', already: 'refusal.is_in_that_group' },
  'breakout.offer': {
    wrong_state: 'refusal.groups_are_open',
    already: 'refusal.topics_offered',
    bad_data: 'refusal.topics_unfit',
  },
  'breakout.rank': { wrong_state: 'refusal.no_offer' },
  'breakout.rebalance': {
    wrong_state: 'refusal.people_chose',
    already: 'refusal.nothing_to_move',
    limit: 'refusal.group_full',
    bad_data: 'refusal.groups_cannot',
  },
  'breakout.extend': groupsNotOpen,
  'breakout.close': groupsNotOpen,
  'breakout.broadcast': groupsNotOpen,
  'breakout.choose': { ...groupsNotOpen, limit: 'refusal.group_full' },
  'breakout.take_role': { already: 'refusal.role_held' },
  'breakout.report_back': { wrong_state: 'refusal.no_report_phase' },
  undo: {
    late: 'refusal.undo_late',
    expired: 'refusal.undo_late',
    wrong_state: 'refusal.undo_overtaken',
    not_allowed: 'refusal.undo_of_moderator',
  },
};

export const refusalText = (type: CommandType, code: Code): string => t(closer[type]?.[code] ?? `refusal.${code}`);
