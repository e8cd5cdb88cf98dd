import { useState } from 'preact/hooks';
import { characters, pollChoices } from '@/core/limits';
import type { PollKind, PollView } from '@/core/poll_types';
import type { Command } from '@/core/types';
import { t } from '@/text';
import { useRoundtable } from './context';
import { Dialog } from './Dialog';
import { AreaField, ChoiceField, Field, TextField } from './Field';
import { kindName } from './poll_words';

const kinds: readonly PollKind[] = ['temperature', 'single', 'multiple', 'ranking', 'dots', 'words'];

const linesOf = (text: string): string[] => [
  ...new Set(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  ),
];

interface Props {
  /** What it starts from; null: nothing. */
  poll: PollView | null;
  isNew: boolean;
  close: () => void;
}

/** Prepares a poll, changes a prepared one, or asks an old one again. */
export function PollForm({ poll, isNew, close }: Props) {
  const { live } = useRoundtable();
  const [kind, setKind] = useState<PollKind>(poll?.kind ?? 'temperature');
  const [title, setTitle] = useState(poll?.title ?? '');
  const [choices, setChoices] = useState((poll?.choices ?? []).join('\n'));
  const [dots, setDots] = useState(String(poll?.kind === 'dots' ? poll.dots : 3));
  const [isLive, setIsLive] = useState(poll?.live ?? false);
  const data = {
    kind,
    title: title.trim(),
    choices: kind === 'words' ? [] : linesOf(choices),
    ...(kind === 'dots' ? { dots: Number(dots) } : {}),
    live: isLive,
  };
  const command: Command =
    isNew || poll === null ? { type: 'poll.create', data } : { type: 'poll.edit', data: { poll: poll.poll, ...data } };
  const refusal = live.check(command);
  const save = (event: Event) => {
    event.preventDefault();
    if (refusal !== null) return;
    live.send(command);
    close();
  };
  return (
    <Dialog title={t(isNew ? 'poll_desk.new' : 'poll_desk.edit')} close={close}>
      <form class="form" onSubmit={save} data-testid="poll-form">
        <ChoiceField
          label={t('poll_form.kind')}
          value={kind}
          choices={kinds.map((each) => [each, kindName(each)] as const)}
          change={setKind}
        />
        <TextField
          label={t('poll_form.title')}
          value={title}
          change={setTitle}
          limit={characters.poll_title}
          required
        />
        {kind !== 'words' && (
          <AreaField
            label={t(kind === 'temperature' ? 'poll_form.scale' : 'poll_form.choices')}
            hint={t(kind === 'temperature' ? 'poll_form.scale_hint' : 'poll_form.choices_hint')}
            value={choices}
            change={setChoices}
            rows={5}
            limit={pollChoices * (characters.poll_choice + 1)}
            required={kind !== 'temperature'}
          />
        )}
        {kind === 'dots' && (
          <Field label={t('poll_form.dots')}>
            {({ id }) => (
              <input
                id={id}
                type="number"
                inputmode="numeric"
                min={1}
                max={100}
                value={dots}
                onInput={(event) => setDots(event.currentTarget.value)}
              />
            )}
          </Field>
        )}
        {kind !== 'words' && kind !== 'ranking' && (
          <div>
            <label class="check">
              <input type="checkbox" checked={isLive} onChange={(event) => setIsLive(event.currentTarget.checked)} />
              {t('poll_form.live')}
            </label>
            <p class="hint">{t('poll_form.live_hint')}</p>
          </div>
        )}
        <button type="submit" class="button primary" aria-disabled={refusal !== null} data-testid="save-poll">
          {t('poll_form.save')}
        </button>
      </form>
    </Dialog>
  );
}
