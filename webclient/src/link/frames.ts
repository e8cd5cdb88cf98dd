// The frames of roundtable.v1: each is one JSON object with one key that names it.
import type { Command, Id, Ms, Refusal, Role } from '@/core/types';

export type Up =
  | { hello: { token: string; resume?: { epoch: string; seq: number } } }
  | { cmd: { id: string; type: Command['type']; data: Command['data']; until?: Ms } }
  | { time: { t0: number } };

export interface Welcome {
  you: { participant: Id | null; role: Role; group?: Id | null };
  epoch: string;
  seq: number;
  now: Ms;
  token?: string;
  resumed?: true;
}

export interface DownBodies {
  welcome: Welcome;
  events: { seq: number; list: unknown[] };
  ack: { id: string; seq: number };
  nack: { id: string; code: Refusal; message: string };
  time: { t0: number; t1: Ms; t2: Ms };
  bye: { code: number; message: string; because?: string };
}
export type DownName = keyof DownBodies;
export type Down = { [N in DownName]: { name: N; body: DownBodies[N] } }[DownName];

const names: readonly string[] = ['welcome', 'events', 'ack', 'nack', 'time', 'bye'];

/** null: not a frame that this client knows. */
export function readFrame(text: string): Down | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof parsed !== 'object' || parsed === null) return null;
  const name = Object.keys(parsed).find((key) => names.includes(key));
  if (name === undefined) return null;
  return { name, body: (parsed as Record<string, unknown>)[name] } as Down;
}
