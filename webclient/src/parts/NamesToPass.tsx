import type { Id, PersonView } from '@/core/types';
import { t } from '@/text';
import { guestName } from '@/text/guests';
import { ActionButton } from './ActionButton';
import { useView } from './context';
import { aboutPerson, PersonName } from './Person';
import { Gone, StillList, StillNews, useStill } from './StillList';

const shownAtMost = 30;

const seen = ({ person, name, affiliation }: PersonView) => ({
  person,
  name,
  ...(affiliation === undefined ? {} : { affiliation }),
});

/** Names that their bearers typed, newest first: staff decide which of them reach the screens. Nothing passes that is not shown here, and what
 * staff hid is among everybody. */
export function NamesToPass() {
  const { people, me } = useView();
  const waiting = people
    .filter((person) => person.guest !== undefined && !person.guest.hidden)
    .sort((a, b) => b.person - a.person);
  const still = useStill(waiting.slice(0, shownAtMost), (person) => person.person);
  const shown = still.rows.filter((row) => !row.gone).map((row) => seen(row.item));
  if (!me.may.includes('person.pass') || (waiting.length === 0 && still.rows.length === 0)) return null;
  return (
    <section class="panel" aria-labelledby="names-title" data-testid="names-to-pass">
      <div class="split still-head">
        <h3 id="names-title" class="eyebrow">
          {t('names.title', { count: waiting.length })}
        </h3>
        <StillNews still={still} />
      </div>
      <p class="hint">{t('names.hint')}</p>
      <StillList still={still} class="plain-list ruled">
        {(person) => (
          <li class="door-row" data-testid={`name-${person.person}`}>
            <div>
              <p>
                <PersonName name={person.name} group={person.stakeholder_group} /> <Gone />
              </p>
              <p class="quiet small">{aboutPerson(person)}</p>
            </div>
            <PassButton person={person} />
          </li>
        )}
      </StillList>
      {waiting.length > shownAtMost && (
        <p class="quiet small">{t('names.more', { count: waiting.length - shownAtMost })}</p>
      )}
      {shown.length > 1 && (
        <div class="row">
          <ActionButton
            command={{ type: 'person.pass', data: { people: shown } }}
            label={t('names.pass_all', { count: shown.length })}
            testid="pass-all"
          />
        </div>
      )}
    </section>
  );
}

function PassButton({ person }: { person: PersonView }) {
  return (
    <ActionButton
      command={{ type: 'person.pass', data: { people: [seen(person)] } }}
      label={t(person.guest?.hidden ? 'names.show_again' : 'names.pass')}
      about={person.name}
    />
  );
}

/** For one person: whether the name is on the screens, and the act that changes it. */
export function NameOnScreens({ person }: { person: Id }) {
  const { people, me } = useView();
  const known = people.find((each) => each.person === person);
  if (known === undefined || !me.may.includes('person.hide')) return null;
  return (
    <div class="split">
      <p class="quiet small">
        {t(known.guest === undefined ? 'names.as_guest' : 'names.is_guest', {
          name: guestName({ number: person, modality: known.modality }),
        })}
      </p>
      {known.guest !== undefined ? (
        <PassButton person={known} />
      ) : (
        <ActionButton
          command={{ type: 'person.hide', data: { person } }}
          label={t('names.hide')}
          about={known.name}
          testid="hide-name"
        />
      )}
    </div>
  );
}
