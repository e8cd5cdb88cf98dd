import { useEffect, useState } from 'preact/hooks';
import type { BreakoutDesk } from '@/core/types';
import { askForPlan, isPlanning, prepareForPlan } from '@/link/group_plan';
import { t } from '@/text';
import { list, minutes } from '@/text/format';
import { BreakoutOptionsDialog } from './BreakoutOptionsDialog';
import { Button } from './Button';
import { expectedGroups, planOf, suggestionOf } from './breakout_options';
import { attributeName } from './breakout_words';
import { useRoundtable, useView } from './context';
import { keptOptions } from './kept_options';
import { TopicOfferDesk } from './TopicOfferDesk';

/** The first of the two clicks: what would be planned stands beside the button. */
export function BreakoutStart({ desk }: { desk: BreakoutDesk }) {
  const { live } = useRoundtable();
  const { breakouts } = useView();
  const [open, setOpen] = useState(false);
  useEffect(prepareForPlan, []);
  // What was chosen with the topics that are offered holds for the groups that come of them.
  const chosen = breakouts.offer === null ? null : keptOptions.value;
  const suggested = suggestionOf(desk.suggested, chosen);
  const refusal = live.check({ type: 'breakout.plan', data: {} });
  const planning = isPlanning(live);
  if (refusal === 'not_allowed' || refusal === 'unknown_command') return null;
  return (
    <>
      <p class="quiet" data-testid="suggested">
        {suggestedWords(suggested)}
      </p>
      <div class="row">
        <Button
          kind="primary"
          label={t(planning ? 'breakout.planning' : 'breakout.plan')}
          disabled={planning || suggested.people === 0}
          press={() => askForPlan(live, chosen === null ? {} : planOf(chosen))}
          testid="plan-groups"
        />
        <Button label={t('breakout.options')} press={() => setOpen(true)} testid="plan-options" />
      </div>
      <TopicOfferDesk offer={breakouts.offer} desk={desk} />
      {open && <BreakoutOptionsDialog desk={desk} close={() => setOpen(false)} />}
    </>
  );
}

/** "46 people · 8 groups · mixed by stakeholder group and region · 7 min". */
export function suggestedWords(suggested: BreakoutDesk['suggested']): string {
  const { people, diversify, cluster, rounds, seconds, mode } = suggested;
  if (people === 0) return t('breakout.nobody');
  const words = [
    t('group.people', { count: people }),
    t('breakout.groups', { count: expectedGroups(suggested) }),
    mode === 'balanced' ? '' : t(`breakout_mode.${mode}`),
    mode === 'balanced' && diversify.length > 0
      ? t('breakout.mixed_by', { attributes: list(diversify.map(attributeName)) })
      : '',
    mode === 'balanced' && cluster.length > 0
      ? t('breakout.alike_in', { attributes: list(cluster.map(attributeName)) })
      : '',
    rounds > 1 ? t('breakout.rounds', { count: rounds }) : '',
    seconds > 0 ? minutes(seconds * 1000) : '',
  ];
  return words.filter((each) => each !== '').join(' · ');
}
