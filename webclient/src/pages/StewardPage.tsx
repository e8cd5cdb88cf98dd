import '@/text/desk_sentences';
import { useState } from 'preact/hooks';
import { Announcement } from '@/parts/Announcement';
import { hasTables } from '@/parts/BreakoutDeskPlace';
import { useView } from '@/parts/context';
import { FloorQueue } from '@/parts/FloorQueue';
import { HeadCounts } from '@/parts/HeadCounts';
import { WantsIn } from '@/parts/Joins';
import { laterPart } from '@/parts/LaterPart';
import { NamesToPass } from '@/parts/NamesToPass';
import { NextOnsite } from '@/parts/NextOnsite';
import { PeopleList } from '@/parts/PeopleList';
import { PersonAdd } from '@/parts/PersonAdd';
import { HandsOfPolls } from '@/parts/PollHands';
import { SignalsPanel } from '@/parts/SignalsPanel';
import { StaffHead } from '@/parts/StaffHead';
import { StaffLine } from '@/parts/StaffLine';
import { StageBar, StageFloor, type Tab } from '@/parts/StageBar';
import { StageFoot } from '@/parts/StageFoot';
import { t } from '@/text';

const BreakoutTables = laterPart(() => import('@/parts/BreakoutTables').then((file) => file.BreakoutTables));

type Part = 'people' | 'floor' | 'tables';

/** The floor runner's page: made for a tablet held in one hand while walking along the rows. */
export function StewardPage() {
  const view = useView();
  const { floor } = view;
  const tables = hasTables(view);
  const [search, setSearch] = useState('');
  const [shown, setShown] = useState<Part>('people');
  const tabs: Tab<Part>[] = [
    { tab: 'people', name: t('nav.people') },
    { tab: 'floor', name: t('floor.title'), count: floor.queue.length },
    ...(tables ? [{ tab: 'tables' as const, name: t('tables.title') }] : []),
  ];
  return (
    <div class="steward">
      <StaffHead keys={['turn', 'queue']} />
      <main class="two-columns">
        <div class={shown === 'people' ? '' : 'other-tab'}>
          <SignalsPanel />
          <Announcement />
          <NextOnsite />
          <HandsOfPolls />
          <WantsIn />
          <NamesToPass />
          <StaffLine />
          <PersonAdd added={setSearch} />
          <HeadCounts />
          <PeopleList search={search} setSearch={setSearch} />
        </div>
        <div class={shown === 'people' ? 'other-tab' : ''}>
          {tables && (
            <div class={shown === 'tables' ? '' : 'other-tab'}>
              <BreakoutTables />
            </div>
          )}
          <div class={shown === 'floor' || !tables ? '' : 'other-tab'}>
            <FloorQueue />
          </div>
        </div>
      </main>
      <StageFoot>
        <StageBar tabs={tabs} shown={shown} choose={setShown} signals={shown !== 'people'}>
          <StageFloor />
        </StageBar>
      </StageFoot>
    </div>
  );
}
