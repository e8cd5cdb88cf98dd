import { t } from '@/text';
import { timeOfDay } from '@/text/format';
import { useView } from './context';
import { FloorTurn } from './FloorTurn';
import { Author } from './QuestionList';
import { markOfTurn } from './turn_words';
import { turnsHeard } from './turns_heard';
import { Words } from './Words';

/** What happens at the table, beside the desk: the rapporteur listens and never has to look elsewhere. */
export function LiveFeed() {
  const { questions } = useView();
  const asked = [...questions.by_votes, ...questions.settled].sort((a, b) => b.asked_at_ms - a.asked_at_ms);
  return (
    <section class="feed" aria-labelledby="feed-title">
      <h2 id="feed-title" class="eyebrow">
        {t('feed.title')}
      </h2>
      <FloorTurn />
      <h3>{t('evidence.turns')}</h3>
      <ul class="plain-list ruled small">
        {turnsHeard.value.slice(0, 12).map((turn) => (
          <li key={turn.turn} class="split">
            <Words>{turn.name}</Words>
            <span class="quiet">
              {markOfTurn(turn)} <span class="clock">{timeOfDay(turn.at_ms)}</span>
            </span>
          </li>
        ))}
      </ul>
      <h3>{t('evidence.questions')}</h3>
      <ul class="plain-list ruled small">
        {asked.map((question) => (
          <li key={question.question} data-testid={`question-${question.question}`}>
            <Words language={question.language}>{question.text}</Words>
            <p class="quiet">
              <Author question={question} /> · {t('vote.supporters', { count: question.votes ?? 0 })} ·{' '}
              {t(`question_status.${question.status}`)}
            </p>
            {question.answer !== undefined && <Words class="answer">{question.answer}</Words>}
          </li>
        ))}
      </ul>
    </section>
  );
}
