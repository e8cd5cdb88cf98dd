import { useRef, useState } from 'preact/hooks';
import type { Ms, View } from '@/core/types';
import { t } from '@/text';
import { policyHint, policyName, presets } from '@/text/policies';
import { ActionButton } from './ActionButton';
import { Button } from './Button';
import { useView } from './context';
import { Dialog } from './Dialog';

/** The order by its name and by its rules, so that nobody has to guess what the queue does. */
export function PolicyLine() {
  const { floor, me, session } = useView();
  const [choosing, setChoosing] = useState(false);
  const taken = floor.rules.filter(
    ({ rule }) =>
      (rule !== 'point_of_order_first' || floor.kinds.includes('point_of_order')) &&
      (rule !== 'reply_first' || floor.kinds.includes('reply')),
  );
  const rules = taken.map((rule) =>
    rule.by === undefined
      ? t(`rule.${rule.rule}`)
      : t('rule.by', { rule: t(`rule.${rule.rule}`), attribute: t(`shares.${rule.by}`) }),
  );
  return (
    <div class="split policy">
      <p class="quiet small" data-testid="policy">
        <strong>{policyName(floor.policy)}</strong> · {t('floor.policy', { rules: rules.join(' → ') })}
      </p>
      {me.may.includes('floor.policy') && session.status !== 'closed' && (
        <Button label={t('policy.change')} press={() => setChoosing(true)} testid="policy-change" />
      )}
      {choosing && <PolicyDialog close={() => setChoosing(false)} />}
    </div>
  );
}

function PolicyDialog({ close }: { close: () => void }) {
  const { floor } = useView();
  return (
    <Dialog title={t('policy.title')} close={close} wide>
      <p class="quiet">{t('policy.hint')}</p>
      <ul class="plain-list ruled">
        {presets.map((preset) => (
          <li key={preset} class="split">
            <div>
              <strong>{policyName(preset)}</strong>
              <p class="quiet small">{policyHint(preset)}</p>
            </div>
            {floor.policy === preset ? (
              <span class="quiet small">{t('policy.holds')}</span>
            ) : (
              <ActionButton
                command={{ type: 'floor.policy', data: { policy: preset } }}
                label={t('policy.choose')}
                about={policyName(preset)}
                sent={close}
              />
            )}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

/** The name alone, for those who wait or might. */
export function PolicyName() {
  return (
    <p class="quiet small" data-testid="policy">
      {t('policy.order', { name: policyName(useView().floor.policy) })}
    </p>
  );
}

export interface SeenPolicy {
  policy: string;
  /** Room time at which this page saw it change; null: it holds since the page was opened. */
  changedAt: Ms | null;
}

const newsFor: Ms = 30_000;

export function seePolicy(seen: SeenPolicy, view: View): SeenPolicy {
  return view.floor.policy === seen.policy ? seen : { policy: view.floor.policy, changedAt: view.now_ms };
}

export const isNews = (seen: SeenPolicy, now: Ms): boolean => seen.changedAt !== null && now - seen.changedAt < newsFor;

/** For half a minute: another order holds, and what it does. */
export function PolicyNotice({ kind }: { kind: 'page' | 'display' }) {
  const view = useView();
  const seen = useRef<SeenPolicy>({ policy: view.floor.policy, changedAt: null });
  seen.current = seePolicy(seen.current, view);
  if (!isNews(seen.current, view.now_ms) || view.session.status === 'closed') return null;
  const words = t('policy.changed', { name: policyName(view.floor.policy) });
  if (kind === 'display') {
    return (
      <p class="display-announcement" data-testid="policy-notice">
        {words}
      </p>
    );
  }
  return (
    <p class="announcement" data-testid="policy-notice">
      <strong>{words}</strong> {policyHint(view.floor.policy)}
    </p>
  );
}
