import '@/text/group_sentences';
import '@/style/breakouts.css';
import type { OwnGroup } from '@/core/types';
import { t } from '@/text';
import { BreakoutChange } from './BreakoutChoice';
import { Button } from './Button';
import { useView } from './context';
import { GroupClock } from './GroupClock';
import { GroupFloor } from './GroupFloor';
import { GroupHelp } from './GroupHelp';
import { GroupMessages } from './GroupMessages';
import { GroupPeople } from './GroupPeople';
import { GroupQuestions } from './GroupQuestions';
import { GroupWhere } from './GroupWhere';
import { areRunning, showPart } from './group_part';
import { NotesEditor } from './NotesEditor';

/** The own group: where it is, who is there, what it says and writes, and the way to the moderator. */
export function GroupPage() {
  const { breakouts } = useView();
  const { mine } = breakouts;
  if (mine === null) return null;
  return (
    <div class="group-grid">
      <GroupClock inside={mine} />
      <div class="attendee-column group-column group-now">
        {areRunning(breakouts) ? <WhileOpen mine={mine} /> : <AfterClose mine={mine} />}
      </div>
      <div class="attendee-column group-column group-written">
        <NotesEditor notes={mine.notes} canWrite={mine.can_write} />
      </div>
      <div class="attendee-column group-column group-beside">
        {areRunning(breakouts) && <GroupPeople inside={mine} />}
        {areRunning(breakouts) && <GroupHelp inside={mine} />}
        <GroupQuestions questions={mine.questions} canWrite={mine.can_write} canLead={mine.can_lead} />
        {areRunning(breakouts) && <BreakoutChange />}
      </div>
    </div>
  );
}

function WhileOpen({ mine }: { mine: OwnGroup }) {
  return (
    <>
      <GroupWhere inside={mine} />
      <GroupMessages broadcasts={mine.broadcasts} />
      <GroupFloor inside={mine} />
    </>
  );
}

function AfterClose({ mine }: { mine: OwnGroup }) {
  const { breakouts } = useView();
  return (
    <>
      <section class="card strong" data-testid="groups-closed">
        <h2>{t('group.are_closed')}</h2>
        <p>{t(mine.can_write ? 'group.closed_can' : 'group.closed_cannot')}</p>
        <Button
          kind="primary"
          label={t('group.to_plenary')}
          press={() => showPart(breakouts, 'plenary')}
          testid="to-plenary"
        />
      </section>
      <GroupMessages broadcasts={mine.broadcasts} />
    </>
  );
}
