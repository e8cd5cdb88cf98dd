import type { State } from './states';

/** One person in two entries, and a report that names groups only. */
export const personStates: Record<string, State> = {
  merged: {
    change: (view) => {
      const [first] = view.people;
      if (first !== undefined) first.merged = [{ person: 91, name: `${first.name} (phone)` }];
      view.takeaways.preset.names = 'group';
      if (view.me.profile !== null) view.me.profile.in_report = 'group';
    },
  },
};
