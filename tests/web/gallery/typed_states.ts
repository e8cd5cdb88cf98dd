// Hands that bring their words, people who have more time, and who is next in the room.
import type { View } from '@/core/types';
import type { State } from './states';

const words =
  'Nous payons deux fois : une fois pour le système, une fois pour savoir s’il est juste. Qui paie l’audit des petits États ?';

function readAloud(view: View): void {
  if (view.floor.turn === null) return;
  Object.assign(view.floor.turn, { typed: true, text: words, language: 'fr', said_as: 'a-MEE-na JAL-lo' });
}

function typedQueue(view: View): void {
  const [first, second, third, fourth] = view.floor.queue;
  if (first === undefined || second === undefined || third === undefined || fourth === undefined) return;
  Object.assign(first, { typed: true, language: 'en', seat: view.me.staff ? 'Row 5, aisle' : undefined });
  Object.assign(second, { language: 'fr', said_as: 'may ta-NA-ka' });
  Object.assign(third, { typed: true, language: 'es' });
  if (!view.me.staff) return;
  first.text = 'The lift is out of order, and nobody told us.';
  third.text = words;
  fourth.seat = 'Table 4';
}

export const typedStates: Record<string, State> = {
  typed: {
    change: (view) => {
      readAloud(view);
      typedQueue(view);
    },
  },
  typed_long: {
    change: (view) => {
      readAloud(view);
      if (view.floor.turn !== null) view.floor.turn.text = `${words} `.repeat(8).slice(0, 1000);
    },
  },
  typed_mine: {
    change: (view) => {
      const own = view.floor.queue[1];
      if (own !== undefined) view.floor.mine = { ...own, mine: true, typed: true, text: words, language: 'fr' };
      view.me.extra_time_percent = 50;
    },
  },
  extra_time: {
    change: (view) => {
      const person = view.people.find((each) => each.name === 'Mei Tanaka');
      if (person !== undefined && view.me.staff) person.extra_time_percent = 50;
      if (!view.me.staff) view.me.extra_time_percent = 50;
    },
  },
};
