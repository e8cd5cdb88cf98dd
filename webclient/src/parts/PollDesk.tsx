import { useState } from 'preact/hooks';
import type { PollView } from '@/core/poll_types';
import { t } from '@/text';
import { percent } from '@/text/format';
import { ActionButton } from './ActionButton';
import { Button } from './Button';
import { useView } from './context';
import { PollBallot } from './PollBallot';
import { PollChart } from './PollChart';
import { PollForm } from './PollForm';
import { PollHands } from './PollHands';
import { PollResultsOf } from './PollResults';
import { PollWords } from './PollWords';
import { choicesOf, headsOfLive, kindName, sorted } from './poll_words';
import { Words } from './Words';

type Form = { poll: PollView; again: boolean } | 'new';

/** Prepare, open, close, publish: each act by itself, and what the core does not let this role do is not there. */
export function PollDesk() {
  const { polls, me, session } = useView();
  const [form, setForm] = useState<Form | null>(null);
  const mayMake = me.may.includes('poll.create') && session.status !== 'closed';
  const open = sorted(polls, 'open');
  const drafts = polls.filter((poll) => poll.status === 'draft');
  const closed = sorted(polls, 'closed');
  if (polls.length === 0 && !mayMake) return null;
  const again = (poll: PollView) => (mayMake ? () => setForm({ poll, again: true }) : undefined);
  return (
    <section class="panel poll-desk" aria-labelledby="poll-desk-title" data-testid="poll-desk">
      <div class="split">
        <h2 id="poll-desk-title" class="eyebrow">
          {t('poll.title')}
        </h2>
        {mayMake && <Button label={t('poll_desk.new')} press={() => setForm('new')} testid="new-poll" />}
      </div>
      {polls.length === 0 && <p class="hint">{t('poll_desk.none')}</p>}
      {open.map((poll) => (
        <OpenPoll key={poll.poll} poll={poll} />
      ))}
      <ul class="plain-list ruled">
        {drafts.map((poll) => (
          <Draft key={poll.poll} poll={poll} edit={() => setForm({ poll, again: false })} />
        ))}
      </ul>
      {closed.map((poll, place) => (
        <ClosedPoll key={poll.poll} poll={poll} isNewest={place === 0} again={again(poll)} />
      ))}
      {form !== null && (
        <PollForm
          poll={form === 'new' ? null : form.poll}
          isNew={form === 'new' || form.again}
          close={() => setForm(null)}
        />
      )}
    </section>
  );
}

function Head({ poll }: { poll: PollView }) {
  return (
    <p class="poll-head">
      <span class="chip">{t(poll.published ? 'poll_status.published' : `poll_status.${poll.status}`)}</span>
      <span class="quiet small">{kindName(poll.kind)}</span>
      <Words class="strong">{poll.title}</Words>
    </p>
  );
}

function ShowOnWall({ poll }: { poll: PollView }) {
  return (
    <ActionButton
      command={{ type: 'poll.show', data: { poll: poll.on_screen ? null : poll.poll } }}
      label={t(poll.on_screen ? 'poll_desk.take_down' : 'poll_desk.show')}
      about={poll.title}
      testid={`show-poll-${poll.poll}`}
    />
  );
}

function Draft({ poll, edit }: { poll: PollView; edit: () => void }) {
  const { me } = useView();
  const data = { poll: poll.poll };
  return (
    <li class="poll-row" data-testid={`desk-poll-${poll.poll}`}>
      <Head poll={poll} />
      <div class="row">
        <ActionButton
          command={{ type: 'poll.open', data }}
          label={t('poll_desk.open')}
          about={poll.title}
          kind="primary"
          testid={`open-poll-${poll.poll}`}
        />
        {me.may.includes('poll.edit') && <Button label={t('button.edit')} about={poll.title} press={edit} />}
        <ActionButton command={{ type: 'poll.drop', data }} label={t('poll_desk.drop')} about={poll.title} />
      </div>
    </li>
  );
}

function OpenPoll({ poll }: { poll: PollView }) {
  const { me } = useView();
  return (
    <article class="card strong poll-row" data-testid={`desk-poll-${poll.poll}`}>
      <Head poll={poll} />
      <p>
        <strong data-testid={`votes-${poll.poll}`}>{t('poll_desk.votes', { count: poll.votes ?? 0 })}</strong>{' '}
        {!poll.live && <span class="quiet small">{t('poll_desk.hidden')}</span>}
      </p>
      <LiveChart poll={poll} />
      <div class="row">
        <ActionButton
          command={{ type: 'poll.close', data: { poll: poll.poll } }}
          label={t('poll_desk.close')}
          about={poll.title}
          kind="primary"
          testid={`close-poll-${poll.poll}`}
        />
        <ShowOnWall poll={poll} />
      </div>
      <PollHands poll={poll} />
      {me.may.includes('poll.vote') && (
        <details class="more">
          <summary>{t('poll_desk.own')}</summary>
          <PollBallot poll={poll} />
        </details>
      )}
    </article>
  );
}

/** As it stands, where staff want it seen. */
export function LiveChart({ poll }: { poll: PollView }) {
  const counts = poll.live_counts;
  if (counts === null) return null;
  const all = Math.max(1, poll.kind === 'dots' ? counts.reduce((sum, count) => sum + count, 0) : (poll.votes ?? 0));
  const rows = choicesOf(poll).map((name, index) => {
    const count = counts[index] ?? 0;
    const share = Math.min(100, Math.round((count / all) * 100));
    return { name, percent: share, figures: [t('results.count_and_share', { count, share: percent(share) })] };
  });
  return <PollChart caption={poll.title} heads={headsOfLive(poll)} rows={rows} testid={`live-${poll.poll}`} />;
}

interface ClosedProps {
  poll: PollView;
  isNewest: boolean;
  again: (() => void) | undefined;
}

function ClosedPoll({ poll, isNewest, again }: ClosedProps) {
  const data = { poll: poll.poll };
  return (
    <details class="poll-row more" open={isNewest} data-testid={`desk-poll-${poll.poll}`}>
      <summary>
        <Head poll={poll} />
      </summary>
      <div class="row">
        {poll.published ? (
          <ActionButton
            command={{ type: 'poll.unpublish', data }}
            label={t('poll_desk.unpublish')}
            about={poll.title}
            testid={`unpublish-poll-${poll.poll}`}
          />
        ) : (
          <ActionButton
            command={{ type: 'poll.publish', data }}
            label={t('poll_desk.publish')}
            about={poll.title}
            kind="primary"
            testid={`publish-poll-${poll.poll}`}
          />
        )}
        <ShowOnWall poll={poll} />
        {again !== undefined && <Button label={t('poll_desk.again')} about={poll.title} press={again} />}
      </div>
      {!poll.published && <p class="hint">{t('poll_desk.not_published')}</p>}
      <PollWords poll={poll} />
      <PollResultsOf poll={poll} />
      <PollHands poll={poll} />
    </details>
  );
}
