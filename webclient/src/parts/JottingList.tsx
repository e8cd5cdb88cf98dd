import { useState } from 'preact/hooks';
import { characters } from '@/core/limits';
import type { JottingView } from '@/core/types';
import { t } from '@/text';
import { timeOfDay } from '@/text/format';
import { ActionButton } from './ActionButton';
import { Button } from './Button';
import { useRoundtable, useView } from './context';
import { Dialog } from './Dialog';
import { draftNames } from './draft_names';
import { AreaField } from './Field';
import { useTakeawayOf } from './takeaway_of_note';
import { Words } from './Words';

/** The own notes, newest first, each with what was on when it was written. */
export function JottingList() {
  const { jottings, final_report } = useView();
  const makeTakeaway = useTakeawayOf();
  return (
    <section class="jottings" aria-labelledby="jottings-title" data-testid="jottings">
      <h2 id="jottings-title" class="eyebrow">
        {t('jot.title', { count: jottings.length })}
      </h2>
      <p class="hint">{t(jottings.length === 0 ? 'jot.none' : 'jot.hint')}</p>
      <ul class="plain-list ruled">
        {[...jottings].reverse().map((jotting) => (
          <Jotting
            key={jotting.jot}
            jotting={jotting}
            open={final_report === null}
            make={() => makeTakeaway(jotting.text, { jot: jotting.jot })}
          />
        ))}
      </ul>
    </section>
  );
}

function Jotting({ jotting, open, make }: { jotting: JottingView; open: boolean; make: () => void }) {
  const { drafts } = useRoundtable();
  const [linking, setLinking] = useState(false);
  const base = drafts.of(draftNames.jottingBase(jotting.jot));
  const text = drafts.of(draftNames.jottingText(jotting.jot));
  const edit = () => {
    text.value = jotting.text;
    base.value = String(jotting.revision);
  };
  if (base.value !== '' && open) return <EditJotting jotting={jotting} />;
  const about = jotting.text.split('\n', 1)[0] ?? '';
  return (
    <li class="jotting" data-testid={`jotting-${jotting.jot}`}>
      <Words class="jotting-text">{jotting.text}</Words>
      <p class="quiet small">
        <span class="clock">{timeOfDay(jotting.at_ms)}</span>
        <TiedTo jotting={jotting} />
      </p>
      {open && (
        <div class="row small">
          <Button label={t('jot.as_evidence')} about={about} press={() => setLinking(true)} />
          <Button label={t('jot.make_takeaway')} about={about} press={make} />
          <Button label={t('button.edit')} about={about} press={edit} />
          <ActionButton
            command={{ type: 'jot.remove', data: { jot: jotting.jot } }}
            label={t('jot.remove')}
            kind="danger"
            about={about}
            confirm={() => window.confirm(t('jot.remove_confirm'))}
          />
        </div>
      )}
      {linking && <ItemPicker jotting={jotting} close={() => setLinking(false)} />}
    </li>
  );
}

function TiedTo({ jotting }: { jotting: JottingView }) {
  return (
    <>
      {jotting.speaker !== undefined && (
        <>
          {' · '}
          {t('jot.turn', { name: jotting.speaker })}
        </>
      )}
      {jotting.question_text !== undefined && (
        <>
          {' · '}
          {t('jot.question', { text: jotting.question_text })}
        </>
      )}
      {jotting.phase_title !== undefined && (
        <>
          {' · '}
          <Words>{jotting.phase_title}</Words>
        </>
      )}
    </>
  );
}

function EditJotting({ jotting }: { jotting: JottingView }) {
  const { live, drafts } = useRoundtable();
  const base = drafts.of(draftNames.jottingBase(jotting.jot));
  const text = drafts.of(draftNames.jottingText(jotting.jot));
  const stop = () => {
    base.value = text.value = '';
  };
  const save = (event: Event) => {
    event.preventDefault();
    const words = text.value.trim();
    if (words === '') return;
    // Only its author writes it: another revision is the author's own, from another page.
    if (words !== jotting.text) {
      live.send({ type: 'jot.edit', data: { jot: jotting.jot, revision: jotting.revision, text: words } });
    }
    stop();
  };
  return (
    <li class="jotting">
      <form class="form" onSubmit={save}>
        <AreaField
          label={t('jot.edit_label')}
          value={text.value}
          change={(words) => {
            text.value = words;
          }}
          limit={characters.jotting}
        />
        <div class="row">
          <button type="submit" class="button primary">
            {t('button.save')}
          </button>
          <Button label={t('button.cancel')} press={stop} />
        </div>
      </form>
    </li>
  );
}

function ItemPicker({ jotting, close }: { jotting: JottingView; close: () => void }) {
  const { items } = useView().takeaways;
  return (
    <Dialog title={t('jot.as_evidence_title')} close={close}>
      <blockquote class="quoted">
        <Words>{jotting.text}</Words>
      </blockquote>
      {items.length === 0 && <p class="quiet">{t('jot.no_items')}</p>}
      <ul class="plain-list ruled">
        {items.map((item) => (
          <li key={item.item} class="split">
            <Words language={item.language}>{item.title}</Words>
            {item.evidence.some((piece) => 'jot' in piece && piece.jot === jotting.jot) ? (
              <span class="quiet small">{t('evidence.linked')}</span>
            ) : (
              <ActionButton
                command={{ type: 'takeaway.link', data: { item: item.item, evidence: { jot: jotting.jot } } }}
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
