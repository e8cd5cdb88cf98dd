import { useEffect, useId, useMemo, useState } from 'preact/hooks';
import { characters } from '@/core/limits';
import type { Id, PersonView } from '@/core/types';
import { t } from '@/text';
import { place } from '@/text/format';
import { useView } from './context';
import { Field } from './Field';
import { aboutPerson, PersonName } from './Person';
import { isKnown, likeliest } from './people_search';
import { waitingHands } from './waiting';

/** Somebody of the session, or the name of somebody who is not in it yet. */
export type Picked = { person: PersonView } | { newcomer: string };

export interface Picker {
  search: string;
  type: (search: string) => void;
  found: readonly Picked[];
  at: number;
  go: (at: number) => void;
  /** Who is shown as chosen; null: nobody matches. */
  chosen: Picked | null;
}

const shownAtMost = 10;

/** What is listed changes with the typed letters only: nothing moves by itself. `newcomers`: a typed name may be somebody new. */
export function usePicker(newcomers: boolean): Picker {
  const { people, agenda } = useView();
  const [search, setSearch] = useState('');
  const [at, go] = useState(0);
  const found = useMemo((): Picked[] => {
    const panel = new Set<Id>([
      ...agenda.phases.flatMap((phase) => phase.speakers.map((talk) => talk.person)),
      ...people.filter((person) => person.roles.includes('speaker')).map((person) => person.person),
    ]);
    const known = likeliest(people, search, panel)
      .slice(0, shownAtMost)
      .map((person) => ({ person }));
    const isNew = newcomers && search.trim() !== '' && !isKnown(people, search);
    return isNew ? [...known, { newcomer: search.trim() }] : known;
  }, [search]);
  const type = (text: string) => {
    setSearch(text);
    go(0);
  };
  return { search, type, found, at, go, chosen: found[at] ?? null };
}

interface Props {
  picker: Picker;
  hint: string;
  /** Enter; `shifted` with Shift. */
  pick: (picked: Picked, shifted: boolean) => void;
}

/** Type to filter, arrows to choose, Enter to pick. */
export function PersonPicker({ picker, hint, pick }: Props) {
  const { search, type, found, at, go, chosen } = picker;
  const list = useId();
  useEffect(() => document.getElementById(`${list}-${at}`)?.scrollIntoView({ block: 'nearest' }), [list, at]);
  const key = (event: KeyboardEvent) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      if (chosen !== null && !event.repeat) pick(chosen, event.shiftKey);
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && found.length > 0) {
      event.preventDefault();
      go((at + (event.key === 'ArrowDown' ? 1 : found.length - 1)) % found.length);
    }
  };
  return (
    <>
      <Field label={t('people.search')} hint={hint}>
        {({ id, describedBy }) => (
          <input
            id={id}
            type="search"
            // biome-ignore lint/a11y/noRedundantRoles: without a data list the field is no combobox by itself.
            role="combobox"
            list={undefined}
            aria-expanded="true"
            aria-autocomplete="list"
            aria-controls={list}
            aria-activedescendant={found.length > 0 ? `${list}-${at}` : undefined}
            aria-describedby={describedBy}
            value={search}
            maxLength={characters.name}
            autocomplete="off"
            autofocus
            dir="auto"
            onInput={(event) => type(event.currentTarget.value)}
            onKeyDown={key}
            data-testid="person-search"
          />
        )}
      </Field>
      <div id={list} class="options" role="listbox" aria-label={t('people.found')}>
        {found.map((picked, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field above, which keeps the focus.
          <div
            key={'person' in picked ? picked.person.person : 'newcomer'}
            id={`${list}-${index}`}
            class="option"
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => go(index)}
          >
            {'person' in picked ? (
              <Known person={picked.person} />
            ) : (
              <p>{t('people.newcomer', { name: picked.newcomer })}</p>
            )}
          </div>
        ))}
      </div>
      {found.length === 0 && <p class="quiet">{t('people.nobody_found')}</p>}
    </>
  );
}

function Known({ person }: { person: PersonView }) {
  const hand = waitingHands(useView().floor).find((each) => each.person === person.person);
  return (
    <>
      <span>
        <PersonName name={person.name} group={person.stakeholder_group} />
        {hand !== undefined && <span class="chip">{t('people.hand_at', { place: place(hand.position) })}</span>}
      </span>
      <span class="quiet small">{aboutPerson(person)}</span>
    </>
  );
}
