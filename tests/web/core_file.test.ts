// Which of the two modules a page fetches.
import { prepareCore } from '@/core/core_file';
import type { Role } from '@/core/types';

describe('the core of a page', () => {
  const fetchedFor = (role: Role): string[] => {
    const fetched: string[] = [];
    vi.stubGlobal('fetch', (url: string) => {
      fetched.push(url);
      return Promise.reject(new Error('not here'));
    });
    prepareCore(role);
    return fetched;
  };
  afterEach(async () => {
    vi.unstubAllGlobals();
    await Promise.resolve();
  });

  it.each<Role>(['moderator', 'online_moderator', 'steward', 'rapporteur'])('of a %s knows all', (role) => {
    expect(fetchedFor(role)).toEqual([expect.stringMatching(/\/roundtable\.wasm$/)]);
  });

  it.each<Role>(['attendee', 'speaker', 'captioner', 'display', 'overlay'])('of a page for the %s is the small one', (role) => {
    expect(fetchedFor(role)).toEqual([expect.stringMatching(/\/roundtable_attendee\.wasm$/)]);
  });
});
