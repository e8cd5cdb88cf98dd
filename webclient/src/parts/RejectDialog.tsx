import { useState } from 'preact/hooks';
import { characters } from '@/core/limits';
import type { QuestionView } from '@/core/types';
import { t } from '@/text';
import { useRoundtable } from './context';
import { Dialog } from './Dialog';
import { TextField } from './Field';
import { Words } from './Words';

const usual = ['reject.off_topic', 'reject.conduct', 'reject.unclear', 'reject.statement'] as const;

/** A rejection always tells its author why. */
export function RejectDialog({ question, close }: { question: QuestionView; close: () => void }) {
  const { live } = useRoundtable();
  const [reason, setReason] = useState('');
  const reject = (event: Event) => {
    event.preventDefault();
    if (reason.trim() === '') return;
    live.send({ type: 'question.reject', data: { question: question.question, reason: reason.trim() } });
    close();
  };
  return (
    <Dialog title={t('reject.title')} close={close}>
      <form class="form" onSubmit={reject}>
        <p class="quoted">
          <Words language={question.language}>{question.text}</Words>
        </p>
        <div class="row">
          {usual.map((key) => (
            <button key={key} type="button" class="button plain" onClick={() => setReason(t(key))}>
              {t(key)}
            </button>
          ))}
        </div>
        <TextField
          label={t('reject.reason')}
          hint={t('reject.hint')}
          value={reason}
          change={setReason}
          limit={characters.reason}
          required
        />
        <button type="submit" class="button primary">
          {t('reject.send')}
        </button>
      </form>
    </Dialog>
  );
}
