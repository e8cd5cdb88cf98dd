import type { Ref } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { View } from '@/core/types';
import { AgendaList } from '@/parts/AgendaList';
import { Announcement } from '@/parts/Announcement';
import { AskQuestion } from '@/parts/AskQuestion';
import { AttendeeHead } from '@/parts/AttendeeHead';
import { AttendeeNav, MediaLinks } from '@/parts/AttendeeNav';
import { BreakoutPlace } from '@/parts/BreakoutPlace';
import { CaptionsToOpen } from '@/parts/Captions';
import { useView } from '@/parts/context';
import { partShown, useTopOfPart } from '@/parts/group_part';
import { useAwakeAsWished } from '@/parts/KeepAwake';
import { laterPart } from '@/parts/LaterPart';
import { MyQuestions } from '@/parts/MyQuestions';
import { NowSpeaking } from '@/parts/NowSpeaking';
import { OwnHand } from '@/parts/OwnHand';
import { OwnTurn } from '@/parts/OwnTurn';
import { QuestionList } from '@/parts/QuestionList';
import { SessionCard } from '@/parts/SessionCard';
import { SignalAnswers } from '@/parts/SignalAnswers';
import { TakeawayList } from '@/parts/TakeawayList';
import { TurnNotice } from '@/parts/TurnNotice';
import { t } from '@/text';

const ProblemDialog = laterPart(() => import('@/parts/OwnSignals').then((file) => file.ProblemDialog));
const ProfileDialog = laterPart(() => import('@/parts/ProfileDialog').then((file) => file.ProfileDialog));
const PollCards = laterPart(() => import('@/parts/PollCard').then((file) => file.PollCards));
const PublishedPolls = laterPart(() => import('@/parts/PollCard').then((file) => file.PublishedPolls));

/** Attendees and speakers: one thumb, one minute of attention. The phase decides what comes first. */
export function AttendeePage() {
  const view = useView();
  const [dialog, setDialog] = useState<'problem' | 'profile' | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const typeInstead = () => {
    field.current?.scrollIntoView({ block: 'center' });
    field.current?.focus();
  };
  const close = () => setDialog(null);
  useTopOfPart(view.breakouts);
  useAwakeAsWished(view.session.status === 'running');
  const hand = <OwnHand key="hand" typeInstead={typeInstead} />;
  const questions = <Questions key="questions" view={view} field={field} />;
  const takeaways = <Takeaways key="takeaways" />;
  return (
    <div class="attendee" data-focus={view.focus} data-part={partShown(view.breakouts)}>
      <div>
        <AttendeeHead correct={() => setDialog('profile')} />
        <TurnNotice />
      </div>
      <main class="attendee-main" id="table">
        <Announcement />
        <SignalAnswers />
        <BreakoutPlace />
        <div class="attendee-column table-column">
          {view.polls.length > 0 && <PollCards />}
          <StateCard view={view} />
          <OwnTurn />
          <NowSpeaking />
          <CaptionsToOpen />
          {view.focus !== 'questions' && hand}
        </div>
        <div class="attendee-column words-column">
          {view.focus === 'takeaways'
            ? [takeaways, questions]
            : [questions, view.focus === 'questions' && hand, takeaways]}
          {view.polls.some((poll) => poll.published) && <PublishedPolls />}
          <section class="card" aria-labelledby="agenda-title">
            <h2 id="agenda-title" class="eyebrow">
              {t('agenda.title')}
            </h2>
            <AgendaList />
            <MediaLinks />
          </section>
        </div>
      </main>
      <AttendeeNav problem={() => setDialog('problem')} />
      {dialog === 'problem' && <ProblemDialog close={close} />}
      {dialog === 'profile' && view.me.participant !== null && view.me.profile !== null && (
        <ProfileDialog person={view.me.participant} profile={view.me.profile} close={close} />
      )}
    </div>
  );
}

function Questions({ view, field }: { view: View; field: Ref<HTMLTextAreaElement> }) {
  return (
    <section class="card questions-card" id="questions" aria-labelledby="questions-title">
      <h2 id="questions-title" class="eyebrow">
        {t('questions.title', { count: view.questions.by_votes.length })}
      </h2>
      <QuestionList questions={view.questions} />
      <MyQuestions />
      {view.session.status !== 'closed' && <AskQuestion field={field} />}
    </section>
  );
}

function Takeaways() {
  return (
    <section class="card takeaways-card" id="takeaways" aria-labelledby="takeaways-title">
      <h2 id="takeaways-title" class="eyebrow">
        {t('takeaways.title')}
      </h2>
      <TakeawayList />
    </section>
  );
}

function StateCard({ view }: { view: View }) {
  if (view.focus === 'lobby' || view.focus === 'break' || view.focus === 'closed') return <SessionCard />;
  return null;
}
