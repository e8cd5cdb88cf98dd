// What stands for names in groups: a guest's number, and the group itself where it reports without a reporter.
import type { BreakoutsView, GroupInside, Guest, ReportingGroup, View } from '@/core/types';
import { guestName } from './guests';
import { t } from './index';

interface Named {
  name: string;
  guest?: Guest;
}
interface Authored {
  author_name: string;
  author_guest?: Guest;
}

function name(person: Named | null): void {
  if (person !== null && person.name === '' && person.guest !== undefined) person.name = guestName(person.guest);
}

function nameInside(inside: GroupInside): void {
  for (const each of [...inside.people, ...inside.hands, ...inside.spoken]) name(each);
  for (const each of [inside.host, inside.reporter, inside.turn]) name(each);
  for (const question of inside.questions as Authored[]) {
    if (question.author_name === '' && question.author_guest !== undefined) {
      question.author_name = guestName(question.author_guest);
    }
  }
}

function nameReporting(speaker: { name: string; reports?: ReportingGroup }): void {
  if (speaker.name === '' && speaker.reports !== undefined) {
    speaker.name = t('group.name', { number: speaker.reports.number });
  }
}

function nameGroups(breakouts: BreakoutsView): void {
  for (const group of breakouts.groups) group.people.forEach(name);
  if (breakouts.mine !== null) nameInside(breakouts.mine);
  breakouts.desk?.groups.forEach(nameInside);
  breakouts.desk?.ungrouped.forEach(name);
}

export function nameGroupGuests(view: View): View {
  nameGroups(view.breakouts);
  if (view.floor.turn !== null) nameReporting(view.floor.turn);
  for (const phase of view.agenda.phases) phase.speakers.forEach(nameReporting);
  return view;
}
