interface StepProps {
  sign: string;
  label: string;
  about: string;
  disabled: boolean;
  press: () => void;
  testid?: string;
}

/** One step of what is counted or ordered. */
export function StepButton({ sign, label, about, disabled, press, testid }: StepProps) {
  return (
    <button
      type="button"
      class="button plain step"
      aria-label={`${label}: ${about}`}
      title={label}
      aria-disabled={disabled}
      data-testid={testid}
      onClick={() => {
        if (!disabled) press();
      }}
    >
      {sign}
    </button>
  );
}
