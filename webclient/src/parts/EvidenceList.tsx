import { useState } from 'preact/hooks';
import type { TakeawayView } from '@/core/types';
import { t } from '@/text';
import { countdown, timeOfDay } from '@/text/format';
import { ActionButton } from './ActionButton';
import { Button } from './Button';
import { useView } from './context';
import { Dialog } from './Dialog';
import { evidenceOf, evidenceWords } from './evidence_words';
import { NotesAsEvidence } from './NotesAsEvidence';
import { PollsAsEvidence } from './PollsAsEvidence';
import { StillList, StillNews, useStill } from './StillList';
import { markOfTurn } from './turn_words';
import { turnsHeard } from './turns_heard';
import { Words } from './Words';

/** What an item rests on: questions asked and turns spoken. */
export function EvidenceList({ item }: { item: TakeawayView }) {
  const { final_report } = useView();
  const [adding, setAdding] = useState(false);
  return (
    <div class="evidence">
      <ul class="plain-list small">
        {item.evidence.map((piece) => {
          const evidence = evidenceOf(piece);
          const { kind, words } = evidenceWords(piece);
          return (
            <li key={JSON.stringify(evidence)} class="split">
              <span>
                {kind} <Words>{words}</Words>
              </span>
              <ActionButton
                command={{ type: 'takeaway.unlink', data: { item: item.item, evidence } }}
                label={t('evidence.unlink')}
                about={words || kind}
              />
            </li>
          );
        })}
      </ul>
      {item.evidence.length === 0 && <p class="hint">{t('evidence.none')}</p>}
      <Button
        label={t('evidence.add')}
        about={item.title}
        press={() => setAdding(true)}
        disabled={final_report !== null}
        reason={t('final.desk_closed')}
      />
      {adding && <EvidencePicker item={item} close={() => setAdding(false)} />}
    </div>
  );
}

function EvidencePicker({ item, close }: { item: TakeawayView; close: () => void }) {
  const view = useView();
  const linked = new Set(
    item.evidence.map((piece) =>
      'question' in piece ? `q${piece.question}` : 'turn' in piece ? `t${piece.turn}` : '',
    ),
  );
  const questions = [...view.questions.by_votes, ...view.questions.settled];
  const turns = turnsHeard.value.filter((turn) => !turn.undone && !turn.unspoken);
  const stillTurns = useStill(turns, (turn) => turn.turn);
  const stillQuestions = useStill(questions, (question) => question.question);
  return (
    <Dialog title={t('evidence.title')} close={close} wide>
      <div class="split still-head">
        <h3>{t('evidence.turns')}</h3>
        <StillNews still={stillTurns} />
      </div>
      <StillList still={stillTurns} class="plain-list ruled">
        {(turn) => (
          <li class="split">
            <span>
              <Words>{turn.name}</Words>
              <span class="quiet small clock">
                {' · '}
                {timeOfDay(turn.at_ms)}
                {turn.elapsed_ms !== undefined && ` · ${countdown(turn.elapsed_ms)}`}
                {markOfTurn(turn) !== '' && ` · ${markOfTurn(turn)}`}
              </span>
            </span>
            {linked.has(`t${turn.turn}`) ? (
              <span class="quiet small">{t('evidence.linked')}</span>
            ) : (
              <ActionButton
                command={{ type: 'takeaway.link', data: { item: item.item, evidence: { turn: turn.turn } } }}
                label={t('evidence.link')}
                about={turn.name}
              />
            )}
          </li>
        )}
      </StillList>
      {turns.length === 0 && <p class="quiet">{t('evidence.no_turns')}</p>}
      <div class="split still-head">
        <h3>{t('evidence.questions')}</h3>
        <StillNews still={stillQuestions} />
      </div>
      <StillList still={stillQuestions} class="plain-list ruled">
        {(question) => (
          <li class="split">
            <Words language={question.language}>{question.text}</Words>
            {linked.has(`q${question.question}`) ? (
              <span class="quiet small">{t('evidence.linked')}</span>
            ) : (
              <ActionButton
                command={{
                  type: 'takeaway.link',
                  data: { item: item.item, evidence: { question: question.question } },
                }}
                label={t('evidence.link')}
                about={question.text}
              />
            )}
          </li>
        )}
      </StillList>
      {questions.length === 0 && <p class="quiet">{t('questions.none')}</p>}
      <PollsAsEvidence item={item} />
      <NotesAsEvidence item={item} />
    </Dialog>
  );
}
