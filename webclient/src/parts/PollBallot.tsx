import { characters } from '@/core/limits';
import type { PollView } from '@/core/poll_types';
import type { Command } from '@/core/types';
import { t } from '@/text';
import { ActionButton } from './ActionButton';
import { Button } from './Button';
import { useRoundtable, useView } from './context';
import { draftNames } from './draft_names';
import { TextField } from './Field';
import {
  type BallotDraft,
  ballotOf,
  dotsLeft,
  isWaiting,
  ranked,
  ticked,
  voteOf,
  waitingPick,
  withDot,
} from './poll_ballot';
import { choicesOf } from './poll_words';
import { Words } from './Words';

/** The ballot of one open poll. One tap votes where one choice is all; else what is filled in is kept until it is sent. */
export function PollBallot({ poll }: { poll: PollView }) {
  const { live, drafts } = useRoundtable();
  const { me } = useView();
  if (!me.may.includes('poll.vote')) return null;
  const draft = drafts.of(draftNames.ballot(poll.poll));
  const ballot = ballotOf(poll, draft.value);
  const change = (next: BallotDraft) => {
    draft.value = JSON.stringify(next);
  };
  const isOne = poll.kind === 'temperature' || poll.kind === 'single';
  return (
    <div class="ballot">
      <p class="hint" id={`ballot-hint-${poll.poll}`}>
        {hintOf(poll)}
      </p>
      {isOne && <PickOne poll={poll} />}
      {poll.kind === 'multiple' && <PickSeveral poll={poll} ballot={ballot} change={change} />}
      {poll.kind === 'ranking' && <Rank poll={poll} ballot={ballot} change={change} />}
      {poll.kind === 'dots' && <PlaceDots poll={poll} ballot={ballot} change={change} />}
      {poll.kind === 'words' && <WriteWords ballot={ballot} change={change} />}
      {!isOne && (
        <Send
          poll={poll}
          command={voteOf(poll, ballot)}
          sent={() => {
            draft.value = '';
          }}
        />
      )}
      <p class="small" role="status" data-testid={`ballot-state-${poll.poll}`}>
        {isWaiting(poll, live.waiting.value) && live.connection.value !== 'live'
          ? t('ballot.waits')
          : poll.mine !== null && t('ballot.until_close')}
      </p>
      {poll.mine !== null && (
        <ActionButton
          command={{ type: 'poll.unvote', data: { poll: poll.poll } }}
          label={t('ballot.take_back')}
          about={poll.title}
          testid={`unvote-${poll.poll}`}
        />
      )}
      <p class="quiet small">{t('ballot.anonymous')}</p>
      {isOne && me.profile?.modality !== 'online' && <p class="quiet small">{t('ballot.hands')}</p>}
    </div>
  );
}

function hintOf(poll: PollView): string {
  if (poll.kind === 'dots') return t('ballot.dots_hint', { count: poll.dots });
  if (poll.kind === 'temperature') return t('ballot.single_hint');
  return t(`ballot.${poll.kind}_hint`);
}

interface Part {
  poll: PollView;
  ballot: BallotDraft;
  change: (next: BallotDraft) => void;
}

/** A wish shows at once, also while it waits for the line. */
function PickOne({ poll }: { poll: PollView }) {
  const { live } = useRoundtable();
  const chosen = waitingPick(poll, live.waiting.value) ?? poll.mine?.picks[0];
  return (
    <ul class="plain-list ballot-choices" data-kind={poll.kind} aria-describedby={`ballot-hint-${poll.poll}`}>
      {choicesOf(poll).map((choice, index) => {
        const command: Command = { type: 'poll.vote', data: { poll: poll.poll, choice: index } };
        const isChosen = chosen === index;
        return (
          <li key={choice}>
            <button
              type="button"
              class="button large ballot-choice"
              aria-pressed={isChosen}
              data-testid={`choice-${poll.poll}-${index}`}
              onClick={() => {
                if (!isChosen && live.check(command) === null) live.send(command);
              }}
            >
              <Words>{choice}</Words>
              {isChosen && <span class="chip">{t('ballot.chosen')}</span>}
            </button>
          </li>
        );
      })}
    </ul>
  );
}

function PickSeveral({ poll, ballot, change }: Part) {
  return (
    <ul class="plain-list ballot-choices">
      {choicesOf(poll).map((choice, index) => (
        <li key={choice}>
          <label class="check">
            <input
              type="checkbox"
              checked={ballot.picks.includes(index)}
              onChange={() => change(ticked(ballot, index))}
              data-testid={`choice-${poll.poll}-${index}`}
            />
            <Words>{choice}</Words>
          </label>
        </li>
      ))}
    </ul>
  );
}

function Rank({ poll, ballot, change }: Part) {
  const choices = choicesOf(poll);
  const left = choices.map((_, index) => index).filter((index) => !ballot.picks.includes(index));
  return (
    <>
      <h4>{t('ballot.ranked')}</h4>
      <ol class="ballot-ranking">
        {ballot.picks.map((pick, place) => (
          <li key={pick} class="split">
            <span>
              <strong class="clock">{place + 1}.</strong> <Words>{choices[pick]}</Words>
            </span>
            <span class="row">
              <StepButton
                sign="↑"
                label={t('ballot.up')}
                about={choices[pick] ?? ''}
                disabled={place === 0}
                press={() => change(ranked(ballot, pick, 'up'))}
              />
              <StepButton
                sign="↓"
                label={t('ballot.down')}
                about={choices[pick] ?? ''}
                disabled={place === ballot.picks.length - 1}
                press={() => change(ranked(ballot, pick, 'down'))}
              />
              <StepButton
                sign="×"
                label={t('ballot.leave_out')}
                about={choices[pick] ?? ''}
                disabled={false}
                press={() => change(ranked(ballot, pick, 'leave'))}
              />
            </span>
          </li>
        ))}
      </ol>
      {left.length > 0 && (
        <>
          <h4>{t('ballot.unranked')}</h4>
          <ul class="plain-list ballot-choices">
            {left.map((pick) => (
              <li key={pick} class="split">
                <Words>{choices[pick]}</Words>
                <Button
                  label={t('ballot.rank_it')}
                  about={choices[pick]}
                  press={() => change(ranked(ballot, pick, 'add'))}
                  testid={`rank-${poll.poll}-${pick}`}
                />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function PlaceDots({ poll, ballot, change }: Part) {
  const left = dotsLeft(poll, ballot);
  return (
    <>
      <p class="strong" role="status" data-testid={`dots-left-${poll.poll}`}>
        {t('ballot.dots_left', { count: left })}
      </p>
      <ul class="plain-list ruled">
        {choicesOf(poll).map((choice, index) => {
          const dots = ballot.dots[index] ?? 0;
          return (
            <li key={choice} class="split ballot-dots">
              <span>
                <Words>{choice}</Words>
                <span class="small quiet">
                  {' · '}
                  {t('ballot.dots_on', { count: dots })}
                </span>
              </span>
              <span class="row">
                <StepButton
                  sign="−"
                  label={t('ballot.dot_less')}
                  about={choice}
                  disabled={dots === 0}
                  press={() => change(withDot(poll, ballot, index, -1))}
                />
                <span class="dot-count clock" aria-hidden="true">
                  {dots}
                </span>
                <StepButton
                  sign="+"
                  label={t('ballot.dot_more')}
                  about={choice}
                  disabled={left <= 0}
                  press={() => change(withDot(poll, ballot, index, 1))}
                  testid={`dot-${poll.poll}-${index}`}
                />
              </span>
            </li>
          );
        })}
      </ul>
    </>
  );
}

interface StepProps {
  sign: string;
  label: string;
  about: string;
  disabled: boolean;
  press: () => void;
  testid?: string;
}

function StepButton({ sign, label, about, disabled, press, testid }: StepProps) {
  return (
    <button
      type="button"
      class="button plain step"
      aria-label={`${label}: ${about}`}
      title={label}
      aria-disabled={disabled}
      data-testid={testid}
      onClick={() => {
        if (!disabled) press();
      }}
    >
      {sign}
    </button>
  );
}

function WriteWords({ ballot, change }: Omit<Part, 'poll'>) {
  return (
    <div class="form">
      {ballot.texts.map((text, place) => (
        <TextField
          key={place}
          label={t('ballot.word', { number: place + 1 })}
          value={text}
          limit={characters.poll_word}
          change={(value) =>
            change({ ...ballot, texts: ballot.texts.map((each, index) => (index === place ? value : each)) })
          }
        />
      ))}
    </div>
  );
}

function Send({ poll, command, sent }: { poll: PollView; command: Command | null; sent: () => void }) {
  if (command === null) return <Button label={t('ballot.send')} kind="primary" press={() => undefined} disabled />;
  return (
    <ActionButton
      command={command}
      label={t(poll.mine === null ? 'ballot.send' : 'ballot.send_again')}
      kind="primary"
      sent={sent}
      testid={`send-ballot-${poll.poll}`}
    />
  );
}
