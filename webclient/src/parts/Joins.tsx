import type { JoinsMode } from '@/core/types';
import { t } from '@/text';
import { modalityName } from '@/text/reasons';
import { ActionButton } from './ActionButton';
import { useRoundtable, useView } from './context';
import { Gone, StillList, StillNews, useStill } from './StillList';
import { Words } from './Words';

const modes: readonly JoinsMode[] = ['open', 'approval', 'closed'];
const atOnce = 100;

/** The entrance: everybody, one by one, or nobody new. */
export function JoinsSwitch() {
  const { live } = useRoundtable();
  const { joins, me, session } = useView();
  if (!me.may.includes('session.joins') || session.status === 'closed') return null;
  return (
    <section class="panel" aria-labelledby="joins-title" data-testid="joins">
      <h3 id="joins-title" class="eyebrow">
        {t('joins.title')}
      </h3>
      <fieldset class="segments">
        <legend class="heard-only">{t('joins.title')}</legend>
        {modes.map((mode) => (
          <button
            key={mode}
            type="button"
            class="segment"
            aria-pressed={joins.mode === mode}
            onClick={() => {
              if (joins.mode !== mode) live.send({ type: 'session.joins', data: { mode } });
            }}
          >
            {t(`joins.${mode}`)}
          </button>
        ))}
      </fieldset>
      <p class="hint">{t(`joins.hint_${joins.mode}`)}</p>
    </section>
  );
}

/** Who asked to join and waits, first come first. */
export function WantsIn() {
  const { joins, me } = useView();
  const still = useStill(joins.waiting, (knock) => knock.knock);
  const shown = still.rows.filter((row) => !row.gone).map((row) => row.id);
  if (!me.may.includes('person.admit') || still.rows.length === 0) return null;
  return (
    <section class="panel wants-in" aria-labelledby="knocks-title" data-testid="wants-in">
      <div class="split still-head">
        <h3 id="knocks-title" class="eyebrow">
          {t('knocks.title', { count: joins.waiting.length })}
        </h3>
        <StillNews still={still} />
      </div>
      <StillList still={still} class="plain-list ruled">
        {(knock) => (
          <li class="door-row" data-testid={`knock-${knock.knock}`}>
            <div>
              <p>
                <Words class="person-name">{knock.name}</Words> <Gone />
              </p>
              <p class="quiet small">
                {[knock.affiliation, knock.modality === 'not_stated' ? undefined : modalityName(knock.modality)]
                  .filter((part) => part !== undefined)
                  .join(' · ')}
              </p>
            </div>
            <div class="row">
              <ActionButton
                command={{ type: 'person.admit', data: { knocks: [knock.knock] } }}
                label={t('knocks.admit')}
                kind="primary"
                about={knock.name}
              />
              <ActionButton
                command={{ type: 'person.turn_away', data: { knocks: [knock.knock] } }}
                label={t('knocks.turn_away')}
                about={knock.name}
                confirm={() => window.confirm(t('knocks.turn_away_confirm', { name: knock.name }))}
              />
            </div>
          </li>
        )}
      </StillList>
      {shown.length > 1 && (
        <div class="row">
          <ActionButton
            command={{ type: 'person.admit', data: { knocks: shown.slice(0, atOnce) } }}
            label={t('knocks.admit_all', { count: Math.min(shown.length, atOnce) })}
            testid="admit-all"
          />
          <ActionButton
            command={{ type: 'person.turn_away', data: { knocks: shown.slice(0, atOnce) } }}
            label={t('knocks.turn_all_away', { count: Math.min(shown.length, atOnce) })}
            confirm={() => window.confirm(t('knocks.turn_all_away_confirm', { count: Math.min(shown.length, atOnce) }))}
          />
        </div>
      )}
    </section>
  );
}
