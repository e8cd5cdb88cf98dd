import { placesOf, secondsOfPart } from '@/parts/AgendaChange';
import { fitCommand } from '@/parts/FitDialog';
import { startFitted, startsLate } from '@/parts/LateStart';
import { screenShows } from '@/parts/screen_shows';
import { viewFor } from './fixtures/view';

const fit = { phases: [{ phase: 1, planned_ms: 600_000, fitted_ms: 420_400 }], still_over_ms: 0 };

describe('a late start', () => {
  const late = { ...viewFor('moderator').agenda, late_ms: 300_000, over_ms: 300_000, fit };

  it('is offered the fitted plan when it is a minute late and runs over the slot', () => {
    expect(startsLate(late)).toBe(true);
    expect(startsLate({ ...late, late_ms: 59_000 })).toBe(false);
    expect(startsLate({ ...late, over_ms: 0 })).toBe(false);
    expect(startsLate({ ...late, fit: null })).toBe(false);
  });

  it('fits the plan and starts in one command', () => {
    expect(startFitted({ ...late, current: null }, fit)).toEqual({
      type: 'phase.next',
      data: { after: 0, phases: [{ phase: 1, seconds: 420 }] },
    });
  });

  it('asks for whole seconds', () => {
    expect(fitCommand(fit)).toEqual({ type: 'agenda.fit', data: { phases: [{ phase: 1, seconds: 420 }] } });
  });
});

describe('a part more', () => {
  it('lasts from a minute to twelve hours', () => {
    expect(secondsOfPart('7,5')).toBe(450);
    for (const wrong of ['', '0', '0.5', '721', 'ten']) expect(secondsOfPart(wrong)).toBeNull();
  });

  it('goes behind the part that runs', () => {
    const { agenda } = viewFor('moderator');
    expect(placesOf(agenda).map((phase) => phase.phase)).toEqual([3]);
    expect(placesOf({ ...agenda, current: null }).map((phase) => phase.phase)).toEqual([1, 2, 3]);
  });
});

describe('what the screen shows beside a question', () => {
  it('is a takeaway, an announcement, or nothing', () => {
    const view = viewFor('display');
    expect(screenShows(view)).toBeNull();
    view.announcement_on_screen = { announcement: 1, text: 'Lunch', at_ms: 0, language: 'en' };
    expect(screenShows(view)).toMatchObject({ kind: 'announcement', text: 'Lunch' });
    view.takeaways.on_screen = view.takeaways.items[0]?.item ?? null;
    expect(screenShows(view)).toMatchObject({ kind: 'takeaway', text: view.takeaways.items[0]?.title });
  });
});
