import type { View } from '@/core/types';
import { t } from '@/text';
import { languageName } from '@/text/format';
import { useView } from './context';
import { PersonName } from './Person';
import { TypedMark } from './ReadAloud';
import { talksComeNext } from './talks';
import { nextVoices, type Voice } from './voices';
import { Words } from './Words';

/** For those who interpret and caption: who speaks next, how the name is said, in which language; and what is on screen. */
export function NextVoices() {
  const view = useView();
  const voices = nextVoices(view, talksComeNext(view));
  return (
    <section class="card" aria-labelledby="next-voices" data-testid="next-voices">
      <h2 id="next-voices" class="eyebrow">
        {t('helpers.title')}
      </h2>
      {voices.length === 0 && <p class="quiet">{t('helpers.nobody')}</p>}
      <ol class="plain-list ruled">
        {voices.map((voice) => (
          <VoiceRow key={voice.key} voice={voice} />
        ))}
      </ol>
      <QuestionOnScreen view={view} />
    </section>
  );
}

function VoiceRow({ voice }: { voice: Voice }) {
  return (
    <li data-testid={voice.key}>
      <p class="large-name">
        <PersonName name={voice.name} group={voice.stakeholder_group} />
        {voice.hand === undefined ? <span class="chip">{t('helpers.talk')}</span> : <TypedMark hand={voice.hand} />}
      </p>
      <p>
        {voice.said_as !== undefined && <strong>{t('helpers.said_as', { name: voice.said_as })} · </strong>}
        {voice.language === undefined
          ? t('helpers.language_unknown')
          : t('helpers.speaks', { language: languageName(voice.language) })}
      </p>
    </li>
  );
}

function QuestionOnScreen({ view }: { view: View }) {
  const question = view.questions.on_screen;
  if (question === null) return null;
  return (
    <div data-testid="helpers-question">
      <h3 class="eyebrow">
        {t('helpers.question')} · {languageName(question.language)}
      </h3>
      <p>
        <Words language={question.language}>{question.text}</Words>
      </p>
    </div>
  );
}
