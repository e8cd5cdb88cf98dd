import type { Happening } from '@/link/happenings';
import { t } from '@/text';
import { policyName } from '@/text/policies';
import { useRoundtable } from './context';
import { groupWithTable } from './group_names';

/** One polite live region for events; running clocks are never read out. */
export function Announcer() {
  const { live } = useRoundtable();
  return (
    <div class="heard-only announcer" aria-live="polite" data-testid="announcer">
      {live.said.value.map(sentence).join(' ')}
    </div>
  );
}

function sentence(happening: Happening): string {
  switch (happening.what) {
    case 'phase':
      return t('heard.phase', { title: happening.title });
    case 'phase_left':
      return t('heard.phase_left', { count: happening.minutes });
    case 'speaks':
    case 'talk':
    case 'answers':
    case 'taken_back':
      return t(`heard.${happening.what}`, { name: happening.name });
    case 'mode':
      return t(`heard.mode_${happening.mode}`);
    case 'policy':
      return t('heard.policy', { name: policyName(happening.policy) });
    case 'on_screen':
      return t('heard.on_screen', { text: happening.text });
    case 'poll_opened':
    case 'poll_closed':
    case 'poll_published':
      return t(`heard.${happening.what}`, { title: happening.title });
    case 'announced':
      return t('heard.announced', { text: happening.text });
    case 'group_yours':
    case 'group_moved':
      return t(`heard.${happening.what}`, { group: groupWithTable(happening) });
    case 'groups_closing':
      return t('heard.groups_closing', { count: happening.seconds });
    case 'group_left':
      return t('heard.group_left', { count: happening.minutes });
    case 'group_told':
      return t('heard.group_told', { text: happening.text });
    case 'group_speaks':
    case 'group_help_comes':
      return t(`heard.${happening.what}`, { name: happening.name });
    case 'group_calls':
      return t('heard.group_calls', { number: happening.number });
    default:
      return t(`heard.${happening.what}`);
  }
}
