import { useState } from 'preact/hooks';
import { Announcement } from '@/parts/Announcement';
import { useView } from '@/parts/context';
import { FloorQueue } from '@/parts/FloorQueue';
import { HeadCounts } from '@/parts/HeadCounts';
import { WantsIn } from '@/parts/Joins';
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

type Part = 'people' | 'floor';

/** The floor runner's page: made for a tablet held in one hand while walking along the rows. */
export function StewardPage() {
  const { floor } = useView();
  const [search, setSearch] = useState('');
  const [shown, setShown] = useState<Part>('people');
  const tabs: Tab<Part>[] = [
    { tab: 'people', name: t('nav.people') },
    { tab: 'floor', name: t('floor.title'), count: floor.queue.length },
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
        <div class={shown === 'floor' ? '' : 'other-tab'}>
          <FloorQueue />
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
