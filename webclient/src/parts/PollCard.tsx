import '@/text/poll_sentences';
import type { PollView } from '@/core/poll_types';
import { t } from '@/text';
import { useView } from './context';
import { PollBallot } from './PollBallot';
import { PollResultsOf } from './PollResults';
import { kindName, sorted } from './poll_words';
import { Words } from './Words';

/** First on the page while there is something to vote on, or while the room looks at a result. */
export function PollCards() {
  const { polls, session } = useView();
  const open = session.status === 'closed' ? [] : sorted(polls, 'open');
  const closed = sorted(polls, 'closed').filter((poll) => poll.on_screen || (!poll.published && open.length === 0));
  return (
    <>
      {open.map((poll) => (
        <PollCard key={poll.poll} poll={poll} />
      ))}
      {closed.slice(0, 1).map((poll) => (
        <PollCard key={poll.poll} poll={poll} />
      ))}
    </>
  );
}

function PollCard({ poll }: { poll: PollView }) {
  const heading = `poll-title-${poll.poll}`;
  const isOpen = poll.status === 'open';
  return (
    <section
      class={isOpen ? 'card strong poll-card' : 'card poll-card'}
      aria-labelledby={heading}
      data-testid={`poll-${poll.poll}`}
    >
      <p class="eyebrow">
        {isOpen ? t('ballot.now') : t('poll.title')} · {kindName(poll.kind)}
      </p>
      <h2 id={heading} class="poll-title">
        <Words>{poll.title}</Words>
      </h2>
      {isOpen && <PollBallot poll={poll} />}
      {poll.status === 'closed' && poll.results === null && <p class="quiet">{t('ballot.closed')}</p>}
      <PollResultsOf poll={poll} />
    </section>
  );
}

/** What was published, for those who look back. */
export function PublishedPolls() {
  const { polls } = useView();
  const published = sorted(polls, 'closed').filter(
    (poll) => poll.published && poll.results !== null && !poll.on_screen,
  );
  if (published.length === 0) return null;
  return (
    <section class="card" aria-labelledby="published-polls" data-testid="published-polls">
      <h2 id="published-polls" class="eyebrow">
        {t('poll.title')}
      </h2>
      {published.map((poll, place) => (
        <details key={poll.poll} class="more" open={place === 0}>
          <summary>
            <Words>{poll.title}</Words>
          </summary>
          <PollResultsOf poll={poll} />
        </details>
      ))}
    </section>
  );
}
