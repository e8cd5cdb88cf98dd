import { useId, useState } from 'preact/hooks';
import { characters } from '@/core/limits';
import type { Role, StaffMessageView } from '@/core/types';
import { t } from '@/text';
import { timeOfDay } from '@/text/format';
import { useRoundtable, useView } from './context';
import { draftNames } from './draft_names';
import { staffRoles } from './person_words';
import { TakeOver } from './RunningNow';
import { Words } from './Words';

/** Short messages among staff. The box keeps its height: what is older leaves at the top. */
export function StaffLine() {
  const { staff_line, session, me } = useView();
  const newestFirst = [...staff_line].reverse();
  return (
    <section class="staff-line" aria-labelledby="staff-line-title" data-testid="staff-line">
      <div class="split">
        <h2 id="staff-line-title" class="eyebrow">
          {t('staff_line.title')}
        </h2>
        <TakeOver />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by key */}
      <div class="staff-log" role="log" aria-labelledby="staff-line-title" tabIndex={0}>
        <ul class="plain-list">
          {newestFirst.map((message) => (
            <Message key={message.message} message={message} own={me.roles} />
          ))}
        </ul>
        {staff_line.length === 0 && <p class="quiet small">{t('staff_line.none')}</p>}
      </div>
      {session.status !== 'closed' && <MessageForm />}
    </section>
  );
}

const newsLasts = 60_000;

/** For screens that show another part of the page: what somebody said just now. */
export function StaffNews() {
  const { staff_line, now_ms } = useView();
  const newest = staff_line.at(-1);
  if (newest === undefined || newest.mine || now_ms - newest.at_ms >= newsLasts) return null;
  return (
    <p class="staff-news" data-testid="staff-news">
      <strong>
        <Words>{newest.name || t('staff_line.staff')}</Words>
      </strong>{' '}
      <Words>{newest.text}</Words>
    </p>
  );
}

function Message({ message, own }: { message: StaffMessageView; own: readonly Role[] }) {
  const forMe = message.to !== undefined && own.includes(message.to);
  return (
    <li class="staff-message" data-for-me={forMe} data-testid={`staff-message-${message.message}`}>
      <p class="quiet small">
        {message.mine ? t('staff_line.own') : <Words>{message.name || t('staff_line.staff')}</Words>}
        {!message.mine && message.role !== undefined && ` · ${t(`role.${message.role}`)}`}
        {' · '}
        <span class="clock">{timeOfDay(message.at_ms)}</span>
        {message.to !== undefined && (
          <span class="chip">{t('staff_line.for_role', { role: t(`role.${message.to}`) })}</span>
        )}
      </p>
      <Words>{message.text}</Words>
    </li>
  );
}

function MessageForm() {
  const { live, drafts } = useRoundtable();
  const [to, setTo] = useState<'all' | (typeof staffRoles)[number]>('all');
  const draft = drafts.of(draftNames.staffMessage);
  const id = useId();
  const send = (event: Event) => {
    event.preventDefault();
    const text = draft.value.trim();
    if (text === '') return;
    live.send({ type: 'staff.say', data: to === 'all' ? { text } : { text, to } });
    draft.value = '';
    setTo('all');
  };
  return (
    <form class="staff-form" onSubmit={send}>
      <label class="heard-only" for={id}>
        {t('staff_line.label')}
      </label>
      <input
        id={id}
        type="text"
        maxLength={characters.staff_message}
        autocomplete="off"
        dir="auto"
        placeholder={t('staff_line.label')}
        value={draft.value}
        onInput={(event) => {
          draft.value = event.currentTarget.value;
        }}
        data-testid="staff-message"
      />
      <select
        aria-label={t('staff_line.to')}
        value={to}
        onChange={(event) => setTo(event.currentTarget.value as typeof to)}
      >
        <option value="all">{t('staff_line.to_all')}</option>
        {staffRoles.map((role) => (
          <option key={role} value={role}>
            {t(`role.${role}`)}
          </option>
        ))}
      </select>
      <button type="submit" class="button plain" aria-disabled={draft.value.trim() === ''}>
        {t('staff_line.send')}
      </button>
    </form>
  );
}
