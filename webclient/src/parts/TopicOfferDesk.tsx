import type { BreakoutDesk, PlannedTopic, TopicOffer } from '@/core/types';
import { t } from '@/text';
import { list } from '@/text/format';
import { ActionButton } from './ActionButton';

/** What people want to talk about, asked before groups are made: offered, counted, taken back. */
export function TopicOfferDesk({ offer, desk }: { offer: TopicOffer | null; desk: BreakoutDesk }) {
  if (offer === null) return <OfferTopics topics={desk.file_topics} fromFile />;
  const wanted = offer.topics.map((topic) => t('offer.first', { topic: topic.title, count: topic.first_choices }));
  return (
    <div class="card" data-testid="topic-offer">
      <p>
        <strong>{t('offer.open', { count: desk.wishes })}</strong>
      </p>
      <p class="quiet">{list(wanted)}</p>
      <ActionButton
        command={{ type: 'breakout.offer', data: { topics: [] } }}
        label={t('offer.take_back')}
        testid="stop-offer"
      />
    </div>
  );
}

interface OfferProps {
  topics: readonly PlannedTopic[];
  /** The session file's: the server has them. */
  fromFile?: boolean;
  sent?: (() => void) | undefined;
}

export function OfferTopics({ topics, fromFile, sent }: OfferProps) {
  if (topics.length < 2) return null;
  return (
    <ActionButton
      command={{ type: 'breakout.offer', data: fromFile ? {} : { topics: [...topics] } }}
      label={t('offer.ask')}
      {...(sent === undefined ? {} : { sent })}
      testid="offer-topics"
    />
  );
}
