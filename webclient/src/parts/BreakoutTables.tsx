import '@/style/breakouts.css';
import { useState } from 'preact/hooks';
import type { BreakoutPerson, DeskGroup } from '@/core/types';
import { t } from '@/text';
import { BreakoutMove } from './BreakoutMove';
import { BreakoutUngrouped } from './BreakoutUngrouped';
import { useView } from './context';
import { TextField } from './Field';
import { groupWithTable } from './group_names';
import { areRunning } from './group_part';
import { MovablePerson } from './MovablePerson';
import { plainLetters } from './people_search';

/** For the steward in the room: who sits at which table, and who has no device to be told by. */
export function BreakoutTables() {
  const { breakouts, people } = useView();
  const [search, setSearch] = useState('');
  const [moving, setMoving] = useState<BreakoutPerson | null>(null);
  const { desk } = breakouts;
  if (desk === null) return null;
  const withoutDevice = new Set(people.filter((person) => !person.has_device).map((person) => person.person));
  const here = desk.ungrouped.filter((person) => person.modality !== 'online');
  return (
    <section class="panel" aria-labelledby="tables-title" data-testid="tables">
      <h2 id="tables-title" class="eyebrow">
        {t(areRunning(breakouts) ? 'tables.title' : 'tables.planned')}
      </h2>
      <TextField label={t('tables.search')} type="search" value={search} change={setSearch} />
      <BreakoutUngrouped people={here} move={setMoving} />
      {desk.groups.map((group) => (
        <Table key={group.group} group={group} search={search} withoutDevice={withoutDevice} move={setMoving} />
      ))}
      {moving !== null && <BreakoutMove person={moving} desk={desk} close={() => setMoving(null)} />}
    </section>
  );
}

interface TableProps {
  group: DeskGroup;
  search: string;
  withoutDevice: ReadonlySet<number>;
  move: (person: BreakoutPerson) => void;
}

function Table({ group, search, withoutDevice, move }: TableProps) {
  const wanted = plainLetters(search.trim());
  const onsite = group.people.filter((person) => person.modality !== 'online');
  const found = onsite.filter((person) => plainLetters(person.name).includes(wanted));
  if (found.length === 0 && (wanted !== '' || onsite.length === 0)) return null;
  const online = group.people.length - onsite.length;
  return (
    <section aria-label={groupWithTable(group)} data-testid={`table-${group.group}`}>
      <h3>{groupWithTable(group)}</h3>
      {online > 0 && <p class="quiet small">{t('tables.online', { count: online })}</p>}
      <ul class="plain-list plan-people">
        {found.map((person) => (
          <MovablePerson key={person.person} person={person} move={move}>
            {withoutDevice.has(person.person) && <span class="chip">{t('people.no_device')}</span>}
          </MovablePerson>
        ))}
      </ul>
    </section>
  );
}
