import type { Problem } from '@/link/api';
import { t } from './index';

/** What an HTTP refusal means to the person before it. */
export function problemText(problem: Problem): string {
  switch (problem.status) {
    case 0:
      return t('problem_http.unreachable');
    case 400:
      return t('problem_http.bad_data');
    case 401:
      return t('problem_http.unknown');
    case 403:
      return t('problem_http.forbidden');
    case 404:
      return t('problem_http.not_found');
    case 409:
      return t(problem.code === 'limit' ? 'problem_http.full' : 'problem_http.conflict');
    case 413:
      return t('problem_http.too_large');
    case 429:
      return t('problem_http.too_many');
    case 503:
      return t('problem_http.cannot_record');
    default:
      return t('problem_http.other', { status: problem.status });
  }
}

/** The same for a line of captions. */
export function captionProblemText(problem: Problem): string {
  switch (problem.status) {
    case 400:
    case 413:
      return t('captions.line_refused');
    case 404:
      return t('captions.address_unknown');
    case 409:
      return t('captions.too_late');
    default:
      return problemText(problem);
  }
}
