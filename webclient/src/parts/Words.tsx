import type { ComponentChildren } from 'preact';

interface Props {
  /** The language that its writer wrote in; unknown where none was told. */
  language?: string | undefined;
  class?: string;
  children: ComponentChildren;
}

/** Words that a person wrote: in their own language and direction, whatever the page's. */
export function Words({ language, class: name, children }: Props) {
  return (
    <span class={name} lang={language ?? ''} dir="auto">
      {children}
    </span>
  );
}
