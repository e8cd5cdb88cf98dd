import { useEffect } from 'preact/hooks';
import type { Facts, JoinAnswer, Problem } from '@/link/api';
import { askUntilLetIn } from '@/link/waiting_room';
import { Words } from '@/parts/Words';
import { t } from '@/text';
import { dateAndTime } from '@/text/format';

interface Props {
  facts: Facts;
  name: string;
  ask: () => Promise<JoinAnswer>;
  joined: (answer: JoinAnswer) => void;
  refused: (problem: Problem) => void;
}

const later = (delay: number, call: () => void) => {
  const timer = setTimeout(call, delay);
  return () => clearTimeout(timer);
};

/** Asked to join, not in yet. */
export function WaitingPage({ facts, name, ask, joined, refused }: Props) {
  useEffect(() => askUntilLetIn({ ask, joined, refused, later, random: Math.random }), [facts.id]);
  return (
    <main class="narrow message" aria-live="polite" data-testid="waiting-room">
      <p class="eyebrow">
        <Words>{facts.title}</Words>
      </p>
      <h1>{t('join.waiting')}</h1>
      <p>{t('join.waiting_hint', { name })}</p>
      <p class="quiet">{dateAndTime(new Date(facts.starts_at).getTime())}</p>
    </main>
  );
}
