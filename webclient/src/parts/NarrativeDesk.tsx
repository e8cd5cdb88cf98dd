import { useState } from 'preact/hooks';
import { characters } from '@/core/limits';
import type { NarrativeView } from '@/core/types';
import { t } from '@/text';
import { timeOfDay } from '@/text/format';
import { Button } from './Button';
import { CopyButton } from './CopyButton';
import { useRoundtable, useView } from './context';
import { draftNames } from './draft_names';
import { AreaField } from './Field';
import { Words } from './Words';

const keyOf = (field: NarrativeView): string => `${field.part}-${field.talk ?? 0}`;

function titleOf(field: NarrativeView): string {
  if (field.part !== 'talk') return t(`narrative.${field.part}`);
  return t('narrative.talk', { name: [field.speaker, field.phase_title].filter(Boolean).join(', ') });
}

/** The fields of the report that are written in full sentences. */
export function NarrativeDesk() {
  const { narratives } = useView();
  if (narratives.length === 0) return null;
  return (
    <section class="desk" aria-labelledby="narrative-title">
      <h2 id="narrative-title" class="eyebrow">
        {t('narrative.title')}
      </h2>
      <p class="quiet small">{t('narrative.hint')}</p>
      <ul class="plain-list narratives">
        {narratives.map((field) => (
          <NarrativeField key={keyOf(field)} field={field} />
        ))}
      </ul>
    </section>
  );
}

function NarrativeField({ field }: { field: NarrativeView }) {
  const { drafts } = useRoundtable();
  // A kept base revision means that an edit was under way, also before a reload.
  const base = drafts.of(draftNames.narrativeBase(keyOf(field)));
  return (
    <li class="card" data-testid={`narrative-${keyOf(field)}`}>
      <h3>
        <Words>{titleOf(field)}</Words>
      </h3>
      {base.value === '' ? <Reading field={field} /> : <Editing field={field} />}
    </li>
  );
}

function Reading({ field }: { field: NarrativeView }) {
  const { drafts } = useRoundtable();
  const { final_report } = useView();
  const edit = () => {
    drafts.of(draftNames.narrativeText(keyOf(field))).value = field.text;
    drafts.of(draftNames.narrativeBase(keyOf(field))).value = String(field.revision);
  };
  return (
    <>
      {field.text === '' ? (
        <p class="quiet small">{t('narrative.empty')}</p>
      ) : (
        <p class="narrative-text">
          <Words>{field.text}</Words>
        </p>
      )}
      {field.revision > 0 && (
        <p class="quiet small">
          {field.author_name !== undefined && `${field.author_name} · `}
          {timeOfDay(field.edited_at_ms)}
        </p>
      )}
      {field.warnings.map((warning) => (
        <p key={warning} class="hint warn">
          {t(`narrative.${warning}`)}
        </p>
      ))}
      <div class="row">
        <Button label={t('button.edit')} about={titleOf(field)} press={edit} disabled={final_report !== null} />
        {field.text !== '' && <CopyButton text={field.text} about={titleOf(field)} />}
      </div>
    </>
  );
}

function Editing({ field }: { field: NarrativeView }) {
  const { live, drafts } = useRoundtable();
  const [saving, setSaving] = useState<string | null>(null);
  const text = drafts.of(draftNames.narrativeText(keyOf(field)));
  const base = drafts.of(draftNames.narrativeBase(keyOf(field)));
  const stop = () => {
    base.value = text.value = '';
  };
  const save = (revision: number) => {
    const talk = field.talk === undefined ? {} : { talk: field.talk };
    const data = { part: field.part, ...talk, revision, text: text.value.trim() };
    setSaving(live.send({ type: 'narrative.write', data }));
  };
  const same = field.text === text.value.trim();
  const waiting = live.waiting.value.some((entry) => entry.id === saving);
  const isOlder = field.revision > Number(base.value);
  // Saved by this edit, or by somebody else to the same words: nothing is left to decide.
  if (same && isOlder) {
    queueMicrotask(stop);
    return null;
  }
  if (isOlder && !waiting) {
    const keepMine = () => {
      base.value = String(field.revision);
      save(field.revision);
    };
    const keepBoth = () => {
      text.value = `${field.text}\n\n${text.value}`;
      base.value = String(field.revision);
    };
    return <Conflict field={field} mine={text.value} keepBoth={keepBoth} keepMine={keepMine} takeTheirs={stop} />;
  }
  const submit = (event: Event) => {
    event.preventDefault();
    if (same) stop();
    else save(Number(base.value));
  };
  const count = [...text.value].length;
  const most = field.wanted_characters;
  return (
    <form class="form" onSubmit={submit}>
      <AreaField
        label={titleOf(field)}
        hint={t(count > most ? 'desk.too_long' : 'desk.length', { number: count, most })}
        value={text.value}
        change={(value) => {
          text.value = value;
        }}
        limit={characters.narrative}
        rows={6}
      />
      <div class="row">
        <button type="submit" class="button primary" aria-disabled={waiting}>
          {waiting ? t('button.sending') : t('button.save')}
        </button>
        <Button label={t('button.cancel')} press={stop} />
      </div>
    </form>
  );
}

interface ConflictProps {
  field: NarrativeView;
  mine: string;
  keepBoth: () => void;
  keepMine: () => void;
  takeTheirs: () => void;
}

/** Two wrote at once: both texts stay in sight until a person decides. */
function Conflict({ field, mine, keepBoth, keepMine, takeTheirs }: ConflictProps) {
  return (
    <section class="conflict" role="alert" aria-label={t('conflict.title')}>
      <h4>{t('conflict.title')}</h4>
      <p>{t('conflict.hint')}</p>
      <div class="side-by-side">
        <div>
          <h5>{t('conflict.theirs')}</h5>
          <p class="narrative-text">
            <Words>{field.text}</Words>
          </p>
        </div>
        <div>
          <h5>{t('conflict.mine')}</h5>
          <p class="narrative-text">
            <Words>{mine}</Words>
          </p>
        </div>
      </div>
      <div class="row">
        <Button kind="primary" label={t('conflict.keep_both')} press={keepBoth} />
        <Button label={t('conflict.keep_mine')} press={keepMine} />
        <Button label={t('conflict.take_theirs')} press={takeTheirs} />
      </div>
    </section>
  );
}
