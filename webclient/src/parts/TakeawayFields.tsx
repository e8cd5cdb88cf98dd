import type { Signal } from '@preact/signals';
import { characters } from '@/core/limits';
import type { TakeawaysView } from '@/core/types';
import { t } from '@/text';
import { AreaField, TextField } from './Field';

interface Props {
  title: Signal<string>;
  body: Signal<string>;
  preset: TakeawaysView['preset'];
}

/** Lengths are a warning only: the report takes what was written. */
export function TakeawayFields({ title, body, preset }: Props) {
  return (
    <>
      <TextField
        label={t('desk.item_title')}
        hint={length(title.value, preset.title_characters)}
        value={title.value}
        change={(text) => {
          title.value = text;
        }}
        limit={characters.takeaway_title}
        required
      />
      <AreaField
        label={t('desk.item_body')}
        hint={length(body.value, preset.body_characters)}
        value={body.value}
        change={(text) => {
          body.value = text;
        }}
        limit={characters.takeaway_body}
        rows={4}
      />
    </>
  );
}

function length(text: string, most: number): string {
  const count = [...text].length;
  return count > most ? t('desk.too_long', { number: count, most }) : t('desk.length', { number: count, most });
}
