import { useEffect, useState } from 'preact/hooks';
import type { ReportFormat, ReportVersion } from '@/core/types';
import { Problem } from '@/link/api';
import { prepareReport, writeReport } from '@/link/report';
import { t } from '@/text';
import { problemText } from '@/text/problems';
import { Button } from './Button';
import { useRoundtable, useView } from './context';
import { FinalReport } from './FinalReport';

const formats: readonly ReportFormat[] = ['md', 'html', 'json'];
const versions: readonly ReportVersion[] = ['public', 'internal'];

/** The report in both versions; what is handed out comes first. */
export function ReportDownload() {
  const { live, facts } = useRoundtable();
  const { takeaways } = useView();
  const [busy, setBusy] = useState(false);
  const [local, setLocal] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  useEffect(() => {
    // Fetched while there is a server; a press tries again.
    prepareReport().catch(() => undefined);
  }, []);
  const download = async (format: ReportFormat, version: ReportVersion) => {
    setBusy(true);
    setProblem(null);
    try {
      const report = await writeReport(live, facts.id, format, version);
      setLocal(report.local);
      save(report.content, `${facts.code}${version === 'internal' ? '-internal' : ''}-report.${format}`);
    } catch (error) {
      setProblem(error instanceof Problem ? error : new Problem(0, 'unreachable'));
    }
    setBusy(false);
  };
  return (
    <section class="report" aria-labelledby="report-title">
      <h2 id="report-title" class="eyebrow">
        {t('report.title')}
      </h2>
      {versions.map((version) => (
        <div key={version}>
          <p class="small">
            <strong>{t(`report.${version}`)}</strong> <span class="quiet">{t(`report.${version}_hint`)}</span>
          </p>
          <div class="row">
            {formats.map((format) => (
              <Button
                key={format}
                label={t(`report.${format}`)}
                about={t(`report.${version}`)}
                disabled={busy}
                press={() => download(format, version)}
                testid={version === 'public' ? `report-${format}` : `report-internal-${format}`}
              />
            ))}
          </div>
        </div>
      ))}
      <p class="quiet small">{t(`report.names_${takeaways.preset.names}`)}</p>
      <FinalReport />
      {local && (
        <p class="hint warn" role="status" data-testid="report-local">
          {t('report.local')}
        </p>
      )}
      {problem !== null && <p class="fault">{problemText(problem)}</p>}
    </section>
  );
}

function save(content: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
