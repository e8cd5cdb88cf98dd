import { type ReportModule, reportModuleFromBytes } from './report_module';
import reportUrl from './roundtable_report.wasm?url';

export async function fetchReportModule(): Promise<ReportModule> {
  const answer = await fetch(reportUrl);
  if (!answer.ok) throw new Error(`The report's module could not be fetched: ${answer.status}`);
  return reportModuleFromBytes(await answer.arrayBuffer());
}
