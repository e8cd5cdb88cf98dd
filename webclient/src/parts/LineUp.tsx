import { useState } from 'preact/hooks';
import type { AgendaView, PhaseView, SpeakerView } from '@/core/types';
import { t } from '@/text';
import { countdown } from '@/text/format';
import { ActionButton } from './ActionButton';
import { Button } from './Button';
import { useRoundtable, useView } from './context';
import { Gone, StillList, StillNews, useStill } from './StillList';
import { keyOf } from './shortcuts';
import { TalkAdd } from './TalkAdd';
import { currentPhase, placesToMove, talkName, talkPlace } from './talks';
import { Words } from './Words';

const second = 1000;

/** Parts that may well have talks: there a line-up can be made on the spot. */
const withTalks: readonly PhaseView['kind'][] = ['presentations', 'report_back'];

/** The line-up that matters now: of the part that runs, or before the start of the first. */
function shownPhase(agenda: AgendaView): PhaseView | undefined {
  const phase = currentPhase(agenda) ?? agenda.phases.find((each) => each.phase === agenda.next);
  return phase !== undefined && (phase.speakers.length > 0 || withTalks.includes(phase.kind)) ? phase : undefined;
}

export function LineUp() {
  const { agenda, session } = useView();
  const phase = shownPhase(agenda);
  if (phase === undefined || session.status === 'closed') return null;
  return <Talks key={phase.phase} phase={phase} next={agenda.next_talk} />;
}

/** Who presents, in order, each on a clock of its own. */
function Talks({ phase, next }: { phase: PhaseView; next: number | null }) {
  const { me } = useView();
  const [changing, setChanging] = useState(false);
  const [adding, setAdding] = useState(false);
  const [wanted, setWanted] = useState('');
  const order = phase.speakers.map((talk) => talk.talk);
  // The own move is shown at once, also under the pointer that pressed it.
  const still = useStill(phase.speakers, (talk) => talk.talk, order.join() === wanted ? wanted : '');
  const mayChange = me.may.includes('talk.add');
  return (
    <section class="lineup" aria-labelledby="lineup-title" data-testid="lineup">
      <div class="split still-head">
        <h3 id="lineup-title" class="eyebrow">
          {t('talk.title')} · <Words>{phase.title}</Words>
        </h3>
        <StillNews still={still} />
        {mayChange && (
          <span class="row">
            {changing && <Button label={t('talk.add')} press={() => setAdding(true)} />}
            <Button
              label={t('talk.change')}
              pressed={changing}
              press={() => setChanging(!changing)}
              testid="lineup-change"
            />
          </span>
        )}
      </div>
      {order.length === 0 && <p class="quiet">{t('talk.none')}</p>}
      <StillList still={still} ordered class="plain-list ruled talks">
        {(talk) => (
          <TalkRow talk={talk} isNext={talk.talk === next}>
            {changing && <TalkChanges talk={talk} order={order} moving={setWanted} />}
          </TalkRow>
        )}
      </StillList>
      {adding && <TalkAdd phase={phase} close={() => setAdding(false)} />}
    </section>
  );
}

interface RowProps {
  talk: SpeakerView;
  isNext: boolean;
  children: preact.ComponentChildren;
}

function TalkRow({ talk, isNext, children }: RowProps) {
  const place = talk.status === 'away' ? null : talkPlace(useView().agenda, talk.talk);
  const about = talkName(talk);
  return (
    <li class="hand talk" data-first={isNext} data-status={talk.status} data-testid={`talk-${talk.talk}`}>
      <span class="hand-place">{place?.number ?? '–'}</span>
      <div class="hand-who">
        <p>
          <Words class="person-name">{about}</Words>
          <Gone />
          {talk.status === 'running' && <span class="chip">{t('talk.runs')}</span>}
          {talk.status === 'away' && <span class="chip">{t('talk.is_away')}</span>}
        </p>
        <p class="quiet small">
          {talk.affiliation !== undefined && (
            <>
              <Words>{talk.affiliation}</Words> ·{' '}
            </>
          )}
          {timesOf(talk)}
        </p>
      </div>
      <div class="row hand-acts">
        {talk.status === 'waiting' && (
          <>
            {isNext ? <StartNext talk={talk} /> : <StartThis talk={talk} />}
            <ActionButton
              command={{ type: 'talk.away', data: { talk: talk.talk } }}
              label={t('talk.away')}
              about={about}
            />
          </>
        )}
        {talk.status === 'away' && (
          <ActionButton
            command={{ type: 'talk.back', data: { talk: talk.talk } }}
            label={t('talk.back')}
            about={about}
          />
        )}
        {children}
      </div>
    </li>
  );
}

/** Names the talk that is shown as the next, so that two who press at once start one talk. */
function StartNext({ talk }: { talk: SpeakerView }) {
  return (
    <ActionButton
      command={{ type: 'talk.start', data: { talk: talk.talk } }}
      label={t('talk.start')}
      kind="primary"
      shortcut={keyOf.next_talk}
      about={talkName(talk)}
    />
  );
}

/** Another than the next one, also once more: it goes on with what is left of its time. */
function StartThis({ talk }: { talk: SpeakerView }) {
  const { live } = useRoundtable();
  const command = { type: 'talk.start', data: { talk: talk.talk } } as const;
  if (live.check(command) === 'wrong_state') return null;
  return <ActionButton command={command} label={t('talk.start_this')} about={talkName(talk)} />;
}

interface ChangesProps {
  talk: SpeakerView;
  order: readonly number[];
  moving: (order: string) => void;
}

function TalkChanges({ talk, order, moving }: ChangesProps) {
  const { up, down } = placesToMove(order, talk.talk);
  const about = talkName(talk);
  const index = order.indexOf(talk.talk);
  const moved = (to: number) => {
    const rest = order.filter((each) => each !== talk.talk);
    moving([...rest.slice(0, to), talk.talk, ...rest.slice(to)].join());
  };
  return (
    <>
      {talk.status === 'done' && <StartThis talk={talk} />}
      {up !== undefined && (
        <ActionButton
          command={{ type: 'talk.move', data: { talk: talk.talk, ...up } }}
          label={t('talk.up')}
          about={about}
          sent={() => moved(index - 1)}
        />
      )}
      {down !== undefined && (
        <ActionButton
          command={{ type: 'talk.move', data: { talk: talk.talk, ...down } }}
          label={t('talk.down')}
          about={about}
          sent={() => moved(index + 1)}
        />
      )}
      {(talk.status === 'waiting' || talk.status === 'away') && (
        <ActionButton
          command={{ type: 'talk.drop', data: { talk: talk.talk } }}
          label={t('talk.drop')}
          kind="danger"
          about={about}
          confirm={() => window.confirm(t('talk.drop_confirm', { name: about }))}
        />
      )}
    </>
  );
}

/** The talk's own clock against its plan. What was spoken is rounded up, what is given back down: together they are the plan. */
export function timesOf(talk: SpeakerView): string {
  const planned = countdown(talk.planned_ms);
  const back = Math.floor(talk.returned_ms / second) * second;
  const returned = back > 0 ? t('talk.returned', { time: countdown(back) }) : '';
  if (talk.elapsed_ms === 0) {
    return returned === '' ? planned : returned;
  }
  const over = talk.elapsed_ms - talk.planned_ms;
  return [
    t('talk.time', { time: countdown(talk.elapsed_ms), planned }),
    over >= second ? t('talk.over', { time: countdown(over) }) : '',
    returned,
  ]
    .filter((part) => part !== '')
    .join(' · ');
}
