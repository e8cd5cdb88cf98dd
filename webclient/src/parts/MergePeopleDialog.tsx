import { useState } from 'preact/hooks';
import type { PersonView } from '@/core/types';
import { t } from '@/text';
import { ActionButton } from './ActionButton';
import { useView } from './context';
import { Dialog } from './Dialog';
import { TextField } from './Field';
import { aboutPerson, PersonName } from './Person';
import { matching } from './people_search';
import { isStaff } from './person_words';

const shownAtMost = 20;

/** Only entries that are neither staff's nor named in the programme become part of another: those stay. */
export const mayBeMerged = (person: PersonView): boolean =>
  person.merged.length === 0 && !isStaff(person.roles) && !person.roles.includes('speaker');

/** Two entries of one person: the one that is chosen here counts from then on. */
export function MergePeopleDialog({ person, close }: { person: PersonView; close: () => void }) {
  const { people } = useView();
  const [search, setSearch] = useState('');
  const others = matching(people, search).filter((other) => other.person !== person.person);
  return (
    <Dialog title={t('merge_people.title', { name: person.name })} close={close}>
      <p class="quiet">{t('merge_people.hint', { name: person.name })}</p>
      <TextField label={t('people.search')} type="search" value={search} change={setSearch} />
      {others.length === 0 && <p class="quiet">{t('people.nobody_found')}</p>}
      <ul class="plain-list ruled">
        {others.slice(0, shownAtMost).map((other) => (
          <li key={other.person} class="person-row">
            <div>
              <p>
                <PersonName name={other.name} group={other.stakeholder_group} guest={other.guest} />
              </p>
              <p class="quiet small">{aboutPerson(other)}</p>
            </div>
            <ActionButton
              command={{ type: 'person.merge', data: { from: person.person, into: other.person } }}
              label={t('merge_people.choose')}
              about={other.name}
              sent={close}
            />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

/** The other entries of somebody, each to be parted again. */
export function MergedEntries({ person }: { person: PersonView }) {
  if (person.merged.length === 0) return null;
  return (
    <ul class="plain-list small">
      {person.merged.map((entry) => (
        <li key={entry.person} class="row">
          <span class="quiet">{t('merge_people.merged', { name: entry.name })}</span>
          <ActionButton
            command={{ type: 'person.unmerge', data: { person: entry.person } }}
            label={t('merge_people.part')}
            about={entry.name}
          />
        </li>
      ))}
    </ul>
  );
}
