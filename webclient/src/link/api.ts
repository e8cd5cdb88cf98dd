// The HTTP side of the contract; errors are RFC 9457 problem+json.
import type {
  Id,
  InReport,
  JoinsMode,
  Modality,
  Profile,
  RegionalGroup,
  ReportFormat,
  ReportVersion,
  Role,
  StakeholderGroup,
} from '@/core/types';

export interface Facts {
  id: string;
  code: string;
  title: string;
  description: string;
  /** Milliseconds since 1970, or text with an offset. */
  starts_at: number | string;
  duration_min: number;
  languages: string[];
  status: 'prepared' | 'running' | 'closed';
  /** Of the venue; absent on older servers. */
  utc_offset_min?: number;
  /** Absent on older servers. */
  media?: { kind: string; label: string; url: string }[];
  joins?: JoinsMode;
  /** The address that phones can open, where the server knows a better one than this page's. */
  join_url?: string;
}

export interface JoinAnswer {
  participant: Id | null;
  token: string;
  role: Role;
}

export interface Invitation {
  role: Role;
  name?: string;
  profile?: Partial<Profile>;
  /** A code by which somebody goes on here with the entry of another device. */
  device?: boolean;
}

/** Opens a person's entry on another device until then. */
export interface DeviceCode {
  link: string;
  code: string;
  until_ms: number;
}

export interface RenewedLink {
  role?: Role;
  person?: Id;
}

export interface JoinProfile {
  name: string;
  affiliation?: string;
  stakeholder_group?: StakeholderGroup;
  regional_group?: RegionalGroup;
  modality?: Modality;
  languages?: string[];
  call_name?: string;
  said_as?: string;
  seat?: string;
  gender?: string;
  in_report?: InReport;
}

export interface CreatedSession {
  id: string;
  code: string;
  links: Partial<Record<Role, string>>;
  people?: { person?: Id; name: string; role: Role; link: string }[];
}

export interface OfferedFile {
  file: string;
  title: string;
  ok: boolean;
}

/** `status` 0: the server was not reached at all. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly errors: { pointer: string; message: string }[] = [],
    readonly fitted: unknown = undefined,
  ) {
    super(`${status} ${code}`);
  }
}

async function call(path: string, options: RequestInit = {}): Promise<Response> {
  let answer: Response;
  try {
    answer = await fetch(path, options);
  } catch {
    throw new Problem(0, 'unreachable');
  }
  if (answer.ok) return answer;
  const body = (await answer.json().catch(() => ({}))) as Partial<Problem>;
  throw new Problem(answer.status, body.code ?? '', body.errors ?? [], body.fitted);
}

const answerWithin = 10_000;
const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });
const json = { 'Content-Type': 'application/json' };
const base = (session: string) => `/api/sessions/${encodeURIComponent(session)}`;

async function read<T>(answer: Promise<Response>): Promise<T> {
  return (await (await answer).json()) as T;
}

export const api = {
  facts: (session: string) => read<Facts>(call(base(session))),

  invitation: (session: string, invite: string) =>
    read<Invitation>(call(`${base(session)}/invite`, { headers: { 'X-Invite': invite } })),

  join: (session: string, body: { invite?: string; request: string; profile?: JoinProfile }) =>
    read<JoinAnswer>(call(`${base(session)}/join`, { method: 'POST', headers: json, body: JSON.stringify(body) })),

  create: (adminKey: string, text: string) =>
    read<CreatedSession>(
      call('/api/sessions', { method: 'POST', headers: { ...json, ...bearer(adminKey) }, body: text }),
    ),

  offeredFiles: () => read<OfferedFile[]>(call('/api/files')),

  fileText: async (file: string) => (await call(`/api/files/${encodeURIComponent(file)}`)).text(),

  phoneLink: async (session: string, token: string, person: Id) => {
    const answer = call(`${base(session)}/people/${person}/link`, { headers: bearer(token) });
    return (await read<{ link: string }>(answer)).link;
  },

  /** One's own, or by staff another person's. */
  deviceCode: (session: string, token: string, person?: Id) =>
    read<DeviceCode>(
      call(`${base(session)}/device`, {
        method: 'POST',
        headers: { ...json, ...bearer(token) },
        body: JSON.stringify(person === undefined ? {} : { person }),
      }),
    ),

  links: (session: string, token: string) =>
    read<CreatedSession>(call(`${base(session)}/links`, { headers: bearer(token) })),

  /** From then on the old link, and what came by it, opens nothing; `token` for whoever renews the link they came by. */
  renewLink: (session: string, token: string, which: RenewedLink) => {
    const options = { method: 'POST', headers: { ...json, ...bearer(token) }, body: JSON.stringify(which) };
    return read<{ link: string; token?: string }>(call(`${base(session)}/links`, options));
  },

  /** Where captions are posted, with the secret that stands in its path. */
  captionsAddress: async (session: string, token: string) =>
    (await read<{ url: string }>(call(`${base(session)}/captions`, { headers: bearer(token) }))).url,

  sendCaption: (address: string, line: { seq: number; language: string; text: string }) => {
    // The content policy lets a page talk to where it came from, which may not be the address that others are given.
    const { pathname, searchParams } = new URL(address);
    searchParams.set('seq', String(line.seq));
    if (line.language !== '') searchParams.set('lang', line.language);
    return call(`${pathname}?${searchParams}`, {
      method: 'POST',
      headers: { 'Content-Type': 'text/plain; charset=utf-8' },
      body: line.text,
      signal: AbortSignal.timeout(answerWithin),
    });
  },

  report: async (session: string, token: string, format: ReportFormat, version: ReportVersion) => {
    const path = `${base(session)}/report?format=${format}&version=${version}`;
    return (await call(path, { headers: bearer(token), signal: AbortSignal.timeout(answerWithin) })).blob();
  },
};

export function socketAddress(session: string): string {
  return `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}${base(session)}/ws`;
}
