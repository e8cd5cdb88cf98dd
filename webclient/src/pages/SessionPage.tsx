import { useEffect, useState } from 'preact/hooks';
import { prepareCore } from '@/core/core_file';
import { AnonymousQuestions } from '@/link/anonymous';
import { api, type Facts, type JoinAnswer, Problem } from '@/link/api';
import { openLiveSession } from '@/link/browser';
import { Credentials, keyOf } from '@/link/credentials';
import { Drafts } from '@/link/drafts';
import { deviceStore } from '@/link/storage';
import { type Roundtable, RoundtableContext } from '@/parts/context';
import { later } from '@/parts/Later';
import { t } from '@/text';
import { problemText } from '@/text/problems';
import { JoinPage } from './JoinPage';
import { LivePage } from './LivePage';
import { MessagePage } from './MessagePage';
import { fetchRolePage } from './role_pages';

interface Props {
  session: string;
  invite: string | null;
}

const WithoutCorePage = later(() => import('./WithoutCorePage').then((file) => file.WithoutCorePage));
const retryAfter = 3000;
const canRunCore = (): boolean => typeof WebAssembly === 'object';

/** From an address to a live page: the public facts, then joining (once a device), then the line. */
export function SessionPage({ session, invite }: Props) {
  const [facts, setFacts] = useState<Facts | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let retry: ReturnType<typeof setTimeout> | undefined;
    api.facts(session).then(
      (known) => {
        setFacts(known);
        setProblem(null);
        document.title = `${known.title} · ${t('product.name')}`;
      },
      (error) => {
        const met = error instanceof Problem ? error : new Problem(0, 'unreachable');
        setProblem(met);
        // An unreachable server comes back; an unknown session does not.
        if (met.status === 0 || met.status >= 500) retry = setTimeout(() => setAttempt(attempt + 1), retryAfter);
      },
    );
    return () => clearTimeout(retry);
  }, [session, attempt]);
  if (facts !== null && !canRunCore()) return <WithoutCorePage facts={facts} />;
  if (facts !== null) return <Joined key={facts.id} facts={facts} invite={invite} />;
  if (problem === null) return <MessagePage title={t('page.loading')} />;
  return (
    <MessagePage
      title={problem.status === 404 ? t('page.no_session') : t('page.problem')}
      text={problemText(problem)}
    />
  );
}

function Joined({ facts, invite }: { facts: Facts; invite: string | null }) {
  const credentials = new Credentials(deviceStore, facts.id, invite);
  const [joined, setJoined] = useState<JoinAnswer | null>(() => credentials.joined());
  useEffect(() => {
    if (joined === null && invite === null && canRunCore()) prepareCore('attendee');
  }, []);
  if (joined === null) {
    return (
      <JoinPage
        facts={facts}
        invite={invite}
        credentials={credentials}
        joined={(answer, device) => {
          if (device === true) return goOnHere(facts, answer);
          credentials.keep(answer);
          setJoined(answer);
        }}
      />
    );
  }
  const joinAgain = () => {
    credentials.forget();
    setJoined(null);
  };
  return <Live facts={facts} invite={invite} joined={joined} credentials={credentials} joinAgain={joinAgain} />;
}

/** The code in the address is soon over: what it opened stands under the session's own address from now on. */
function goOnHere(facts: Facts, answer: JoinAnswer): void {
  new Credentials(deviceStore, facts.id, null).keep(answer);
  history.replaceState(null, '', `${location.pathname}${location.search}`);
  location.reload();
}

interface LiveProps {
  facts: Facts;
  invite: string | null;
  joined: JoinAnswer;
  credentials: Credentials;
  joinAgain: () => void;
}

function Live({ facts, invite, joined, credentials, joinAgain }: LiveProps) {
  const [roundtable, setRoundtable] = useState<Roundtable | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    fetchRolePage(joined.role);
    const storedUnder = (what: string) => `${keyOf(facts.id, invite, what)}:`;
    let opened: Roundtable | null = null;
    let gone = false;
    openLiveSession({
      session: facts.id,
      token: joined.token,
      role: joined.role,
      outboxPrefix: storedUnder('outbox'),
      keepToken: (token) => credentials.keep({ ...joined, token }),
    }).then(
      (live) => {
        opened = {
          live,
          facts,
          storedUnder,
          drafts: new Drafts(deviceStore, storedUnder('draft')),
          anonymous: new AnonymousQuestions(deviceStore, storedUnder('anonymous'), Date.now),
          joinAgain: () => {
            live.stop();
            joinAgain();
          },
        };
        if (gone) live.stop();
        else setRoundtable(opened);
      },
      (error) => {
        console.error(error);
        setFailed(true);
      },
    );
    return () => {
      gone = true;
      opened?.live.stop();
    };
  }, [facts.id, joined.token]);
  if (failed) {
    return <MessagePage title={t('page.problem')} text={t('page.core_failed')} reload />;
  }
  if (roundtable === null) return <MessagePage title={t('page.loading')} text={facts.title} />;
  return (
    <RoundtableContext.Provider value={roundtable}>
      <LivePage />
    </RoundtableContext.Provider>
  );
}
