import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface Props {
  label: string;
  hint?: string | undefined;
  children: (ids: { id: string; describedBy: string | undefined }) => ComponentChildren;
}

export function Field({ label, hint, children }: Props) {
  const id = useId();
  const hintId = `${id}-hint`;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint !== undefined && (
        <p class="hint" id={hintId}>
          {hint}
        </p>
      )}
      {children({ id, describedBy: hint === undefined ? undefined : hintId })}
    </div>
  );
}

interface TextProps {
  label: string;
  hint?: string | undefined;
  value: string;
  change: (value: string) => void;
  required?: boolean;
  type?: 'text' | 'password' | 'search';
  limit?: number;
  autocomplete?: string;
}

export function TextField(props: TextProps) {
  return (
    <Field label={props.label} hint={props.hint}>
      {({ id, describedBy }) => (
        <input
          id={id}
          type={(props.type ?? 'text') as 'text'}
          aria-describedby={describedBy}
          value={props.value}
          required={props.required}
          maxLength={props.limit ?? 200}
          autocomplete={props.autocomplete ?? 'off'}
          dir="auto"
          onInput={(event) => props.change(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

interface AreaProps extends Omit<TextProps, 'type' | 'autocomplete'> {
  limit: number;
  rows?: number;
}

export function AreaField(props: AreaProps) {
  return (
    <Field label={props.label} hint={props.hint}>
      {({ id, describedBy }) => (
        <textarea
          id={id}
          rows={props.rows ?? 3}
          aria-describedby={describedBy}
          value={props.value}
          required={props.required}
          maxLength={props.limit}
          dir="auto"
          onInput={(event) => props.change(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

interface ChoiceProps<T extends string> {
  label: string;
  hint?: string | undefined;
  value: T;
  choices: readonly (readonly [T, string])[];
  change: (value: T) => void;
}

export function ChoiceField<T extends string>(props: ChoiceProps<T>) {
  return (
    <Field label={props.label} hint={props.hint}>
      {({ id, describedBy }) => (
        <select
          id={id}
          aria-describedby={describedBy}
          value={props.value}
          onChange={(event) => props.change(event.currentTarget.value as T)}
        >
          {props.choices.map(([value, name]) => (
            <option key={value} value={value} selected={value === props.value}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
