import { characters } from '@/core/limits';
import '@/style/typed.css';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { HandKind, HandView, PersonView } from '@/core/types';
import { t } from '@/text';
import { languageName } from '@/text/format';
import { Button } from './Button';
import { useRoundtable, useView } from './context';
import { Dialog } from './Dialog';
import { draftNames } from './draft_names';
import { AreaField, ChoiceField } from './Field';
import { Words } from './Words';
import { likelyLanguages } from './written_in';

interface FormProps {
  draft: string;
  label: string;
  languages: string[];
  submit: string;
  send: (text: string, language: string) => void;
  children?: JSX.Element;
}

/** Words to be read aloud; what is typed stays on the device until it is sent. */
function WordsForm({ draft: name, label, languages, submit, send, children }: FormProps) {
  const draft = useRoundtable().drafts.of(name);
  const [language, setLanguage] = useState(languages[0] ?? 'en');
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        const text = draft.value.trim();
        if (text === '') return;
        send(text, language);
        draft.value = '';
      }}
    >
      <AreaField
        label={label}
        value={draft.value}
        limit={characters.hand_text}
        rows={4}
        change={(text) => {
          draft.value = text;
        }}
        required
      />
      {languages.length > 1 && (
        <ChoiceField
          label={t('typed.language')}
          value={language}
          choices={languages.map((tag) => [tag, languageName(tag)] as const)}
          change={setLanguage}
        />
      )}
      <div class="row">
        <button type="submit" class="button primary">
          {submit}
        </button>
        {children}
      </div>
    </form>
  );
}

/** Begins with what the hand says, unless something is being written already. */
function useWordsOf(name: string, hand: HandView | undefined): () => void {
  const draft = useRoundtable().drafts.of(name);
  return () => {
    if (draft.value === '' && hand?.text !== undefined) draft.value = hand.text;
  };
}

/** Instead of speaking: the hand goes up with its words. */
export function TypeWithHand({ kind }: { kind: HandKind }) {
  const { live } = useRoundtable();
  const view = useView();
  if (live.check({ type: 'hand.raise', data: { kind } }) !== null) return null;
  return (
    <details class="more" data-testid="type-with-hand">
      <summary>{t('typed.write')}</summary>
      <p class="hint">{t('typed.write_hint')}</p>
      <WordsForm
        draft={draftNames.handText}
        label={t('typed.words')}
        languages={likelyLanguages(view)}
        submit={t('typed.raise')}
        send={(text, language) => live.send({ type: 'hand.raise', data: { kind, text, language } })}
      />
    </details>
  );
}

/** For interpreters, where it is another than the profile's first. */
export function SpokenLanguage({ language, choose }: { language: string; choose: (language: string) => void }) {
  const choices = likelyLanguages(useView());
  if (choices.length < 2) return null;
  return (
    <ChoiceField
      label={t('typed.will_speak')}
      value={language}
      choices={[['', t('typed.as_in_profile')] as const, ...choices.map((tag) => [tag, languageName(tag)] as const)]}
      change={choose}
    />
  );
}

/** The own hand's words while it waits: seen, changed, taken out, or put in after all. */
export function TypedHandWords({ hand }: { hand: HandView }) {
  const { live } = useRoundtable();
  const view = useView();
  const begin = useWordsOf(draftNames.handTextOf(hand.hand), hand);
  const [open, setOpen] = useState(false);
  const data = { hand: hand.hand };
  const languages = [...new Set([...(hand.language === undefined ? [] : [hand.language]), ...likelyLanguages(view)])];
  return (
    <div class="own-words" data-testid="own-words">
      {hand.typed && !open && (
        <>
          <p>{t('typed.yours')}</p>
          <blockquote class="typed-words">
            <Words language={hand.language}>{hand.text ?? ''}</Words>
          </blockquote>
        </>
      )}
      {open ? (
        <WordsForm
          draft={draftNames.handTextOf(hand.hand)}
          label={t('typed.words')}
          languages={languages}
          submit={t('button.save')}
          send={(text, language) => {
            live.send({ type: 'hand.text', data: { ...data, text, language } });
            setOpen(false);
          }}
        >
          <Button label={t('button.close')} press={() => setOpen(false)} />
        </WordsForm>
      ) : (
        <div class="row">
          <Button
            label={hand.typed ? t('typed.change') : t('typed.add')}
            press={() => {
              begin();
              setOpen(true);
            }}
          />
          {hand.typed && <Button label={t('typed.clear')} press={() => void live.send({ type: 'hand.text', data })} />}
        </div>
      )}
    </div>
  );
}

/** A hand with words for somebody without a device, or for one whom a moderator acts for. */
export function ProxyHandDialog({ person, close }: { person: PersonView; close: () => void }) {
  const { live } = useRoundtable();
  const view = useView();
  const hand = view.floor.queue.find((waiting) => waiting.person === person.person);
  const begin = useWordsOf(draftNames.proxyHand(person.person), hand);
  useState(begin);
  return (
    <Dialog title={t('typed.proxy_title', { name: person.name })} close={close}>
      <p class="hint">{t('typed.proxy_hint')}</p>
      <WordsForm
        draft={draftNames.proxyHand(person.person)}
        label={t('typed.words_of', { name: person.name })}
        languages={[...new Set([...person.languages, ...likelyLanguages(view)])]}
        submit={hand === undefined ? t('typed.raise') : t('button.save')}
        send={(text, language) => {
          if (hand === undefined) {
            live.send({ type: 'hand.raise', data: { kind: 'intervention', for: person.person, text, language } });
          } else {
            live.send({ type: 'hand.text', data: { hand: hand.hand, text, language } });
          }
          close();
        }}
      />
    </Dialog>
  );
}
