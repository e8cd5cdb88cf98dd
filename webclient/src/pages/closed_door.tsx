import type { ComponentChild } from 'preact';
import { t } from '@/text';
import { MessagePage } from './MessagePage';

/** The page for a join that meets a closed door; null for every other answer. */
export function closedDoor(code: string): ComponentChild {
  switch (code) {
    case 'joins_closed':
      return <MessagePage title={t('join.nobody_new')} text={t('join.nobody_new_hint')} reload />;
    case 'removed':
      return <MessagePage title={t('join.removed')} text={t('join.removed_hint')} />;
    case 'turned_away':
      return <MessagePage title={t('join.turned_away')} text={t('join.turned_away_hint')} />;
    default:
      return null;
  }
}
