import '@/style/display_breakouts.css';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { BreakoutGroup, BreakoutsView, GroupCard, View } from '@/core/types';
import { t } from '@/text';
import { countdown } from '@/text/format';
import { wallOfGroups } from './breakout_words';
import { DisplayTurn } from './DisplayTurn';
import { groupName, roundWords } from './group_names';
import { MarkChip } from './NoteMarks';
import { Words } from './Words';
import { namesThatFit, wallOf } from './wall_of_groups';

/** Groups have the middle of the room display: the card of one that reports, or who goes where. */
export const displaysGroups = (view: View): boolean => wallOfGroups(view) !== null;

export function DisplayBreakouts({ view }: { view: View }) {
  const { card } = view.breakouts;
  return card === null ? <Wall breakouts={view.breakouts} /> : <Reporting view={view} card={card} />;
}

/** Who goes where: the numbers can be read from the back row, the names from the middle of the room. */
function Wall({ breakouts }: { breakouts: BreakoutsView }) {
  const list = useRef<HTMLUListElement>(null);
  const { columns, rows } = wallOf(breakouts.groups.length);
  const left = breakouts.remaining_ms ?? 0;
  const closing = breakouts.status === 'closing';
  useEffect(() => {
    list.current?.style.setProperty('--columns', String(columns));
    list.current?.style.setProperty('--rows', String(rows));
  }, [columns, rows]);
  const round = roundWords(breakouts);
  return (
    <section class="wall-groups" data-status={breakouts.status} aria-label={t('breakout.title')}>
      <header class="wall-groups-head">
        <p class="wall-groups-clock clock" role="timer" aria-live="off" data-testid="groups-countdown">
          {countdown(left)}
        </p>
        <p>
          {t(closing ? 'wall_groups.closing' : left <= 0 ? 'running.over' : 'running.left')}
          {round !== null && <span class="display-quiet"> · {round}</span>}
        </p>
      </header>
      <ul ref={list} class="plain-list wall-groups-list" data-rows={rows} data-dense={columns > 5}>
        {breakouts.groups.map((group) => (
          <WallGroup key={group.group} group={group} />
        ))}
      </ul>
    </section>
  );
}

const linesAtFirst = 4;

/** How many names have a whole line in a cell, whatever else the display shows meanwhile. */
function useLines() {
  const names = useRef<HTMLUListElement>(null);
  const [lines, setLines] = useState(linesAtFirst);
  useEffect(() => {
    const list = names.current;
    const cell = list?.parentElement;
    if (list == null || cell == null) return;
    const measure = () => {
      const line = Number.parseFloat(getComputedStyle(list).lineHeight);
      const room = cell.getBoundingClientRect().bottom - list.getBoundingClientRect().top;
      if (line > 0) setLines(Math.max(0, Math.floor(room / line)));
    };
    const watch = new ResizeObserver(measure);
    watch.observe(cell);
    measure();
    return () => watch.disconnect();
  }, []);
  return { names, lines };
}

function WallGroup({ group }: { group: BreakoutGroup }) {
  const { names, lines } = useLines();
  const { shown, others } = namesThatFit(group, lines);
  return (
    <li class="wall-group" data-testid={`wall-group-${group.group}`}>
      <p class="wall-group-head">
        <span>{groupName(group)}</span>
        {group.table !== null && (
          <span class="wall-table">
            <span class="wall-table-word">{t('wall_groups.table')}</span> {group.table}
          </span>
        )}
      </p>
      {group.title !== '' && (
        <p class="wall-topic">
          <Words>{group.title}</Words>
        </p>
      )}
      <ul ref={names} class="plain-list wall-names">
        {shown.map((person) => (
          <li key={person.person}>
            <Words>{person.name}</Words>
          </li>
        ))}
        {others > 0 && lines > 0 && (
          <li class="display-quiet">
            {shown.length === 0 ? t('group.people', { count: others }) : t('group.and_others', { count: others })}
          </li>
        )}
      </ul>
    </li>
  );
}

/** A group reports: its points beside the clock of whoever speaks for it. */
function Reporting({ view, card }: { view: View; card: GroupCard }) {
  const speaks = view.floor.turn !== null;
  return (
    <>
      {speaks && <DisplayTurn view={view} />}
      <section
        class="wall-card"
        data-alone={!speaks}
        data-many={card.notes.length > 5}
        aria-label={groupName(card)}
        data-testid={`wall-card-${card.group}`}
      >
        <h2>
          {groupName(card)}
          {card.title !== '' && (
            <span class="wall-card-title">
              {' · '}
              <Words>{card.title}</Words>
            </span>
          )}
        </h2>
        {card.notes.length === 0 && <p class="display-quiet">{t('note.nothing')}</p>}
        <ol class="plain-list">
          {card.notes.slice(0, pointsAtMost).map((note) => (
            <li key={note.note}>
              <MarkChip mark={note.mark} /> <Words class="note-text">{note.text}</Words>
            </li>
          ))}
        </ol>
        {card.notes.length > pointsAtMost && (
          <p class="display-quiet">{t('wall_groups.more_points', { count: card.notes.length - pointsAtMost })}</p>
        )}
      </section>
    </>
  );
}

const pointsAtMost = 8;
