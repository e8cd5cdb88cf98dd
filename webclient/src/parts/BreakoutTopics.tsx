import { characters } from '@/core/limits';
import { t } from '@/text';
import { Button } from './Button';
import type { Topic } from './breakout_options';
import { TextField } from './Field';

interface Props {
  topics: Topic[];
  change: (topics: Topic[]) => void;
}

/** What the groups talk about, in their order; places only where not as many as come. */
export function BreakoutTopics({ topics, change }: Props) {
  const set = (index: number, changed: Partial<Topic>) =>
    change(topics.map((topic, at) => (at === index ? { ...topic, ...changed } : topic)));
  return (
    <details class="more" open={topics.length > 0}>
      <summary>{t('topic.title')}</summary>
      <ol class="plain-list stack">
        {topics.map((topic, index) => (
          <li key={index} class="breakout-topic">
            <TextField
              label={t('topic.of', { number: index + 1 })}
              value={topic.title}
              change={(title) => set(index, { title })}
              limit={characters.group_title}
            />
            <TextField
              label={t('topic.places')}
              value={topic.places}
              change={(places) => set(index, { places })}
              limit={4}
            />
            <Button
              label={t('jot.remove')}
              about={topic.title}
              press={() => change(topics.filter((_, at) => at !== index))}
            />
          </li>
        ))}
      </ol>
      <Button label={t('topic.add')} press={() => change([...topics, { title: '', places: '' }])} />
    </details>
  );
}
