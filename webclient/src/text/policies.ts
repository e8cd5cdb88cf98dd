// The named orders of the queue.
import { t } from './index';

export const presets = ['first_come', 'new_voices', 'groups_in_balance', 'groups_in_balance_by_presence'] as const;
export type Preset = (typeof presets)[number];

const isPreset = (policy: string): policy is Preset => (presets as readonly string[]).includes(policy);

export const policyName = (policy: string): string => t(`policy.${isPreset(policy) ? policy : 'own'}`);
/** One line on what it does. */
export const policyHint = (policy: string): string => t(`policy_hint.${isPreset(policy) ? policy : 'own'}`);
