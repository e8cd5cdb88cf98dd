import { useState } from 'preact/hooks';
import type { Command, HandView, PersonView } from '@/core/types';
import { t } from '@/text';
import { ActionButton } from './ActionButton';
import { Button } from './Button';
import { useRoundtable, useView } from './context';
import { Dialog } from './Dialog';
import { TextField } from './Field';
import { aboutPerson, PersonName } from './Person';
import { Gone, StillList, StillNews, useStill } from './StillList';

interface Props {
  chosen: HandView | 'anybody';
  close: () => void;
}

/** Overruling the order, with a reason that stays in the record. Or, for any person, a turn outside the queue or a hand in it. */
export function GiveDialog({ chosen, close }: Props) {
  return chosen === 'anybody' ? <GiveAnybody close={close} /> : <GiveHand hand={chosen} close={close} />;
}

function GiveHand({ hand, close }: { hand: HandView; close: () => void }) {
  const { live } = useRoundtable();
  const expected = useView().floor.queue[0]?.hand ?? null;
  const [reason, setReason] = useState('');
  const give = (event: Event) => {
    event.preventDefault();
    if (reason.trim() === '') return;
    live.send({ type: 'floor.give', data: { hand: hand.hand, expected, reason: reason.trim() } });
    close();
  };
  return (
    <Dialog title={t('give.title', { name: hand.name })} close={close}>
      <form class="form" onSubmit={give}>
        <p class="quiet">{t('give.hint')}</p>
        <div class="row">
          {(['give.reason_time_zone', 'give.reason_topic', 'give.reason_line'] as const).map((key) => (
            <button key={key} type="button" class="button plain" onClick={() => setReason(t(key))}>
              {t(key)}
            </button>
          ))}
        </div>
        <TextField label={t('give.reason')} value={reason} change={setReason} required />
        <button type="submit" class="button primary">
          {t('floor.give')}
        </button>
      </form>
    </Dialog>
  );
}

function GiveAnybody({ close }: { close: () => void }) {
  const { live } = useRoundtable();
  const { people, floor } = useView();
  const [search, setSearch] = useState('');
  const found = matching(people, search).slice(0, 12);
  const still = useStill(found, (person) => person.person, search);
  const expected = floor.queue[0]?.hand ?? null;
  const give = (person: PersonView) => {
    const command: Command = { type: 'floor.give', data: { person: person.person, expected } };
    live.send(command);
    close();
  };
  return (
    <Dialog title={t('give.anybody_title')} close={close} wide>
      <p class="quiet">{t('give.anybody_hint')}</p>
      <TextField label={t('people.search')} type="search" value={search} change={setSearch} />
      <div class="still-head">
        <StillNews still={still} />
      </div>
      <StillList still={still} class="plain-list ruled">
        {(person) => (
          <li class="split">
            <div>
              <PersonName name={person.name} group={person.stakeholder_group} guest={person.guest} />
              <Gone />
              <p class="quiet small">{aboutPerson(person)}</p>
            </div>
            <div class="row row-acts">
              <ActionButton
                command={{ type: 'hand.raise', data: { kind: 'intervention', for: person.person } }}
                label={t('floor.raise_for')}
                about={person.name}
                sent={close}
              />
              <Button label={t('floor.give')} about={person.name} press={() => give(person)} />
            </div>
          </li>
        )}
      </StillList>
      {found.length === 0 && <p class="quiet">{t('people.nobody_found')}</p>}
    </Dialog>
  );
}

/** People whose name or affiliation holds every word searched for, in any letters' case and without accents. */
export function matching(people: readonly PersonView[], search: string): PersonView[] {
  const words = plain(search).split(/\s+/).filter(Boolean);
  return people.filter((person) => {
    const text = plain(`${person.name} ${person.affiliation ?? ''} ${person.call_name ?? ''}`);
    return words.every((word) => text.includes(word));
  });
}

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
