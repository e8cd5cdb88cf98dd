import { useState } from 'preact/hooks';
import { Announcement } from '@/parts/Announcement';
import { FloorQueue } from '@/parts/FloorQueue';
import { PeopleList } from '@/parts/PeopleList';
import { PersonAdd } from '@/parts/PersonAdd';
import { SignalsPanel } from '@/parts/SignalsPanel';
import { StaffHead } from '@/parts/StaffHead';
import { StaffLine } from '@/parts/StaffLine';

/** The floor runner's page: made for a tablet held in one hand while walking along the rows. */
export function StewardPage() {
  const [search, setSearch] = useState('');
  return (
    <div class="steward">
      <StaffHead keys={['turn', 'queue']} />
      <main class="two-columns">
        <div>
          <SignalsPanel />
          <Announcement />
          <StaffLine />
          <PersonAdd added={setSearch} />
          <PeopleList search={search} setSearch={setSearch} />
        </div>
        <div>
          <FloorQueue />
        </div>
      </main>
    </div>
  );
}
