import { useEffect, useState } from 'preact/hooks';
import type { Role } from '@/core/types';
import { api, type Facts, type Invitation, type JoinAnswer, type JoinProfile, Problem } from '@/link/api';
import type { Credentials } from '@/link/credentials';
import { BeforeJoining } from '@/parts/BeforeJoining';
import { EnterDeviceCode } from '@/parts/EnterDeviceCode';
import { ProfileFields } from '@/parts/ProfileFields';
import { draftOf, profileOf } from '@/parts/profile_choices';
import { Words } from '@/parts/Words';
import { type Key, t } from '@/text';
import { dateAndTime, minutes } from '@/text/format';
import { problemText } from '@/text/problems';
import { closedDoor } from './closed_door';
import { MessagePage } from './MessagePage';
import { WaitingPage } from './WaitingPage';

interface Props {
  facts: Facts;
  invite: string | null;
  credentials: Credentials;
  /** `device`: the entry of another device, opened by a code that is soon over. */
  joined: (answer: JoinAnswer, device?: boolean) => void;
}

const deviceCodeLength = 10;
const withoutProfile: readonly Role[] = ['display', 'overlay', 'captioner'];
const asProblem = (error: unknown): Problem => (error instanceof Problem ? error : new Problem(0, 'unreachable'));

function badLinkHint(problem: Problem, invite: string | null): Key {
  if (problem.code === 'link_renewed') return 'join.link_renewed';
  return invite?.length === deviceCodeLength ? 'device.over' : 'join.bad_link_hint';
}

/** Joining: who the link is for, then a name; everything else may stay "not stated". */
export function JoinPage({ facts, invite, credentials, joined }: Props) {
  const [invitation, setInvitation] = useState<Invitation | null>(invite === null ? { role: 'attendee' } : null);
  const [problem, setProblem] = useState<Problem | null>(null);
  useEffect(() => {
    if (invite === null) return;
    api
      .invitation(facts.id, invite)
      .then(async (found) => {
        if (found.device !== true && !withoutProfile.includes(found.role)) setInvitation(found);
        else joined(await api.join(facts.id, { invite, request: credentials.request() }), found.device);
      })
      .catch((error) => setProblem(asProblem(error)));
  }, [facts.id, invite]);
  const door = problem === null ? null : closedDoor(problem.code);
  if (door !== null) return door;
  if (problem !== null) {
    const unknown = problem.status === 401 || problem.status === 404;
    const hint = t(badLinkHint(problem, invite));
    return <MessagePage title={t('join.bad_link')} text={unknown ? hint : problemText(problem)} reload />;
  }
  if (invitation === null) return <MessagePage title={t('page.loading')} />;
  const isShut = invite === null && facts.joins === 'closed' && !credentials.isKnown();
  if (isShut) return closedDoor('joins_closed');
  return <JoinForm facts={facts} invite={invite} credentials={credentials} joined={joined} invitation={invitation} />;
}

function JoinForm(props: Props & { invitation: Invitation }) {
  const { facts, invite, credentials, joined, invitation } = props;
  const [draft, setDraft] = useState(draftOf({ name: invitation.name ?? '', ...invitation.profile }));
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const [waiting, setWaiting] = useState<JoinProfile | null>(() => credentials.waiting());
  const ask = (profile: JoinProfile) =>
    api.join(facts.id, { request: credentials.request(), profile, ...(invite === null ? {} : { invite }) });
  const join = async (event: Event) => {
    event.preventDefault();
    if (busy || draft.name.trim() === '') return;
    setBusy(true);
    setProblem(null);
    const profile = profileOf(draft);
    try {
      joined(await ask(profile));
    } catch (error) {
      const met = asProblem(error);
      setBusy(false);
      if (met.code !== 'waiting') return setProblem(met);
      credentials.waits(profile);
      setWaiting(profile);
    }
  };
  const door = problem === null ? null : closedDoor(problem.code);
  if (door !== null) return door;
  if (waiting !== null) {
    const refused = (met: Problem) => {
      setWaiting(null);
      setProblem(met);
    };
    return <WaitingPage facts={facts} name={waiting.name} ask={() => ask(waiting)} joined={joined} refused={refused} />;
  }
  return (
    <main class="narrow join">
      <p class="eyebrow">
        {invitation.role === 'attendee' ? t('join.title') : t('join.as', { role: t(`role.${invitation.role}`) })}
      </p>
      <h1>
        <Words>{facts.title}</Words>
      </h1>
      <p class="quiet">
        {dateAndTime(new Date(facts.starts_at).getTime())} · {minutes(facts.duration_min * 60_000)}
      </p>
      {facts.status === 'closed' && <p class="fault">{t('join.closed')}</p>}
      {invitation.name !== undefined && <p class="card strong">{t('join.welcome', { name: invitation.name })}</p>}
      <form class="card form" onSubmit={join} data-testid="join-form">
        <ProfileFields draft={draft} change={setDraft} nameHint={t('profile.name_hint')} />
        <BeforeJoining />
        {problem !== null && (
          <p class="fault" role="alert">
            {problemText(problem)}
          </p>
        )}
        <button type="submit" class="button primary large" aria-disabled={busy}>
          {busy ? t('button.sending') : t('join.button')}
        </button>
      </form>
      {invite === null && <EnterDeviceCode />}
    </main>
  );
}
