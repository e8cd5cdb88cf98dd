import { useState } from 'preact/hooks';
import type { Id } from '@/core/types';
import { t } from '@/text';
import { list } from '@/text/format';
import { Button } from './Button';
import type { BreakoutOptions } from './breakout_options';
import { useView } from './context';
import { PersonPicker, usePicker } from './PersonPicker';

interface Props {
  options: BreakoutOptions;
  set: (changed: Partial<BreakoutOptions>) => void;
}

/** Wishes that name people: picked first, then said what for. */
export function BreakoutPeople({ options, set }: Props) {
  const { people } = useView();
  const [picked, setPicked] = useState<Id[]>([]);
  const nameOf = (id: Id): string => people.find((person) => person.person === id)?.name ?? '';
  const names = (ids: readonly Id[]): string => list(ids.map(nameOf));
  const take = (use: (ids: Id[]) => Partial<BreakoutOptions>) => {
    set(use(picked));
    setPicked([]);
  };
  const { together, apart, hosts } = options;
  const count = together.length + apart.length + hosts.length;
  return (
    <details class="more" open={count > 0}>
      <summary>{t('wish.title')}</summary>
      <Picked pick={(id) => !picked.includes(id) && setPicked([...picked, id])} />
      <p role="status">{picked.length === 0 ? t('wish.none_picked') : t('wish.picked', { names: names(picked) })}</p>
      <div class="row">
        <Button
          label={t('wish.together')}
          disabled={picked.length < 2}
          press={() => take((ids) => ({ together: [...together, ids] }))}
        />
        <Button
          label={t('wish.apart')}
          disabled={picked.length < 2}
          press={() => take((ids) => ({ apart: [...apart, ids] }))}
        />
        <Button
          label={t('wish.hosts')}
          disabled={picked.length === 0}
          press={() => take((ids) => ({ hosts: [...hosts, ...ids.filter((id) => !hosts.includes(id))] }))}
        />
        {picked.length > 0 && <Button label={t('wish.nobody')} press={() => setPicked([])} />}
      </div>
      <ul class="plain-list ruled">
        {together.map((ids) => (
          <Wish
            key={`together ${ids.join()}`}
            words={t('wish.are_together', { names: names(ids) })}
            remove={() => set({ together: together.filter((each) => each !== ids) })}
          />
        ))}
        {apart.map((ids) => (
          <Wish
            key={`apart ${ids.join()}`}
            words={t('wish.are_apart', { names: names(ids) })}
            remove={() => set({ apart: apart.filter((each) => each !== ids) })}
          />
        ))}
        {hosts.map((id, index) => (
          <Wish
            key={`host ${id}`}
            words={t('wish.hosts_group', { name: nameOf(id), number: index + 1 })}
            remove={() => set({ hosts: hosts.filter((each) => each !== id) })}
          />
        ))}
      </ul>
    </details>
  );
}

function Picked({ pick }: { pick: (id: Id) => void }) {
  const picker = usePicker(false);
  return (
    <>
      <PersonPicker
        picker={picker}
        hint={t('wish.hint')}
        pick={(chosen) => {
          if ('person' in chosen) pick(chosen.person.person);
        }}
      />
      <Button
        label={t('wish.take')}
        disabled={picker.chosen === null}
        press={() => picker.chosen !== null && 'person' in picker.chosen && pick(picker.chosen.person.person)}
      />
    </>
  );
}

function Wish({ words, remove }: { words: string; remove: () => void }) {
  return (
    <li class="split">
      <span>{words}</span>
      <Button label={t('jot.remove')} about={words} press={remove} />
    </li>
  );
}
