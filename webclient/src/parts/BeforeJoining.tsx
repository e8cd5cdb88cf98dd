import { t } from '@/text';

const points = [
  'before.stored',
  'before.staff_see',
  'before.all_see',
  'before.votes',
  'before.anonymous',
  'before.device',
  'before.stream',
  'before.how_long',
] as const;

/** What is stored, who sees it, how long, and that there may be a stream: short, and in full for who wants to know. */
export function BeforeJoining() {
  return (
    <section class="before-joining" aria-label={t('before.title')} data-testid="before-joining">
      <p class="hint">{t('before.short')}</p>
      <details class="more small">
        <summary>{t('before.title')}</summary>
        <ul>
          {points.map((key) => (
            <li key={key}>{t(key)}</li>
          ))}
        </ul>
      </details>
      <p class="hint">
        <a href={t('before.conduct_address')} target="_blank" rel="noreferrer">
          {t('before.conduct')}
        </a>
      </p>
    </section>
  );
}
