import { useState } from 'preact/hooks';
import type { BreakoutDesk } from '@/core/types';
import { askForPlan } from '@/link/group_plan';
import { t } from '@/text';
import { BreakoutPeople } from './BreakoutPeople';
import { BreakoutTopics } from './BreakoutTopics';
import { Button } from './Button';
import {
  attributeUses,
  type BreakoutOptions,
  breakoutAttributes,
  breakoutModes,
  faultsOf,
  optionsOf,
  planOf,
} from './breakout_options';
import { attributeName } from './breakout_words';
import { useRoundtable } from './context';
import { Dialog } from './Dialog';
import { ChoiceField, TextField } from './Field';
import { keptOptions } from './kept_options';

/** All that can be wished of groups. Nothing is moved by it: it makes the plan that is shown next. */
export function BreakoutOptionsDialog({ desk, close }: { desk: BreakoutDesk; close: () => void }) {
  const { live } = useRoundtable();
  const [options, setOptions] = useState(keptOptions.value ?? optionsOf(desk.suggested));
  const set = (changed: Partial<BreakoutOptions>) => setOptions({ ...options, ...changed });
  const faults = faultsOf(options, desk.suggested.people);
  const plan = (event: Event) => {
    event.preventDefault();
    if (faults.length > 0) return;
    keptOptions.value = options;
    askForPlan(live, planOf(options));
    close();
  };
  return (
    <Dialog title={t('breakout.options_title')} close={close} wide>
      <form class="form" onSubmit={plan}>
        <ChoiceField
          label={t('breakout.mode')}
          hint={t(`breakout_mode_hint.${options.mode}`)}
          value={options.mode}
          choices={breakoutModes.map((mode) => [mode, t(`breakout_mode.${mode}`)] as const)}
          change={(mode) => set({ mode })}
        />
        <Numbers options={options} set={set} />
        {options.mode === 'balanced' && <Attributes options={options} set={set} />}
        <label class="check">
          <input
            type="checkbox"
            checked={options.separate}
            onChange={(event) => set({ separate: event.currentTarget.checked })}
          />
          {t('breakout.separate')}
        </label>
        <TextField
          label={t('breakout.tables')}
          hint={t('breakout.tables_hint')}
          value={options.tables}
          change={(tables) => set({ tables })}
        />
        <BreakoutTopics topics={options.topics} change={(topics) => set({ topics })} />
        <BreakoutPeople options={options} set={set} />
        {faults.map((fault) => (
          <p key={fault} class="fault" role="alert">
            {t(`option_fault.${fault}`, { count: desk.suggested.people })}
          </p>
        ))}
        <div class="row">
          <button
            type="submit"
            class="button primary"
            aria-disabled={faults.length > 0}
            data-testid="plan-with-options"
          >
            {t('breakout.plan')}
          </button>
          <Button label={t('breakout.as_suggested')} press={() => setOptions(optionsOf(desk.suggested))} />
        </div>
      </form>
    </Dialog>
  );
}

interface PartProps {
  options: BreakoutOptions;
  set: (changed: Partial<BreakoutOptions>) => void;
}

function Numbers({ options, set }: PartProps) {
  return (
    <div class="breakout-numbers">
      <ChoiceField
        label={t('breakout.by')}
        value={options.by}
        choices={[
          ['count', t('breakout.by_count')],
          ['size', t('breakout.by_size')],
        ]}
        change={(by) => set({ by })}
      />
      <TextField
        label={t(options.by === 'count' ? 'breakout.by_count' : 'breakout.by_size')}
        value={options.number}
        change={(number) => set({ number })}
        limit={4}
      />
      <TextField
        label={t('breakout.rounds_label')}
        value={options.rounds}
        change={(rounds) => set({ rounds })}
        limit={2}
      />
    </div>
  );
}

function Attributes({ options, set }: PartProps) {
  return (
    <fieldset class="choices">
      <legend>{t('breakout.attributes')}</legend>
      <p class="hint">{t('breakout.attributes_hint')}</p>
      <div class="breakout-attributes">
        {breakoutAttributes.map((by) => (
          <ChoiceField
            key={by}
            label={attributeName(by)}
            value={options.uses[by]}
            choices={attributeUses.map((use) => [use, t(`attribute_use.${use}`)] as const)}
            change={(use) => set({ uses: { ...options.uses, [by]: use } })}
          />
        ))}
      </div>
    </fieldset>
  );
}
