import '@/text/group_sentences';
import '@/style/breakouts.css';
import type { BreakoutGroup } from '@/core/types';
import { t } from '@/text';
import { ActionButton } from './ActionButton';
import { useView } from './context';
import { freePlaces, groupWithTable, namesWithOthers } from './group_names';
import { StillList, useStill } from './StillList';
import { Words } from './Words';

/** The groups are open and this person is in none: into one, or stay where one is. */
export function BreakoutChoice() {
  const { breakouts } = useView();
  return (
    <section class="card strong" aria-labelledby="choose-title" data-testid="choose-group">
      <h2 id="choose-title">{t(breakouts.in_plenary ? 'choose.in_plenary' : 'choose.title')}</h2>
      <p class="quiet">{t(breakouts.may_choose ? 'choose.hint' : 'choose.placed_hint')}</p>
      {breakouts.status === 'open' && (
        <div class="row">
          <ActionButton
            command={{ type: 'breakout.choose', data: { anywhere: true } }}
            label={t('choose.anywhere')}
            kind="primary"
            testid="place-me"
          />
          {!breakouts.in_plenary && (
            <ActionButton command={{ type: 'breakout.choose', data: { group: null } }} label={t('choose.plenary')} />
          )}
        </div>
      )}
      {breakouts.may_choose && <Groups groups={breakouts.groups} />}
    </section>
  );
}

/** For whoever is in a group and may go to another. */
export function BreakoutChange() {
  const { breakouts } = useView();
  const others = breakouts.groups.filter((group) => !group.mine);
  if (!breakouts.may_choose || others.length === 0) return null;
  return (
    <details class="card more">
      <summary>{t('choose.change')}</summary>
      <Groups groups={others} />
    </details>
  );
}

function Groups({ groups }: { groups: readonly BreakoutGroup[] }) {
  const still = useStill(groups, (group) => group.group);
  return (
    <StillList still={still} class="plain-list ruled">
      {(group) => {
        const names = namesWithOthers(group.people, group.unnamed, 4);
        const free = freePlaces(group);
        return (
          <li class="split" data-testid={`choose-${group.group}`}>
            <div>
              <p>
                <strong>{groupWithTable(group)}</strong>
                {group.title !== '' && (
                  <>
                    {' · '}
                    <Words>{group.title}</Words>
                  </>
                )}
              </p>
              <p class="quiet small">
                {free ?? t('group.people', { count: group.size })}
                {names !== '' && group.size > 0 && ` · ${names}`}
              </p>
            </div>
            {group.can_choose && (
              <ActionButton
                command={{ type: 'breakout.choose', data: { group: group.group } }}
                label={t('choose.go')}
                about={groupWithTable(group)}
              />
            )}
          </li>
        );
      }}
    </StillList>
  );
}
