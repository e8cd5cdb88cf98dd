import type { PollView } from '@/core/poll_types';
import { t } from '@/text';
import { PollChart } from './PollChart';
import { LiveChart } from './PollDesk';
import { AgreementWords, Answers, GroupBars, headsOf, resultRows } from './PollResults';
import { choicesOf, kindName, takesHands } from './poll_words';
import { Words } from './Words';

/** A poll over the whole of the room screen, to be read from the back row. */
export function DisplayPoll({ poll }: { poll: PollView }) {
  return (
    <section class="display-poll" aria-labelledby="display-poll-title" data-testid={`screen-poll-${poll.poll}`}>
      <p class="display-quiet">{kindName(poll.kind)}</p>
      <h2 id="display-poll-title" class="display-poll-title" data-long={poll.title.length > 90}>
        <Words>{poll.title}</Words>
      </h2>
      {poll.status === 'open' ? <Open poll={poll} /> : <Closed poll={poll} />}
    </section>
  );
}

function Open({ poll }: { poll: PollView }) {
  return (
    <>
      <p class="display-poll-count">{t('wall_poll.voted', { count: poll.votes ?? 0 })}</p>
      {poll.live_counts === null ? <Choices poll={poll} /> : <LiveChart poll={poll} />}
      {takesHands(poll.kind) && <p class="display-quiet">{t('wall_poll.hands')}</p>}
    </>
  );
}

/** What can be chosen, for those who look at the wall and not at a phone: they may show hands. */
function Choices({ poll }: { poll: PollView }) {
  const choices = choicesOf(poll);
  if (choices.length === 0) return null;
  return (
    <ul class="plain-list display-poll-choices" data-many={choices.length > 5}>
      {choices.map((choice) => (
        <li key={choice}>
          <Words>{choice}</Words>
        </li>
      ))}
    </ul>
  );
}

function Closed({ poll }: { poll: PollView }) {
  const { results } = poll;
  if (results === null) {
    return (
      <>
        <p class="display-poll-count">{t('wall_poll.closed')}</p>
        <p class="display-sub">{t('wall_poll.follows')}</p>
      </>
    );
  }
  const groups = results.breakdowns[0];
  return (
    <div class="display-poll-results" data-groups={groups !== undefined}>
      <div>
        {poll.kind === 'words' ? (
          <Answers results={results} />
        ) : (
          <PollChart caption={poll.title} heads={headsOf(poll)} rows={resultRows(poll, results).slice(0, 8)} />
        )}
        <p class="display-quiet">
          {t('results.people', { count: results.people })}
          {poll.kind === 'ranking' && ` · ${t('results.ranking_hint')}`}
        </p>
      </div>
      {groups !== undefined && poll.kind !== 'words' && (
        <div>
          <p class="display-quiet">
            {t('results.support')} · {t(`results_by.${groups.attribute}`)}
          </p>
          <GroupBars breakdown={groups} />
          <AgreementWords poll={poll} breakdown={groups} />
        </div>
      )}
    </div>
  );
}
