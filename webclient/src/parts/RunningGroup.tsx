import { useState } from 'preact/hooks';
import type { BreakoutPerson, DeskGroup } from '@/core/types';
import { t } from '@/text';
import { countdown, timeOfDay } from '@/text/format';
import { ActionButton } from './ActionButton';
import { BreakoutBalance } from './BreakoutBalance';
import { BreakoutBroadcast } from './BreakoutBroadcast';
import { BreakoutCallRoom } from './BreakoutCallRoom';
import { Button } from './Button';
import { Spoken } from './GroupFloor';
import { GroupMessages } from './GroupMessages';
import { groupName, groupWithTable } from './group_names';
import { MovablePerson } from './MovablePerson';
import { NotesEditor } from './NotesEditor';
import { Words } from './Words';

interface Props {
  group: DeskGroup;
  groups: readonly DeskGroup[];
  move: (person: BreakoutPerson) => void;
}

/** A group at work, as staff see it: its clock and what needs them; all the rest when they look in. */
export function RunningGroup({ group, groups, move }: Props) {
  const [inside, setInside] = useState(false);
  const about = groupWithTable(group);
  const left = group.remaining_ms;
  return (
    <li
      class="running-group"
      data-called={group.help !== null && !group.help.answered}
      data-testid={`group-${group.group}`}
    >
      <div class="split">
        <div>
          <h3>
            {about}
            {group.title !== '' && (
              <>
                {' · '}
                <Words>{group.title}</Words>
              </>
            )}
          </h3>
          <p class="quiet small">{standingOfGroup(group)}</p>
        </div>
        <span class="clock running-left" data-over={left !== null && left <= 0}>
          {left === null ? '' : countdown(left)}
        </span>
      </div>
      <Help group={group} />
      <MergeOffer group={group} groups={groups} />
      <div class="row">
        <ActionButton
          command={{ type: 'breakout.extend', data: { group: group.group, seconds: 60 } }}
          label={t('running.extend')}
          about={about}
        />
        <Button label={t('running.look_in')} about={about} expanded={inside} press={() => setInside(!inside)} />
      </div>
      {inside && <Inside group={group} move={move} />}
    </li>
  );
}

/** "6 people · Host: Mei · Reporter: nobody yet · 4 points · 2 hands". */
function standingOfGroup(group: DeskGroup): string {
  const name = (person: BreakoutPerson | null): string => person?.name || t('group.nobody_yet');
  const away = group.people.filter((person) => person.left).length;
  return [
    t('group.people', { count: group.people.length }),
    away > 0 ? t('running.away', { count: away }) : '',
    `${t('group_role.host')}: ${name(group.host)}`,
    `${t('group_role.reporter')}: ${name(group.reporter)}`,
    t('note.count', { count: group.notes.length }),
    group.hands.length > 0 ? t('running.hands', { count: group.hands.length }) : '',
  ]
    .filter((each) => each !== '')
    .join(' · ');
}

function Help({ group }: { group: DeskGroup }) {
  const { help } = group;
  if (help === null) return null;
  return (
    <p class="small">
      <strong>{t(help.answered ? 'help.is_answered' : 'help.waits', { name: help.by_name })}</strong>{' '}
      {help.reason !== '' && <Words>{help.reason}</Words>} <span class="quiet clock">{timeOfDay(help.at_ms)}</span>
      {help.answered && help.answered_by !== undefined && <span class="quiet"> · {help.answered_by}</span>}
    </p>
  );
}

/** Two cannot talk about much: the smallest other groups are offered. */
function MergeOffer({ group, groups }: Pick<Props, 'group' | 'groups'>) {
  const offered = group.merge_into.flatMap((id) => groups.find((each) => each.group === id) ?? []).slice(0, 2);
  if (offered.length === 0) return null;
  return (
    <div class="row merge-offer">
      <span class="small">{t('merge_groups.few')}</span>
      {offered.map((into) => (
        <ActionButton
          key={into.group}
          command={{ type: 'breakout.merge_groups', data: { group: group.group, into: into.group } }}
          label={t('merge_groups.into', { group: groupName(into), count: into.people.length })}
          about={groupName(group)}
        />
      ))}
    </div>
  );
}

function Inside({ group, move }: { group: DeskGroup; move: (person: BreakoutPerson) => void }) {
  const about = groupWithTable(group);
  return (
    <div class="stack running-inside">
      <ul class="plain-list plan-people">
        {group.people.map((person) => (
          <MovablePerson key={person.person} person={person} move={move}>
            {person.listening && <span class="chip">{t('group.listens')}</span>}
          </MovablePerson>
        ))}
      </ul>
      <BreakoutCallRoom group={group} />
      <BreakoutBalance balance={group.balance} about={about} />
      {group.turn !== null && (
        <p class="small">
          {t('floor.now_speaking')}: <Words>{group.turn.name}</Words>{' '}
          <span class="clock">{countdown(group.turn.elapsed_ms)}</span>
        </p>
      )}
      <Spoken spoken={group.spoken} />
      <NotesEditor notes={group.notes} group={group.group} canWrite />
      {group.questions.length > 0 && (
        <ul class="plain-list ruled small">
          {group.questions.map((question) => (
            <li key={question.question}>
              <Words language={question.language}>{question.text}</Words>{' '}
              <span class="quiet">{t('vote.supporters', { count: question.votes })}</span>
            </li>
          ))}
        </ul>
      )}
      <GroupMessages broadcasts={group.broadcasts} />
      <BreakoutBroadcast group={group.group} about={about} />
    </div>
  );
}
