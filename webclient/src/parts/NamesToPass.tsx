import type { PersonView } from '@/core/types';
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

/** Names that their bearers typed, newest first: staff decide which of them reach the screens. Nothing passes that is not shown here. */
export function NamesToPass() {
  const { people, me } = useView();
  const waiting = people.filter((person) => person.guest !== undefined).sort((a, b) => b.person - a.person);
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
      label={t('names.pass')}
      about={person.name}
    />
  );
}

/** In a list of everybody: the one of the two that is possible now. */
export function NameButtons({ person }: { person: PersonView }) {
  const { me } = useView();
  if (person.guest !== undefined) return <PassButton person={person} />;
  if (!me.may.includes('person.hide')) return null;
  const hidden = t('names.hide_hint', { name: guestName({ number: person.person, modality: person.modality }) });
  return (
    <ActionButton
      command={{ type: 'person.hide', data: { person: person.person } }}
      label={t('names.hide')}
      about={`${person.name}. ${hidden}`}
    />
  );
}
