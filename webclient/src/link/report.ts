// The report from the server, which alone knows the journal's hash; without it, from what this page holds.
import type { ReportModule } from '@/core/report_module';
import type { ReportFormat, ReportVersion } from '@/core/types';
import { api, Problem } from './api';
import type { LiveSession } from './session';

let module: Promise<ReportModule> | null = null;

/** Called when the desk opens: once the server is gone there is nothing to fetch from. */
export function prepareReport(): Promise<ReportModule> {
  if (module === null) {
    module = import('@/core/report_file').then((file) => file.fetchReportModule());
    module.catch(() => {
      module = null;
    });
  }
  return module;
}

export interface WrittenReport {
  content: Blob;
  /** Without the server, of what this page held. */
  local: boolean;
}

const types: Record<ReportFormat, string> = { md: 'text/markdown', html: 'text/html', json: 'application/json' };
const isServerGone = (problem: Problem): boolean => problem.status === 0 || problem.status >= 500;

export async function writeReport(
  live: LiveSession,
  session: string,
  format: ReportFormat,
  version: ReportVersion,
): Promise<WrittenReport> {
  let problem: Problem;
  try {
    return { content: await api.report(session, live.bearer(), format, version), local: false };
  } catch (error) {
    problem = error instanceof Problem ? error : new Problem(0, 'unreachable');
  }
  const held = isServerGone(problem) ? live.held() : null;
  if (held === null) throw problem;
  try {
    const text = (await prepareReport()).write({ format, version, now_ms: held.now_ms }, held.text);
    return { content: new Blob([text], { type: `${types[format]};charset=utf-8` }), local: true };
  } catch (error) {
    console.error(error);
    throw problem;
  }
}
