import type { PollAgreement, PollKind, PollView } from '@/core/poll_types';
import type { Attribute, Modality, RegionalGroup, StakeholderGroup } from '@/core/types';
import { t } from '@/text';
import { percent } from '@/text/format';
import { modalityName, regionName, stakeholderName } from '@/text/reasons';

/** The choices in words; of the default scale those of the catalogue. */
export function choicesOf(poll: Pick<PollView, 'choices' | 'default_scale'>): string[] {
  if (!poll.default_scale) return poll.choices;
  return [t('poll.scale.0'), t('poll.scale.1'), t('poll.scale.2')];
}

export const kindName = (kind: PollKind): string => t(`poll_kind.${kind}`);

/** Kinds of which a show of hands can be counted. */
export const takesHands = (kind: PollKind): boolean =>
  kind === 'temperature' || kind === 'single' || kind === 'multiple';

export function groupName(by: Attribute, group: string): string {
  if (group === '') return t('results.other_groups');
  if (by === 'modality') return modalityName(group as Modality);
  return by === 'regional_group' ? regionName(group as RegionalGroup) : stakeholderName(group as StakeholderGroup);
}

/** "In every group shown at least 62 % support it." */
export function agreementSentence(poll: PollView, agreement: PollAgreement): string {
  const shares = { share: percent(agreement.percent), all: percent(agreement.percent_of_all) };
  if (agreement.choice === null) return t('agreement.proposal', shares);
  return t('agreement.choice', { ...shares, choice: choicesOf(poll)[agreement.choice] ?? '' });
}

/** What counts as support, for those who ask. */
export function supportMeans(kind: PollKind): string {
  if (kind === 'temperature') return t('agreement.of_scale');
  if (kind === 'ranking') return t('agreement.of_ranking');
  return kind === 'dots' ? t('agreement.of_dots') : t('agreement.of_choice');
}

/** Drafts, open and closed ones apart, each the newest first. */
export function sorted(polls: readonly PollView[], status: PollView['status']): PollView[] {
  const time = (poll: PollView) => (status === 'closed' ? poll.closed_at_ms : poll.opened_at_ms);
  return polls.filter((poll) => poll.status === status).sort((one, other) => time(other) - time(one));
}

/** Heads of a chart while votes come in. */
export const headsOfLive = (poll: PollView): string[] => [
  t('results.choice'),
  t(poll.kind === 'dots' ? 'results.dots_column' : 'results.people_column'),
];
