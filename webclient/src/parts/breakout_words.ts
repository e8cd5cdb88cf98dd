// How groups, places and shares are said.
import type {
  AttributeBalance,
  BreakoutAttribute,
  BreakoutDesk,
  MoveCost,
  RegionalGroup,
  StakeholderGroup,
  ValueShare,
  View,
} from '@/core/types';
import { t } from '@/text';
import { decimal, languageName, list } from '@/text/format';
import { modalityName, regionName, stakeholderName } from '@/text/reasons';
import { groupWithTitle } from './group_names';
import { areRunning } from './group_part';

export const attributeName = (by: BreakoutAttribute): string => t(`attribute.${by}`);

/** A value as the balance shows it: codes in words, people's own words as they are. */
export function valueName(by: BreakoutAttribute, value: string): string {
  if (value === '' || value === 'not_stated') return t('balance.not_stated');
  if (by === 'stakeholder_group') return stakeholderName(value as StakeholderGroup);
  if (by === 'regional_group') return regionName(value as RegionalGroup);
  if (by === 'modality') return modalityName(value as 'onsite' | 'online');
  return by === 'language' ? languageName(value) : value;
}

export const fairHeads = (share: Pick<ValueShare, 'fair_millionths'>): number => share.fair_millionths / 1_000_000;

/** By how many heads the value is off its fair share that is most so. */
export const furthestOff = (balance: Pick<AttributeBalance, 'values'>): number =>
  Math.max(0, ...balance.values.map((share) => Math.abs(share.here - fairHeads(share))));

/** In words why a group is balanced: a count cannot come closer to its share than the next whole head. */
export function standingOf(balance: Pick<AttributeBalance, 'values' | 'cluster'>): string {
  if (balance.cluster) {
    const here = balance.values.filter((share) => share.here > 0).length;
    return here <= 1 ? t('balance.alike') : t('balance.kinds', { count: here });
  }
  const off = furthestOff(balance);
  return off < 1 ? t('balance.even') : t('balance.off', { heads: decimal(off) });
}

/** Of one move before it is made. */
export function costWords(cost: Pick<MoveCost, 'cost_millionths' | 'breaks'>): string {
  const heads = decimal(Math.abs(cost.cost_millionths) / 1_000_000);
  const words =
    Math.abs(cost.cost_millionths) < 50_000
      ? t('move.same')
      : t(cost.cost_millionths < 0 ? 'move.better' : 'move.worse', { cost: heads });
  if (cost.breaks.length === 0) return words;
  return `${words} · ${t('move.breaks', { rules: list(cost.breaks.map(ruleName)) })}`;
}

const rules = [
  'placed',
  'min_size',
  'max_size',
  'fixed_group',
  'together',
  'apart',
  'seats',
  'facilitator',
  'reporter',
] as const;

function ruleName(rule: string): string {
  const known = rules.find((each) => each === rule);
  return known === undefined ? rule : t(`group_rule.${known}`);
}

type PlanFigures = Pick<BreakoutDesk, 'groups' | 'ungrouped' | 'with_wishes' | 'first_choices'>;

/** In one line why the plan is good, before anyone is moved. */
export function planSummary(desk: PlanFigures): string {
  const { groups, ungrouped } = desk;
  const sizes = groups.map((group) => group.size);
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)];
  const words = [
    t('breakout.groups', { count: groups.length }),
    least === most ? t('plan.of_size', { count: least }) : t('plan.of_sizes', { least, most }),
    ...mixedBy(groups).map(({ by, off }) =>
      off < 1
        ? t('plan.even', { attribute: attributeName(by) })
        : t('plan.off', { attribute: attributeName(by), heads: decimal(off) }),
    ),
    desk.with_wishes > 0 ? t('plan.first_wishes', { first: desk.first_choices, count: desk.with_wishes }) : '',
    ungrouped.length > 0 ? t('ungrouped.title', { count: ungrouped.length }) : '',
  ];
  return words.filter((each) => each !== '').join(' · ');
}

/** Of each mixed attribute the group that is furthest off its fair share. */
function mixedBy(groups: BreakoutDesk['groups']): { by: BreakoutAttribute; off: number }[] {
  const kinds = groups[0]?.balance.filter((each) => !each.cluster) ?? [];
  return kinds.map(({ by }) => {
    const each = groups.flatMap((group) => group.balance.filter((balance) => balance.by === by));
    return { by, off: Math.max(0, ...each.map(furthestOff)) };
  });
}

/** What of groups stands on the room display, a card or who goes where; null: nothing. */
export function wallOfGroups({ breakouts, focus }: Pick<View, 'breakouts' | 'focus'>): string | null {
  if (focus === 'closed' || focus === 'lobby') return null;
  if (breakouts.card !== null) return t('wall.card', { group: groupWithTitle(breakouts.card) });
  return areRunning(breakouts) ? t('wall.who_goes_where') : null;
}
