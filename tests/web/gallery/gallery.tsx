// Every page in every state on a fake core, for looking at and for axe. Reached only through gallery.html of the dev server.
import { render } from 'preact';
import '@/style/index.css';
import type { Role, View } from '@/core/types';
import { openStaffCore } from '@/core/core_file';
import { AnonymousQuestions } from '@/link/anonymous';
import type { Facts } from '@/link/api';
import { Clock } from '@/link/clock';
import { Credentials } from '@/link/credentials';
import { Drafts } from '@/link/drafts';
import { Outbox } from '@/link/outbox';
import { LiveSession } from '@/link/session';
import type { Surroundings } from '@/link/socket';
import { MemoryStore } from '@/link/storage';
import { JoinPage } from '@/pages/JoinPage';
import { LivePage } from '@/pages/LivePage';
import { StartPage } from '@/pages/StartPage';
import { RoundtableContext } from '@/parts/context';
import { SessionLinks } from '@/parts/SessionLinks';
import { chooseLanguage, language } from '@/text';
import { nameGuests } from '@/text/guests';
import { FakeCore } from '../fixtures/fake_core';
import { FakeSocket } from '../fixtures/fake_surroundings';
import { moderatorWelcome } from '../fixtures/snapshot';
import { viewFor } from '../fixtures/view';
import { states } from './states';

const wanted = new URLSearchParams(location.search);
const page = wanted.get('page') ?? 'attendee';
const state = states[wanted.get('state') ?? 'live'] ?? {};

chooseLanguage(wanted.get('lang'));
document.documentElement.lang = language().tag;
document.documentElement.dir = language().direction;

const shut = wanted.get('page') === 'join' && wanted.get('state') === 'closed';
const facts: Facts = {
  joins: shut ? 'closed' : 'open',
  id: 'igf-2025',
  code: 'K7F2QM',
  title: 'Ethical and responsible AI innovation',
  description: '',
  starts_at: '2025-06-25T10:00:00Z',
  duration_min: 60,
  languages: ['en'],
  status: 'running',
  join_url: 'http://192.168.1.20:8080/s/K7F2QM',
};

/** The address for captions is known; lines that are sent there find nobody. */
const fetchElsewhere = window.fetch.bind(window);
window.fetch = async (path, options) => {
  const to = String(path);
  if (to.endsWith('/captions')) return Response.json({ url: 'https://roundtable.example/api/captions/2f1c9e07b45d4c3a8e6f' });
  if (to.startsWith('/api/captions/')) throw new TypeError('no server');
  return fetchElsewhere(path, options);
};

const storedUnder = (what: string) => `gallery:${what}:`;

/** An ongoing session whose server says nothing more. */
function liveSession(view: View, store: MemoryStore): LiveSession {
  const socket = new FakeSocket();
  const around: Surroundings = {
    open: () => socket,
    later: (delay, call) => {
      const timer = setTimeout(call, delay);
      return () => clearTimeout(timer);
    },
    random: Math.random,
    online: () => true,
  };
  const monotonic = () => performance.now();
  let id = 0;
  const outbox = new Outbox(store, 'out:', () => `id-${id++}`, Date.now);
  const core = new FakeCore(view);
  const keepToken = () => undefined;
  const parts = { core, clock: new Clock(monotonic), outbox, around, monotonic, token: 't', keepToken, worded: nameGuests };
  const live = new LiveSession(parts);
  live.start();
  socket.deliver('welcome', { you: { participant: 8, role: view.me.role }, epoch: 'e', seq: 1, now: view.now_ms });
  state.after?.(live, socket);
  return live;
}

function sessionPage(role: Role) {
  const view = viewFor(role);
  state.change?.(view);
  const store = new MemoryStore();
  const drafts = new Drafts(store, 'draft:');
  state.drafts?.(drafts);
  const anonymous = new AnonymousQuestions(store, 'anonymous', Date.now);
  const live = liveSession(view, store);
  return (
    <RoundtableContext.Provider value={{ live, facts, drafts, anonymous, storedUnder, joinAgain: () => undefined }}>
      <LivePage />
    </RoundtableContext.Provider>
  );
}

/** `?core=real`: the console on the real core and a snapshot as the server sends it, once the core is built. */
async function realConsole() {
  const core = await openStaffCore();
  const socket = new FakeSocket();
  const around: Surroundings = {
    open: () => socket,
    later: (delay, call) => {
      const timer = setTimeout(call, delay);
      return () => clearTimeout(timer);
    },
    random: Math.random,
    online: () => true,
  };
  const monotonic = () => performance.now();
  const store = new MemoryStore();
  const outbox = new Outbox(store, 'out:', () => 'id', Date.now);
  const live = new LiveSession({ core, clock: new Clock(monotonic), outbox, around, monotonic, token: 't', keepToken: () => undefined });
  live.start();
  socket.onmessage?.({ data: JSON.stringify({ welcome: moderatorWelcome }) });
  const drafts = new Drafts(store, 'draft:');
  const anonymous = new AnonymousQuestions(store, 'anonymous', Date.now);
  return (
    <RoundtableContext.Provider value={{ live, facts, drafts, anonymous, storedUnder, joinAgain: () => undefined }}>
      <LivePage />
    </RoundtableContext.Provider>
  );
}

/** `state=waiting`: this device asked before. */
function joinCredentials(): Credentials {
  const credentials = new Credentials(new MemoryStore(), facts.id, null);
  if (wanted.get('state') === 'waiting') credentials.waits({ name: 'Amina Diallo' });
  return credentials;
}

function chosen() {
  if (page === 'start') return <StartPage />;
  if (page === 'join') {
    return <JoinPage facts={facts} invite={null} credentials={joinCredentials()} joined={() => undefined} />;
  }
  if (page === 'links') {
    const link = (secret: string) => `http://192.168.1.20:8080/s/igf-2025#invite=${secret}`;
    const links = { moderator: link('m'), steward: link('s'), display: link('d'), attendee: link('a') };
    const people = [{ name: 'Ke GONG', role: 'speaker' as const, link: link('p1') }];
    return (
      <main class="narrow">
        <h1>Links</h1>
        <SessionLinks created={{ id: 'igf-2025', code: 'K7F2QM', links, people }} adminKey="" again={() => undefined} />
      </main>
    );
  }
  return sessionPage(page as Role);
}

const element = document.getElementById('page');
if (element !== null) {
  if (wanted.get('core') === 'real') realConsole().then((real) => render(real, element));
  else render(chosen(), element);
}
