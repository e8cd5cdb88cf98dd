import { useState } from 'preact/hooks';
import { api, Problem, type ReportFormat } from '@/link/api';
import { t } from '@/text';
import { problemText } from '@/text/problems';
import { Button } from './Button';
import { useRoundtable } from './context';
import { FinalReport } from './FinalReport';

const formats: readonly ReportFormat[] = ['md', 'html', 'json'];

export function ReportDownload() {
  const { live, facts } = useRoundtable();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const download = async (format: ReportFormat) => {
    setBusy(true);
    setProblem(null);
    try {
      save(await api.report(facts.id, live.bearer(), format), `${facts.code}-report.${format}`);
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
      <div class="row">
        {formats.map((format) => (
          <Button
            key={format}
            label={t(`report.${format}`)}
            disabled={busy}
            press={() => download(format)}
            testid={`report-${format}`}
          />
        ))}
      </div>
      <FinalReport />
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
