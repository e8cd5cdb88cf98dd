export type Ending = 'replaced' | 'removed' | 'expired' | 'renewed' | 'refused';

const doNotComeBack = new Map<number, Ending>([
  [1002, 'refused'],
  [1003, 'refused'],
  [1007, 'refused'],
  [1009, 'refused'],
  [4500, 'refused'],
  [4501, 'expired'],
  [4502, 'expired'],
  [4503, 'removed'],
  [4504, 'replaced'],
]);

/** null: come back. 4500-4999 say "do not", all else is a lost line or a server that restarts. `because`: the server's word. */
export function endingOf(code: number, because?: string): Ending | null {
  if (code === 4501 && because === 'link_renewed') return 'renewed';
  return doNotComeBack.get(code) ?? (code >= 4500 && code <= 4999 ? 'refused' : null);
}
