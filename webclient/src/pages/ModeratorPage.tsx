import '@/text/desk_sentences';
import { useState } from 'preact/hooks';
import { AgendaPanel } from '@/parts/AgendaPanel';
import { Announcement } from '@/parts/Announcement';
import { BreakoutDeskPlace } from '@/parts/BreakoutDeskPlace';
import { useView } from '@/parts/context';
import { FloorQueue } from '@/parts/FloorQueue';
import { FloorShares } from '@/parts/FloorShares';
import { PeopleDesk } from '@/parts/PeopleDesk';
import { PollDesk } from '@/parts/PollDesk';
import { QuestionsPanel } from '@/parts/QuestionsPanel';
import { ReportDownload } from '@/parts/ReportDownload';
import { SignalsPanel } from '@/parts/SignalsPanel';
import { StaffHead } from '@/parts/StaffHead';
import { StaffLine } from '@/parts/StaffLine';
import { StageAgenda, StageBar, StageFloor, StageReview, type Tab } from '@/parts/StageBar';
import { StageFoot } from '@/parts/StageFoot';
import { UndoBar } from '@/parts/UndoBar';
import { t } from '@/text';

type Part = 'agenda' | 'floor' | 'questions';

/** The console: agenda, floor and questions on one screen. */
export const ModeratorPage = () => <Console first="agenda" shownFirst="floor" />;

/** The same with the questions first, because that is where the online moderator's work comes in. */
export const OnlineModeratorPage = () => <Console first="questions" shownFirst="questions" />;

/** A small screen shows one of the three at a time. */
function Console({ first, shownFirst }: { first: Part; shownFirst: Part }) {
  const { session, floor, questions } = useView();
  const [shown, setShown] = useState(shownFirst);
  const column = (part: Part) => (part === shown ? 'console-column' : 'console-column other-tab');
  const columns = {
    agenda: (
      <div key="agenda" class={column('agenda')}>
        <AgendaPanel />
        <PollDesk />
        <BreakoutDeskPlace at="side" />
        <PeopleDesk />
        <FloorShares />
        {session.status === 'closed' && <ReportDownload />}
      </div>
    ),
    floor: (
      <div key="floor" class={column('floor')}>
        <Announcement />
        <BreakoutDeskPlace at="stage" />
        <FloorQueue />
      </div>
    ),
    questions: (
      <div key="questions" class={column('questions')}>
        <StaffLine />
        <SignalsPanel />
        <QuestionsPanel />
      </div>
    ),
  };
  const tabs: Tab<Part>[] = [
    { tab: 'agenda', name: t('agenda.title') },
    { tab: 'floor', name: t('floor.title'), count: floor.queue.length },
    { tab: 'questions', name: t('evidence.questions'), count: questions.pending.length },
  ];
  return (
    <div class="console" data-first={first}>
      <StaffHead keys={['undo', 'agenda', 'talks', 'turn', 'queue', 'questions', 'wall']} />
      <main class="console-main">
        {first === 'agenda'
          ? [columns.agenda, columns.floor, columns.questions]
          : [columns.questions, columns.floor, columns.agenda]}
      </main>
      <StageFoot>
        <UndoBar />
        <StageBar tabs={tabs} shown={shown} choose={setShown} signals={shown !== 'questions'}>
          {shown === 'agenda' && <StageAgenda />}
          {shown === 'floor' && <StageFloor />}
          {shown === 'questions' && <StageReview />}
        </StageBar>
      </StageFoot>
    </div>
  );
}
