import { AnonymousQuestions } from '@/link/anonymous';
import { Credentials } from '@/link/credentials';
import { Drafts } from '@/link/drafts';
import { randomUuid, sha256Hex } from '@/link/random';
import { MemoryStore } from '@/link/storage';
import { readCode, routeOf } from '@/route';

describe('sha256Hex', () => {
  it('is SHA-256, without the secure context that crypto.subtle asks for', () => {
    expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});

describe('AnonymousQuestions', () => {
  it('sends the hash of a secret that stays, with the text, on the device', () => {
    const store = new MemoryStore();
    const questions = new AnonymousQuestions(store, 'k', () => 5);
    const hash = questions.keep('Why?');
    const [kept] = new AnonymousQuestions(store, 'k', () => 9).list.value;
    expect(kept).toMatchObject({ text: 'Why?', asked_at: 5 });
    expect(sha256Hex(kept?.secret ?? '')).toBe(hash);
    questions.edit(kept?.secret ?? '', 'How?');
    expect(new AnonymousQuestions(store, 'k', () => 9).list.value[0]?.text).toBe('How?');
    questions.forget(kept?.secret ?? '');
    expect(new AnonymousQuestions(store, 'k', () => 9).list.value).toEqual([]);
  });
});

describe('Credentials', () => {
  it('repeats the same request for ever, apart for each link', () => {
    const store = new MemoryStore();
    const attendee = new Credentials(store, 's', null);
    const request = attendee.request();
    expect(new Credentials(store, 's', null).request()).toBe(request);
    expect(new Credentials(store, 's', 'x').request()).not.toBe(request);
    attendee.keep({ participant: 3, token: 't', role: 'attendee' });
    expect(new Credentials(store, 's', null).joined()?.participant).toBe(3);
    expect(attendee.request()).toBe(request);
  });
});

describe('Drafts', () => {
  it('outlive the page and go when emptied', () => {
    const store = new MemoryStore();
    new Drafts(store, 'd:').of('question').value = 'half a sen';
    expect(new Drafts(store, 'd:').of('question').value).toBe('half a sen');
    new Drafts(store, 'd:').of('question').value = '';
    expect(store.keys('d:')).toEqual([]);
  });
});

describe('routes and codes', () => {
  it('finds the session in the path and the invitation in the fragment', () => {
    expect(routeOf('/', '')).toEqual({ page: 'start' });
    expect(routeOf('/s/K7F2QM', '')).toEqual({ page: 'session', session: 'K7F2QM', invite: null });
    expect(routeOf('/s/a%20b/', '#invite=S')).toEqual({ page: 'session', session: 'a b', invite: 'S' });
  });
  it('reads codes as people type them', () => {
    expect(readCode(' k7f-2qm ')).toBe('K7F2QM');
    expect([readCode('K7F2Q'), readCode('K7F2O0'), readCode('K7F2QMX')]).toEqual([null, null, null]);
  });
  it('makes UUIDs of version 4', () => {
    expect(randomUuid()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});
