import '@/text/group_sentences';
import '@/style/breakout_place.css';
import type { TopicOffer } from '@/core/types';
import { t } from '@/text';
import { ActionButton } from './ActionButton';
import { useRoundtable } from './context';
import { draftNames } from './draft_names';
import { RankList } from './RankList';
import { reordered } from './ranking';

/** Topics to be ranked before groups are made. What is put in order is kept on the device until it is sent. */
export function TopicWishes({ offer }: { offer: TopicOffer }) {
  const { live, drafts } = useRoundtable();
  const draft = drafts.of(draftNames.topicWishes);
  const picks = picksOf(draft.value, offer);
  const isSent = picks.join() === offer.mine.join();
  const waits = live.waiting.value.some(({ command }) => command.type === 'breakout.rank');
  return (
    <section class="card strong ballot" aria-labelledby="wishes-title" data-testid="topic-wishes">
      <h2 id="wishes-title">{t('topic_wish.title')}</h2>
      <p class="hint">{t('topic_wish.hint')}</p>
      <RankList
        choices={offer.topics.map(nameOf)}
        picks={picks}
        change={(pick, act) => {
          draft.value = keptAs(reordered(picks, pick, act), offer);
        }}
        testid="wish"
      />
      {!isSent && (
        <ActionButton
          command={{ type: 'breakout.rank', data: { choices: picks } }}
          label={t(offer.mine.length > 0 ? 'topic_wish.send_again' : 'topic_wish.send')}
          kind="primary"
          sent={() => {
            draft.value = '';
          }}
          testid="send-wishes"
        />
      )}
      <p class="small" role="status" data-testid="wishes-state">
        {waits && live.connection.value !== 'live'
          ? t('topic_wish.waits')
          : offer.mine.length > 0 && isSent && t('topic_wish.sent')}
      </p>
      <p class="quiet small">{t('topic_wish.who_sees')}</p>
    </section>
  );
}

/** "Skills · 8 places". */
const nameOf = ({ title, capacity }: TopicOffer['topics'][number]): string =>
  capacity === null ? title : `${title} · ${t('topic_wish.places', { count: capacity })}`;

/** By title: staff may offer other topics while an order is being made. */
export const keptAs = (picks: readonly number[], { topics }: TopicOffer): string =>
  JSON.stringify(picks.flatMap((pick) => topics[pick]?.title ?? []));

/** As it was being put in order, else as it was sent. */
export function picksOf(kept: string, { topics, mine }: TopicOffer): number[] {
  if (kept === '') return mine;
  try {
    const titles: unknown = JSON.parse(kept);
    if (!Array.isArray(titles)) return mine;
    return titles.map((title) => topics.findIndex((topic) => topic.title === title)).filter((pick) => pick >= 0);
  } catch {
    return mine;
  }
}
