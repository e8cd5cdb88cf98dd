interface Props {
  /** Part that is left, 0 to 1. */
  left: number;
  state: 'good' | 'short' | 'over' | 'idle';
}

const radius = 90;
const around = 2 * Math.PI * radius;

/** The countdown as a shape, for those too far away to read the figures. */
export function Ring({ left, state }: Props) {
  const shown = Math.max(0, Math.min(1, left)) * around;
  return (
    <svg class="ring" data-state={state} viewBox="0 0 200 200" aria-hidden="true">
      <circle class="ring-track" cx="100" cy="100" r={radius} />
      <circle
        class="ring-left"
        cx="100"
        cy="100"
        r={radius}
        stroke-dasharray={`${shown} ${around}`}
        transform="rotate(-90 100 100)"
      />
    </svg>
  );
}
