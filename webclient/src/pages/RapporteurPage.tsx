import '@/text/desk_sentences';
import { useEffect, useState } from 'preact/hooks';
import { Announcement } from '@/parts/Announcement';
import { useView } from '@/parts/context';
import { JottingField } from '@/parts/JottingField';
import { JottingList } from '@/parts/JottingList';
import { laterPart } from '@/parts/LaterPart';
import { LiveFeed } from '@/parts/LiveFeed';
import { NarrativeDesk } from '@/parts/NarrativeDesk';
import { PollDesk } from '@/parts/PollDesk';
import { ReportDownload } from '@/parts/ReportDownload';
import { StaffHead } from '@/parts/StaffHead';
import { StaffLine } from '@/parts/StaffLine';
import { StageBar, StageFloor, type Tab } from '@/parts/StageBar';
import { StageFoot } from '@/parts/StageFoot';
import { TakeawayDesk } from '@/parts/TakeawayDesk';
import { hear } from '@/parts/turns_heard';
import { t } from '@/text';

const BreakoutPoints = laterPart(() => import('@/parts/BreakoutPoints').then((file) => file.BreakoutPoints));

type Part = 'record' | 'table';

export function RapporteurPage() {
  const view = useView();
  const [shown, setShown] = useState<Part>('record');
  useEffect(() => hear(view), [view]);
  const tabs: Tab<Part>[] = [
    { tab: 'record', name: t('desk.title') },
    { tab: 'table', name: t('feed.title') },
  ];
  return (
    <div class="rapporteur">
      <StaffHead keys={['turn']} />
      <main class="two-columns desk-first">
        <div class={shown === 'record' ? '' : 'other-tab'}>
          <Announcement />
          <TakeawayDesk />
          <NarrativeDesk />
        </div>
        <div class={shown === 'table' ? '' : 'other-tab'}>
          <ReportDownload />
          <PollDesk />
          {view.breakouts.published.length > 0 && <BreakoutPoints />}
          <JottingList />
          <StaffLine />
          <LiveFeed />
        </div>
      </main>
      <StageFoot>
        <JottingField />
        <StageBar tabs={tabs} shown={shown} choose={setShown} signals>
          <StageFloor />
        </StageBar>
      </StageFoot>
    </div>
  );
}
