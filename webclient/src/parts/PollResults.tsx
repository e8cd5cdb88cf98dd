import { useState } from 'preact/hooks';
import type { PollBreakdown, PollResults, PollView } from '@/core/poll_types';
import type { Attribute } from '@/core/types';
import { t } from '@/text';
import { percent } from '@/text/format';
import { useView } from './context';
import { type ChartRow, PollChart } from './PollChart';
import { agreementSentence, choicesOf, groupName, supportMeans } from './poll_words';
import { Words } from './Words';

/** Counts, answers, groups and how far they agree; nothing where this viewer holds no results. */
export function PollResultsOf({ poll }: { poll: PollView }) {
  const { results } = poll;
  if (results === null) return null;
  return (
    <div class="poll-results" data-testid={`results-${poll.poll}`}>
      <p class="quiet small">
        {results.people === 0 ? t('results.none') : t('results.people', { count: results.people })}
      </p>
      {poll.kind === 'words' ? <Answers results={results} /> : <Counts poll={poll} results={results} />}
      {poll.kind !== 'words' && <Groups poll={poll} results={results} />}
    </div>
  );
}

/** The bars of a poll's results, the leading choice first where the choices have no order of their own. */
export function resultRows(poll: PollView, results: PollResults): ChartRow[] {
  const choices = choicesOf(poll);
  const order = poll.kind === 'temperature' ? choices.map((_, index) => index) : results.order;
  return order.map((index) => ({
    name: choices[index] ?? '',
    percent: results.percents[index] ?? 0,
    figures: [figureOf(poll, results, index), ...(poll.hands.length > 0 ? [String(poll.hands[index] ?? 0)] : [])],
    strong: poll.kind !== 'temperature' && index === results.order[0],
  }));
}

function figureOf(poll: PollView, results: PollResults, index: number): string {
  const count = results.counts[index] ?? 0;
  if (poll.kind === 'ranking') return t('results.duels', { count, all: results.counts.length - 1 });
  if (poll.kind === 'dots') return t('ballot.dots_on', { count });
  return t('results.count_and_share', { count, share: percent(results.percents[index] ?? 0) });
}

export function headsOf(poll: PollView): string[] {
  const figure =
    poll.kind === 'ranking'
      ? t('results.duels_column')
      : poll.kind === 'dots'
        ? t('results.dots_column')
        : t('results.people_column');
  return [t('results.choice'), figure, ...(poll.hands.length > 0 ? [t('results.hands_column')] : [])];
}

function Counts({ poll, results }: { poll: PollView; results: PollResults }) {
  return (
    <>
      <PollChart caption={poll.title} heads={headsOf(poll)} rows={resultRows(poll, results)} />
      {poll.kind === 'ranking' && <p class="hint">{t('results.ranking_hint')}</p>}
      {poll.hands.length > 0 && <p class="hint">{t('results.hands_hint')}</p>}
    </>
  );
}

export function Answers({ results }: { results: PollResults }) {
  const { me } = useView();
  const most = Math.max(1, ...results.answers.map((answer) => answer.count));
  return (
    <>
      <ul class="poll-answers" aria-label={t('results.answer')}>
        {results.answers.map((answer) => (
          <li
            key={answer.text}
            data-size={Math.ceil((answer.count / most) * 3)}
            data-passed={answer.passed || !me.staff}
          >
            <Words>{answer.text}</Words> <span class="small clock">{answer.count}</span>
          </li>
        ))}
      </ul>
      {results.other_answers > 0 && <p class="quiet small">{t('results.others', { count: results.other_answers })}</p>}
    </>
  );
}

/** One attribute at a time, the stakeholder groups first. */
function Groups({ poll, results }: { poll: PollView; results: PollResults }) {
  const { me } = useView();
  const [by, setBy] = useState<Attribute>('stakeholder_group');
  const shown = results.breakdowns.find((each) => each.attribute === by) ?? results.breakdowns[0];
  if (results.people === 0) return null;
  if (shown === undefined) {
    return <p class="quiet small">{t(me.staff && !poll.final ? 'results.groups_follow' : 'results.no_groups')}</p>;
  }
  return (
    <section aria-label={t('results.by_group')} class="poll-groups">
      <h3>{t('agreement.title')}</h3>
      {results.breakdowns.length > 1 && (
        <fieldset class="segments">
          <legend class="heard-only">{t('results.by')}</legend>
          {results.breakdowns.map((each) => (
            <button
              key={each.attribute}
              type="button"
              class="segment"
              aria-pressed={each === shown}
              onClick={() => setBy(each.attribute)}
            >
              {t(`results_by.${each.attribute}`)}
            </button>
          ))}
        </fieldset>
      )}
      <AgreementWords poll={poll} breakdown={shown} />
      <GroupBars breakdown={shown} />
      <p class="hint">
        {supportMeans(poll.kind)} {t('results.small_groups')}
      </p>
      <details class="more">
        <summary>{t('results.all_choices')}</summary>
        <AllChoices poll={poll} breakdown={shown} />
      </details>
    </section>
  );
}

export function AgreementWords({ poll, breakdown }: { poll: PollView; breakdown: PollBreakdown }) {
  const { agreement } = breakdown;
  if (agreement === null) return null;
  return (
    <p data-testid={`agreement-${poll.poll}`}>
      {agreementSentence(poll, agreement)}{' '}
      {t('agreement.least', { group: groupName(breakdown.attribute, agreement.group) })}
    </p>
  );
}

export function GroupBars({ breakdown }: { breakdown: PollBreakdown }) {
  const rows = breakdown.rows.map((row) => ({
    name: groupName(breakdown.attribute, row.group),
    percent: row.support_percent,
    figures: [percent(row.support_percent)],
  }));
  return <PollChart caption={t('results.support')} heads={[t('results.group'), t('results.support')]} rows={rows} />;
}

function AllChoices({ poll, breakdown }: { poll: PollView; breakdown: PollBreakdown }) {
  const choices = choicesOf(poll);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys.
    <section class="scroll-sideways" tabIndex={0} aria-label={t('results.all_choices')}>
      <table class="table small">
        <thead>
          <tr>
            <th scope="col">{t('results.group')}</th>
            <th scope="col">{t('results.people_column')}</th>
            {choices.map((choice) => (
              <th key={choice} scope="col">
                <Words>{choice}</Words>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {breakdown.rows.map((row) => (
            <tr key={row.group}>
              <th scope="row">{groupName(breakdown.attribute, row.group)}</th>
              <td class="clock">{row.people}</td>
              {choices.map((choice, index) => (
                <td key={choice} class="clock">
                  {percent(row.percents[index] ?? 0)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
