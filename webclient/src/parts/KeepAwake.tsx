import { signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { Awake } from '@/link/awake';
import { deviceStore } from '@/link/storage';
import { t } from '@/text';

const storeKey = 'roundtable:awake';
const awakeOn = signal(deviceStore.get(storeKey) !== 'off');

/** While this is drawn and `wanted`, the screen stays lit. */
export function useAwake(wanted: boolean, alone = false): void {
  const awake = useRef<Awake | null>(null);
  useEffect(() => {
    const made = new Awake(alone);
    awake.current = made;
    return () => made.stop();
  }, [alone]);
  useEffect(() => awake.current?.keep(wanted), [wanted, alone]);
}

/** For people's own devices, whose battery it costs: with a switch that the device remembers. */
export const useAwakeAsWished = (during: boolean): void => useAwake(during && awakeOn.value);

export function AwakeSwitch() {
  return (
    <label class="check small">
      <input
        type="checkbox"
        checked={awakeOn.value}
        onChange={(event) => {
          awakeOn.value = event.currentTarget.checked;
          deviceStore.set(storeKey, awakeOn.value ? 'on' : 'off');
        }}
        data-testid="awake"
      />
      {t('awake.switch')}
    </label>
  );
}
