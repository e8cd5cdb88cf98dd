import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { api, Problem } from '@/link/api';
import { deviceStore } from '@/link/storage';
import { TypedLines } from '@/link/typed_lines';
import { t } from '@/text';
import { problemText } from '@/text/problems';
import { CaptionForm, LinesNotSent } from './CaptionForm';
import { CaptionLog } from './Captions';
import { CopyText } from './CopyText';
import { useRoundtable, useView } from './context';

/** Where captions go, what has arrived of them, and a field for whoever types them. */
export function CaptionDesk() {
  const { captions, session } = useView();
  const { address, problem } = useCaptionsAddress();
  const typed = useTypedLines(address);
  const closed = session.status === 'closed';
  return (
    <>
      <section class="card" aria-labelledby="captions-title">
        <h2 id="captions-title">{t('captions.title')}</h2>
        <CaptionLog lines={captions} waiting={typed.waiting.value} empty={t('captions.none_yet')} />
        {closed ? <p data-testid="captions-closed">{t('captions.closed')}</p> : <CaptionForm typed={typed} />}
        <LinesNotSent typed={typed} />
      </section>
      {!closed && (
        <section class="card" aria-labelledby="captions-service-title">
          <h2 id="captions-service-title">{t('captions.service')}</h2>
          {address !== null && <CopyText label={t('captions.address')} text={address} />}
          {problem !== null && <p class="fault">{problemText(problem)}</p>}
          <p class="hint">{t('captions.how')}</p>
        </section>
      )}
    </>
  );
}

/** Asked for again whenever the line to the server comes back, until it is known. */
function useCaptionsAddress(): { address: string | null; problem: Problem | null } {
  const { live, facts } = useRoundtable();
  const [address, setAddress] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const connected = live.connection.value === 'live';
  useEffect(() => {
    if (!connected || address !== null) return;
    api.captionsAddress(facts.id, live.bearer()).then(
      (known) => {
        setAddress(known);
        setProblem(null);
      },
      (error) => setProblem(error instanceof Problem ? error : new Problem(0, 'unreachable')),
    );
  }, [connected, address]);
  return { address, problem };
}

function useTypedLines(address: string | null): TypedLines {
  const { live, storedUnder } = useRoundtable();
  const known = useRef(address);
  known.current = address;
  const typed = useMemo(
    () =>
      new TypedLines({
        store: deviceStore,
        prefix: storedUnder('captions'),
        post: async (line) => {
          if (known.current === null) throw new Problem(0, 'unreachable');
          await api.sendCaption(known.current, line);
        },
        later: (delay, call) => {
          const timer = setTimeout(call, delay);
          return () => clearTimeout(timer);
        },
        random: Math.random,
      }),
    [storedUnder],
  );
  const connected = live.connection.value === 'live';
  useEffect(() => {
    if (connected && address !== null) typed.send();
  }, [typed, connected, address]);
  useEffect(() => () => typed.stop(), [typed]);
  return typed;
}
