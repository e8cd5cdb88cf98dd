import { AgendaPanel } from '@/parts/AgendaPanel';
import { Announcement } from '@/parts/Announcement';
import { useView } from '@/parts/context';
import { FloorQueue } from '@/parts/FloorQueue';
import { FloorShares } from '@/parts/FloorShares';
import { QuestionsPanel } from '@/parts/QuestionsPanel';
import { ReportDownload } from '@/parts/ReportDownload';
import { SignalsPanel } from '@/parts/SignalsPanel';
import { StaffHead } from '@/parts/StaffHead';
import { StaffLine } from '@/parts/StaffLine';

/** The console: agenda, floor and questions on one screen. */
export const ModeratorPage = () => <Console questionsFirst={false} />;

/** The same with the questions first, because that is where the online moderator's work comes in. */
export const OnlineModeratorPage = () => <Console questionsFirst />;

function Console({ questionsFirst }: { questionsFirst: boolean }) {
  const closed = useView().session.status === 'closed';
  const agenda = (
    <div class="console-column">
      <AgendaPanel />
      <StaffLine />
      <FloorShares />
      {closed && <ReportDownload />}
    </div>
  );
  const floor = (
    <div class="console-column">
      <Announcement />
      <FloorQueue />
    </div>
  );
  const questions = (
    <div class="console-column">
      <SignalsPanel />
      <QuestionsPanel />
    </div>
  );
  return (
    <div class="console" data-first={questionsFirst ? 'questions' : 'agenda'}>
      <StaffHead keys={['agenda', 'turn', 'queue', 'questions']} />
      <main class="console-main">{questionsFirst ? [questions, floor, agenda] : [agenda, floor, questions]}</main>
    </div>
  );
}
