import type { BreakoutDesk, BreakoutPerson, Id } from '@/core/types';
import { t } from '@/text';
import { ActionButton } from './ActionButton';
import { costWords } from './breakout_words';
import { Dialog } from './Dialog';
import { groupWithTable } from './group_names';
import { useMoveCosts } from './move_costs';
import { Words } from './Words';

interface Props {
  person: Pick<BreakoutPerson, 'person' | 'name'>;
  desk: BreakoutDesk;
  close: () => void;
}

/** Every place where somebody could be, and what it would do to the balance, before it is done. */
export function BreakoutMove({ person, desk, close }: Props) {
  const costs = useMoveCosts(person.person);
  const now = placeOf(desk, person.person);
  return (
    <Dialog title={t('move.title', { name: person.name })} close={close}>
      <p class="quiet">{t(costs === null ? 'move.hint_plain' : 'move.hint')}</p>
      <ul class="plain-list ruled">
        {desk.groups.map((group) => {
          const cost = costs?.get(group.group);
          const isHere = group.group === now;
          return (
            <li key={group.group} class="split">
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
                  {t('group.people', { count: group.size })}
                  {cost !== undefined && ` · ${costWords(cost)}`}
                </p>
              </div>
              {isHere ? (
                <span class="quiet">{t('move.is_here')}</span>
              ) : (
                <ActionButton
                  command={{ type: 'breakout.move', data: { person: person.person, group: group.group } }}
                  label={t('move.here')}
                  about={groupWithTable(group)}
                  sent={close}
                />
              )}
            </li>
          );
        })}
      </ul>
      {now !== null && (
        <ActionButton
          command={{ type: 'breakout.move', data: { person: person.person, group: null } }}
          label={t('move.plenary')}
          sent={close}
        />
      )}
    </Dialog>
  );
}

export const placeOf = (desk: Pick<BreakoutDesk, 'groups'>, person: Id): Id | null =>
  desk.groups.find((group) => group.people.some((each) => each.person === person))?.group ?? null;
