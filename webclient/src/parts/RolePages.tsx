import { signal } from '@preact/signals';
import type { Role } from '@/core/types';
import { t } from '@/text';
import { useView } from './context';

/** The page that somebody with several roles looks at; null: that of the first role. */
export const chosenPage = signal<Role | null>(null);

export function RolePages() {
  const { me } = useView();
  if (me.roles.length < 2) return null;
  const shown = chosenPage.value ?? me.role;
  return (
    <nav class="segments" aria-label={t('nav.pages')}>
      {me.roles.map((role) => (
        <button
          key={role}
          type="button"
          class="segment"
          aria-pressed={shown === role}
          onClick={() => {
            chosenPage.value = role;
          }}
        >
          {t(`role.${role}`)}
        </button>
      ))}
    </nav>
  );
}
