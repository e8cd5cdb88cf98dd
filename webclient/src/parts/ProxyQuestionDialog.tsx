import { useState } from 'preact/hooks';
import { characters } from '@/core/limits';
import type { PersonView } from '@/core/types';
import { t } from '@/text';
import { languageName } from '@/text/format';
import { useRoundtable, useView } from './context';
import { Dialog } from './Dialog';
import { draftNames } from './draft_names';
import { AreaField, ChoiceField } from './Field';
import { likelyLanguages } from './written_in';

export function ProxyQuestionDialog({ person, close }: { person: PersonView; close: () => void }) {
  const { live, drafts } = useRoundtable();
  const choices = [...new Set([...person.languages, ...likelyLanguages(useView())])];
  const [language, setLanguage] = useState(choices[0] ?? 'en');
  const draft = drafts.of(draftNames.proxyQuestion(person.person));
  const ask = (event: Event) => {
    event.preventDefault();
    const text = draft.value.trim();
    if (text === '') return;
    live.send({ type: 'question.ask', data: { text, language, for: person.person } });
    draft.value = '';
    close();
  };
  return (
    <Dialog title={t('steward.ask_title', { name: person.name })} close={close}>
      <form class="form" onSubmit={ask}>
        <AreaField
          label={t('ask.label')}
          value={draft.value}
          change={(text) => {
            draft.value = text;
          }}
          limit={characters.question}
          required
        />
        <ChoiceField
          label={t('ask.language')}
          value={language}
          choices={choices.map((tag) => [tag, languageName(tag)] as const)}
          change={setLanguage}
        />
        <button type="submit" class="button primary">
          {t('ask.send')}
        </button>
      </form>
    </Dialog>
  );
}
