import { useEffect } from 'preact/hooks';
import { Announcement } from '@/parts/Announcement';
import { useView } from '@/parts/context';
import { JottingField } from '@/parts/JottingField';
import { JottingList } from '@/parts/JottingList';
import { LiveFeed } from '@/parts/LiveFeed';
import { ReportDownload } from '@/parts/ReportDownload';
import { StaffHead } from '@/parts/StaffHead';
import { StaffLine } from '@/parts/StaffLine';
import { TakeawayDesk } from '@/parts/TakeawayDesk';
import { hear } from '@/parts/turns_heard';

export function RapporteurPage() {
  const view = useView();
  useEffect(() => hear(view), [view]);
  return (
    <div class="rapporteur">
      <StaffHead keys={['turn']} />
      <main class="two-columns desk-first">
        <div>
          <Announcement />
          <TakeawayDesk />
        </div>
        <div>
          <ReportDownload />
          <JottingList />
          <StaffLine />
          <LiveFeed />
        </div>
      </main>
      <JottingField />
    </div>
  );
}
