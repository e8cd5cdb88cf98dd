import { t } from '@/text';
import { dateAndTime } from '@/text/format';
import { ActionButton } from './ActionButton';
import { useView } from './context';

/** Whether the report is a draft or final, and who may say so. */
export function FinalReport() {
  const { final_report: final, session } = useView();
  if (final === null && session.status !== 'closed') return null;
  return (
    <div class="final" data-final={final !== null} data-testid="final-report">
      {final === null ? (
        <p>{t('final.draft')}</p>
      ) : (
        <>
          <p>
            <strong>{t('final.since', { time: dateAndTime(final.at_ms) })}</strong>{' '}
            {final.by_name !== undefined && t('final.by', { name: final.by_name })}
          </p>
          <p class="quiet small">{t('final.desk_closed')}</p>
        </>
      )}
      <div class="row">
        {final === null ? (
          <ActionButton
            command={{ type: 'report.finish', data: {} }}
            label={t('final.finish')}
            confirm={() => window.confirm(t('final.finish_confirm'))}
            testid="report-finish"
          />
        ) : (
          <ActionButton
            command={{ type: 'report.reopen', data: {} }}
            label={t('final.reopen')}
            testid="report-reopen"
          />
        )}
      </div>
    </div>
  );
}
