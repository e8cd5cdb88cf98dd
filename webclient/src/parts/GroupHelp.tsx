import { useId } from 'preact/hooks';
import { characters } from '@/core/limits';
import type { OwnGroup } from '@/core/types';
import { t } from '@/text';
import { timeOfDay } from '@/text/format';
import { ActionButton } from './ActionButton';
import { useRoundtable } from './context';
import { draftNames } from './draft_names';

/** The way to the moderator; what was called stands there until somebody comes. */
export function GroupHelp({ inside }: { inside: Pick<OwnGroup, 'help'> }) {
  const { drafts } = useRoundtable();
  const reason = drafts.of(draftNames.helpReason);
  const id = useId();
  const { help } = inside;
  const words = reason.value.trim();
  return (
    <section class="card group-help" data-called={help !== null} aria-label={t('help.title')} data-testid="group-help">
      {help !== null && (
        <p role="status">
          <strong>
            {help.answered
              ? help.answered_by === undefined || help.answered_by === ''
                ? t('help.comes')
                : t('help.comes_by', { name: help.answered_by })
              : t('help.called')}
          </strong>{' '}
          <span class="quiet clock">{timeOfDay(help.at_ms)}</span>
        </p>
      )}
      {(help === null || help.answered) && (
        <>
          <label for={id}>{t('help.reason')}</label>
          <div class="note-new-foot row">
            <input
              id={id}
              type="text"
              maxLength={characters.reason}
              autocomplete="off"
              dir="auto"
              value={reason.value}
              onInput={(event) => {
                reason.value = event.currentTarget.value;
              }}
            />
            <ActionButton
              command={{ type: 'breakout.call_moderator', data: words === '' ? {} : { reason: words } }}
              label={t('help.call')}
              sent={() => {
                reason.value = '';
              }}
              testid="call-moderator"
            />
          </div>
        </>
      )}
    </section>
  );
}
