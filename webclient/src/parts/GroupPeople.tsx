import type { GroupRole, OwnGroup } from '@/core/types';
import { t } from '@/text';
import { list } from '@/text/format';
import { modalityName } from '@/text/reasons';
import { ActionButton } from './ActionButton';
import { useView } from './context';
import { Words } from './Words';

/** Who is here, who hosts and who reports; one tap takes a role. */
export function GroupPeople({ inside }: { inside: OwnGroup }) {
  const { breakouts } = useView();
  const known = inside.people.filter((person) => person.name !== '');
  const unnamed = inside.people.length - known.length;
  const listening = known.filter((person) => person.listening);
  return (
    <section class="card" aria-labelledby="group-people" data-testid="group-people">
      <h2 id="group-people" class="eyebrow">
        {t('group.with_you', { count: inside.people.length })}
      </h2>
      <ul class="plain-list group-people">
        {known.map((person) => (
          <li key={person.person}>
            <Words>{person.name}</Words>
            {person.me && ` ${t('group.me')}`}
            {person.modality !== 'not_stated' && <span class="quiet small"> {modalityName(person.modality)}</span>}
          </li>
        ))}
        {unnamed > 0 && <li class="quiet">{t('group.others', { count: unnamed })}</li>}
      </ul>
      {listening.length > 0 && (
        <p class="quiet small">{t('group.listen_only', { names: list(listening.map((person) => person.name)) })}</p>
      )}
      <RoleLine of="host" name={inside.host?.name ?? null} own={inside.i_am_host} />
      <RoleLine of="reporter" name={inside.reporter?.name ?? null} own={inside.i_am_reporter} />
      <div class="row">
        <ActionButton
          command={{ type: 'breakout.listen', data: { on: !inside.listening } }}
          label={t('group.listen')}
          pressed={inside.listening}
        />
        {breakouts.status === 'open' && (
          <ActionButton command={{ type: 'breakout.choose', data: { group: null } }} label={t('choose.plenary')} />
        )}
      </div>
      {inside.listening && <p class="hint">{t('group.listen_hint')}</p>}
    </section>
  );
}

function RoleLine({ of: role, name, own }: { of: GroupRole; name: string | null; own: boolean }) {
  return (
    <div class="split group-role">
      <p>
        <span class="quiet">{t(`group_role.${role}`)}:</span>{' '}
        {own ? t('group.you') : name === null || name === '' ? t('group.nobody_yet') : <Words>{name}</Words>}
      </p>
      {!own && (
        <ActionButton
          command={{ type: 'breakout.take_role', data: { role } }}
          label={t(name === null ? `group_role.take_${role}` : 'group_role.take_over')}
          about={name === null ? undefined : t(`group_role.${role}`)}
          testid={`take-${role}`}
        />
      )}
    </div>
  );
}
