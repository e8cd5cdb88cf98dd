import type { Command } from '@/core/types';
import type { Notice } from '@/link/session';
import { type Key, t } from '@/text';
import { refusalText } from '@/text/refusals';
import { Button } from './Button';
import { useRoundtable } from './context';
import { draftFor } from './draft_names';

/** What was tried and did not happen, as sentences; words that were refused can be taken back into their field. */
export function Notices() {
  const { live } = useRoundtable();
  return (
    <div class="notices" role="status" aria-live="polite">
      {live.notices.value
        .filter((notice) => !isToldAtDesk(notice))
        .map((notice) => (
          <NoticeLine key={notice.key} notice={notice} />
        ))}
    </div>
  );
}

/** What clashes in a plan for groups stands beside its button, by name: PlanClashes. */
const isToldAtDesk = ({ command, message }: Notice): boolean =>
  command.type === 'breakout.plan' && message?.includes('cannot all hold') === true;

function NoticeLine({ notice }: { notice: Notice }) {
  const { live, drafts } = useRoundtable();
  const words = wordsOf(notice.command);
  const draft = draftFor(notice.command);
  return (
    <div class="notice">
      <p>
        <strong>{t(`command.${notice.command.type}` as Key)}: </strong>
        {refusalText(notice.command.type, notice.code)}
      </p>
      {words !== null && (
        <p class="notice-words" dir="auto">
          {words}
        </p>
      )}
      <div class="row">
        {words !== null && draft !== null && (
          <Button
            label={t('notice.take_back')}
            press={() => {
              drafts.of(draft).value = words;
              live.dismiss(notice.key);
            }}
          />
        )}
        <Button label={t('button.dismiss_notice')} press={() => live.dismiss(notice.key)} />
      </div>
    </div>
  );
}

function wordsOf(command: Command): string | null {
  const data = command.data as { text?: unknown; body?: unknown; title?: unknown };
  if (typeof data.text === 'string') return data.text;
  return typeof data.title === 'string' ? [data.title, data.body].filter(Boolean).join('\n') : null;
}
