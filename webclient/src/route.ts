export type Route = { page: 'start' } | { page: 'session'; session: string; invite: string | null };

/** Paths name sessions; an invitation stands in the fragment, which never reaches a server or its logs. */
export function routeOf(path: string, fragment: string): Route {
  const session = /^\/s\/([^/]+)\/?$/.exec(path)?.[1];
  if (session === undefined) return { page: 'start' };
  const invite = new URLSearchParams(fragment.replace(/^#/, '')).get('invite');
  return { page: 'session', session: decodeURIComponent(session), invite: invite === '' ? null : invite };
}

/** A join code as people type it: any case, with gaps. null: not a code yet. */
export function readCode(text: string): string | null {
  const code = text.replace(/[\s-]/g, '').toUpperCase();
  return /^[A-HJ-NP-Z2-9]{6}$/.test(code) ? code : null;
}

/** The path of a session's page; a language chosen by hand comes along. */
export const sessionPath = (session: string): string => `/s/${encodeURIComponent(session)}${location.search}`;
