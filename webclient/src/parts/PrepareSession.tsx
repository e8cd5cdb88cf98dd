import { useEffect, useState } from 'preact/hooks';
import { openStaffCore } from '@/core/core_file';
import type { SessionCheck } from '@/core/loader';
import { api, type CreatedSession, type OfferedFile, Problem } from '@/link/api';
import { t } from '@/text';
import { problemText } from '@/text/problems';
import { AreaField, Field, TextField } from './Field';
import { SessionFaults } from './SessionFaults';
import { SessionLinks } from './SessionLinks';

/** A session file in, what `check` says of it, and the links of every role out. */
export function PrepareSession() {
  const [made, setMade] = useState<{ created: CreatedSession; adminKey: string } | null>(null);
  if (made !== null) return <SessionLinks {...made} again={() => setMade(null)} />;
  return (
    <section class="card" aria-labelledby="prepare-title">
      <h2 id="prepare-title">{t('prepare.title')}</h2>
      <PrepareForm created={(created, adminKey) => setMade({ created, adminKey })} />
    </section>
  );
}

/** The same code that `roundtable check` runs; where this core has it not, the server's answer says the same. */
async function checkHere(text: string): Promise<SessionCheck | null> {
  try {
    const core = await openStaffCore();
    const result = core.sessionCheck(text);
    core.close();
    return result;
  } catch {
    return null;
  }
}

function PrepareForm({ created }: { created: (session: CreatedSession, adminKey: string) => void }) {
  const [key, setKey] = useState('');
  const [text, setText] = useState('');
  const [check, setCheck] = useState<SessionCheck | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);

  const take = async (taken: string) => {
    setText(taken);
    setProblem(null);
    setCheck(null);
    if (taken.trim() !== '') setCheck(await checkHere(taken));
  };
  const create = async (event: Event) => {
    event.preventDefault();
    if (busy || text.trim() === '' || key.trim() === '') return;
    setBusy(true);
    setProblem(null);
    try {
      created(await api.create(key.trim(), text), key.trim());
    } catch (error) {
      setProblem(error instanceof Problem ? error : new Problem(0, 'unreachable'));
    }
    setBusy(false);
  };
  const faults = problem?.errors.length ? problem.errors : (check?.faults ?? []);
  return (
    <form class="form" onSubmit={create} data-testid="prepare-form">
      <OfferedFiles take={take} />
      <FileDrop take={take} />
      <AreaField label={t('prepare.text')} value={text} change={take} rows={6} limit={2_000_000} />
      {text !== '' && (
        <SessionFaults faults={faults} checked={check !== null} fitted={check?.fitted ?? problem?.fitted} />
      )}
      <TextField
        label={t('prepare.key')}
        hint={t('prepare.key_hint')}
        type="password"
        value={key}
        change={setKey}
        required
      />
      {problem !== null && (
        <p class="fault" role="alert">
          {problem.status === 401 ? t('prepare.wrong_key') : problemText(problem)}
        </p>
      )}
      <button type="submit" class="button primary large" aria-disabled={busy || text.trim() === ''}>
        {busy ? t('button.sending') : t('prepare.create')}
      </button>
    </form>
  );
}

function OfferedFiles({ take }: { take: (text: string) => void }) {
  const [files, setFiles] = useState<OfferedFile[]>([]);
  useEffect(() => {
    api.offeredFiles().then(setFiles, () => setFiles([]));
  }, []);
  if (files.length === 0) return null;
  return (
    <fieldset class="choices">
      <legend>{t('prepare.offered')}</legend>
      {files.map((file) => (
        <button
          key={file.file}
          type="button"
          class="button plain"
          onClick={() => api.fileText(file.file).then(take, () => undefined)}
        >
          {file.title || file.file} {!file.ok && <span class="chip">{t('prepare.has_faults')}</span>}
        </button>
      ))}
    </fieldset>
  );
}

function FileDrop({ take }: { take: (text: string) => void }) {
  const [over, setOver] = useState(false);
  const read = (file: File | undefined) => file?.text().then(take);
  return (
    <fieldset
      class="drop"
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        read(event.dataTransfer?.files[0]);
      }}
    >
      <Field label={t('prepare.file')} hint={t('prepare.file_hint')}>
        {({ id, describedBy }) => (
          <input
            id={id}
            type="file"
            accept=".json,application/json"
            aria-describedby={describedBy}
            onChange={(event) => read(event.currentTarget.files?.[0])}
          />
        )}
      </Field>
    </fieldset>
  );
}
