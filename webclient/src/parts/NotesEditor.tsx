import { useRef, useState } from 'preact/hooks';
import type { Id, NoteView } from '@/core/types';
import { t } from '@/text';
import { useRoundtable } from './context';
import { NoteNew } from './NoteNew';
import { NoteOrphan } from './NoteOrphan';
import { NoteRow } from './NoteRow';
import { NotesGroup, orphans } from './note_edits';
import { StillList, StillNews, useStill } from './StillList';

interface Props {
  notes: readonly NoteView[];
  canWrite: boolean;
  /** Staff name the group; members write in their own. */
  group?: Id;
}

/** The shared list of points of a group: everybody adds, rewrites, marks and orders, at the same time. */
export function NotesEditor({ notes, canWrite, group }: Props) {
  const { drafts } = useRoundtable();
  const [wanted, setWanted] = useState('');
  const order = notes.map((note) => note.note);
  // The own move and the own new point are shown as soon as they are there, also under the pointer.
  const asked = `${useOwnPoints()} ${order.join() === wanted ? wanted : ''}`;
  const still = useStill(notes, (note) => note.note, asked);
  // A row that is held in sight keeps its words itself.
  const left =
    group === undefined
      ? orphans(
          drafts,
          still.rows.map((row) => row.id),
        )
      : [];
  return (
    <NotesGroup.Provider value={group}>
      <section class="card notes" id={group === undefined ? 'notes' : undefined} aria-label={t('note.title')}>
        <div class="split still-head">
          <h2 class="eyebrow">{t('note.count', { count: notes.length })}</h2>
          <StillNews still={still} />
        </div>
        {notes.length === 0 && <p class="quiet">{t(canWrite ? 'note.none' : 'note.nothing')}</p>}
        <StillList still={still} ordered class="plain-list ruled note-list">
          {(note) => <NoteRow note={note} order={order} canWrite={canWrite} moving={setWanted} />}
        </StillList>
        {left.map((note) => (
          <NoteOrphan key={note} note={note} canWrite={canWrite} />
        ))}
        {canWrite && <NoteNew />}
        {!canWrite && notes.length > 0 && <p class="hint">{t('note.closed')}</p>}
      </section>
    </NotesGroup.Provider>
  );
}

/** How many of the points put down here have arrived: what is sent waits until it stands in the list. */
function useOwnPoints(): number {
  const { live } = useRoundtable();
  const sent = useRef<readonly string[]>([]);
  const arrived = useRef(0);
  const waiting = live.waiting.value.filter(({ command }) => command.type === 'note.add').map(({ id }) => id);
  arrived.current += sent.current.filter((id) => !waiting.includes(id)).length;
  sent.current = waiting;
  return arrived.current;
}
