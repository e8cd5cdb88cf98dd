import { t } from '@/text';
import { clashSentences } from '@/text/clashes';
import { Button } from './Button';
import { useRoundtable, useView } from './context';

/** Why the last plan could not be made: each wish that stands against another, by name. */
export function PlanClashes() {
  const { live } = useRoundtable();
  const { people } = useView();
  const refused = live.notices.value.filter((notice) => notice.command.type === 'breakout.plan').at(-1);
  if (refused === undefined || refused.message === undefined) return null;
  const nameOf = (id: number): string => people.find((person) => person.person === id)?.name ?? String(id);
  const clashes = clashSentences(refused.message, nameOf);
  if (clashes.length === 0) return null;
  return (
    <section class="conflict" role="alert" data-testid="plan-clashes">
      <p>
        <strong>{t('clash.title')}</strong>
      </p>
      <ul>
        {clashes.map((clash) => (
          <li key={clash}>{clash}</li>
        ))}
      </ul>
      <div class="row">
        <Button label={t('button.dismiss_notice')} press={() => live.dismiss(refused.key)} />
      </div>
    </section>
  );
}
