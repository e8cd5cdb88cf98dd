import '@/style/breakouts.css';
import { useState } from 'preact/hooks';
import type { Evidence, GroupCard, NoteView } from '@/core/types';
import { t } from '@/text';
import { ActionButton } from './ActionButton';
import { Button } from './Button';
import { useView } from './context';
import { Dialog } from './Dialog';
import { groupWithTitle } from './group_names';
import { MarkChip } from './NoteMarks';
import { useTakeawayOf } from './takeaway_of_note';
import { Words } from './Words';

/** What the groups brought back: one press makes a takeaway of a point, with the point as its evidence. */
export function BreakoutPoints() {
  const { breakouts } = useView();
  if (breakouts.published.length === 0) return null;
  return (
    <section class="panel" aria-labelledby="points-title" data-testid="points">
      <h2 id="points-title" class="eyebrow">
        {t('points.title')}
      </h2>
      {breakouts.published.map((card) => (
        <Card key={card.group} card={card} reports={breakouts.card?.group === card.group} />
      ))}
    </section>
  );
}

type Linking = { evidence: Evidence; words: string } | null;

function Card({ card, reports }: { card: GroupCard; reports: boolean }) {
  const { final_report } = useView();
  const [linking, setLinking] = useState<Linking>(null);
  const name = groupWithTitle(card);
  const open = final_report === null;
  return (
    <section class="card" aria-label={name} data-testid={`card-${card.group}`}>
      <div class="split">
        <h3>
          {name}
          {reports && <span class="chip">{t('points.on_screen')}</span>}
        </h3>
        {open && (
          <Button
            label={t('points.group_as_evidence')}
            about={name}
            press={() => setLinking({ evidence: { group: card.group }, words: name })}
          />
        )}
      </div>
      {card.notes.length === 0 && <p class="quiet small">{t('note.nothing')}</p>}
      <ol class="plain-list ruled">
        {card.notes.map((note) => (
          <Point key={note.note} note={note} open={open} link={setLinking} />
        ))}
      </ol>
      {linking !== null && <ItemsFor linking={linking} close={() => setLinking(null)} />}
    </section>
  );
}

function Point({ note, open, link }: { note: NoteView; open: boolean; link: (linking: Linking) => void }) {
  const { takeaways } = useView();
  const make = useTakeawayOf();
  const isTaken = takeaways.items.some((item) =>
    item.evidence.some((piece) => 'note' in piece && piece.note === note.note),
  );
  const about = note.text.split('\n', 1)[0] ?? '';
  return (
    <li data-testid={`point-${note.note}`}>
      <p>
        <MarkChip mark={note.mark} /> <Words class="note-text">{note.text}</Words>
        {isTaken && <span class="chip">{t('points.taken')}</span>}
      </p>
      {open && (
        <div class="row small">
          <Button label={t('jot.make_takeaway')} about={about} press={() => make(note.text, { note: note.note })} />
          <Button
            label={t('jot.as_evidence')}
            about={about}
            press={() => link({ evidence: { note: note.note }, words: note.text })}
          />
        </div>
      )}
    </li>
  );
}

function ItemsFor({ linking, close }: { linking: NonNullable<Linking>; close: () => void }) {
  const { items } = useView().takeaways;
  const { evidence } = linking;
  return (
    <Dialog title={t('jot.as_evidence_title')} close={close}>
      <blockquote class="quoted">
        <Words>{linking.words}</Words>
      </blockquote>
      {items.length === 0 && <p class="quiet">{t('jot.no_items')}</p>}
      <ul class="plain-list ruled">
        {items.map((item) => (
          <li key={item.item} class="split">
            <Words language={item.language}>{item.title}</Words>
            {item.evidence.some((piece) => isSameEvidence(piece, evidence)) ? (
              <span class="quiet small">{t('evidence.linked')}</span>
            ) : (
              <ActionButton
                command={{ type: 'takeaway.link', data: { item: item.item, evidence } }}
                label={t('evidence.link')}
                about={item.title}
              />
            )}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

const isSameEvidence = (piece: object, evidence: Evidence): boolean =>
  ('note' in piece && piece.note === evidence.note) || ('group' in piece && piece.group === evidence.group);
