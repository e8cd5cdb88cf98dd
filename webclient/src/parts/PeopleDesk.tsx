import { useState } from 'preact/hooks';
import { t } from '@/text';
import { Button } from './Button';
import { Dialog } from './Dialog';
import { HeadCounts } from './HeadCounts';
import { JoinsSwitch, WantsIn } from './Joins';
import { NamesToPass } from './NamesToPass';
import { OnTheWall } from './OnTheWall';
import { PeopleList } from './PeopleList';

/** What moderators do about people and the display: who gets in, whose name is seen, what hangs on the wall. */
export function PeopleDesk() {
  const [search, setSearch] = useState('');
  const [open, setOpen] = useState(false);
  return (
    <section class="panel people-desk" aria-label={t('desk_people.title')}>
      <OnTheWall />
      <WantsIn />
      <NamesToPass />
      <JoinsSwitch />
      <HeadCounts />
      <div class="row">
        <Button label={t('desk_people.open')} press={() => setOpen(true)} testid="everybody" />
      </div>
      {open && (
        <Dialog title={t('nav.people')} close={() => setOpen(false)} wide>
          <PeopleList search={search} setSearch={setSearch} />
        </Dialog>
      )}
    </section>
  );
}
