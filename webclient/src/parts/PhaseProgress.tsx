import { useEffect, useRef } from 'preact/hooks';
import type { PhaseView } from '@/core/types';

/** How much of a phase is gone. The length is set through the CSSOM: the content policy allows no style attributes. */
export function PhaseProgress({ phase, label }: { phase: PhaseView; label: string }) {
  const part = phase.planned_ms === 0 ? 100 : Math.min(100, Math.round((phase.elapsed_ms / phase.planned_ms) * 100));
  return (
    <div
      class="progress"
      role="progressbar"
      aria-label={label}
      aria-valuenow={part}
      aria-valuemin={0}
      aria-valuemax={100}
    >
      <Bar percent={part} />
    </div>
  );
}

export function Bar({ percent }: { percent: number }) {
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => bar.current?.style.setProperty('--part', `${percent}%`), [percent]);
  return <div ref={bar} class="bar" />;
}
