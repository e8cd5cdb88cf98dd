// An attendee's first load carries its own sentences and no others; every other page brings the rest.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { later } from '@/text/en/later';
import { ballots } from '@/text/en/later/ballots';
import { groupWork } from '@/text/en/later/group_work';

const source = fileURLToPath(new URL('../../webclient/src/', import.meta.url));
const attendeesFiles = ['main.tsx', 'pages/AttendeePage.tsx'];
const otherPages = ['Moderator', 'Steward', 'Rapporteur', 'Display', 'Overlay', 'Captioner', 'Start'];

function fileOf(from: string, asked: string): string | null {
  if (!asked.startsWith('@/') && !asked.startsWith('.')) return null;
  const stem = asked.startsWith('@/') ? asked.slice(2) : new URL(asked, `file:///${from}`).pathname.slice(1);
  return ['', '.ts', '.tsx', '/index.ts'].map((ending) => stem + ending).find((name) => /\.tsx?$/.test(name) && existsSync(source + name)) ?? null;
}

/** The files that a page needs; with `lazily` also those that it asks for when they are shown. */
function filesFrom(roots: readonly string[], lazily: boolean): string[] {
  const found = [...roots];
  for (const name of found) {
    const code = readFileSync(source + name, 'utf8');
    const now = code.matchAll(/^(?:import|export)\s(?!type)(?:[^;']*from\s)?'([^']+)'/gm);
    const then = lazily && !name.endsWith('role_pages.ts') ? code.matchAll(/import\('([^']+)'\)/g) : [];
    for (const [, asked = ''] of [...now, ...then]) {
      const file = fileOf(name, asked);
      if (file !== null && file !== 'pages/StartPage.tsx' && !found.includes(file)) found.push(file);
    }
  }
  return found;
}

describe('sentences', () => {
  // What staff's commands are called, and what refuses them, is in tables by command that everyone carries.
  const tables = ['text/refusals.ts', 'parts/Notices.tsx', 'core/breakout_types.ts'];

  const codeOf = (files: readonly string[]) =>
    files
      .filter((name) => !tables.includes(name) && !name.startsWith('text/en/'))
      .map((name) => readFileSync(source + name, 'utf8'))
      .join('\n');
  const said = (sentences: object, code: string) => Object.keys(sentences).filter((key) => code.includes(`'${key}'`));
  const onDemand = { ...ballots, ...groupWork };

  it('of an attendee’s page are all in the first load, or come with the part that says them', () => {
    const code = codeOf(filesFrom(attendeesFiles, true));
    expect(filesFrom(attendeesFiles, true)).toContain('parts/GroupPage.tsx');
    expect(said(later, code).filter((key) => !(key in onDemand))).toEqual([]);
    expect(said(onDemand, codeOf(filesFrom(attendeesFiles, false)))).toEqual([]);
  });

  it('of a part that is fetched when it is shown come with it', () => {
    const parts = filesFrom(attendeesFiles, true).flatMap((name) =>
      [...readFileSync(source + name, 'utf8').matchAll(/import\('([^']+)'\)/g)].map(([, asked = '']) => fileOf(name, asked)),
    );
    for (const part of parts.filter((each) => each?.startsWith('parts/'))) {
      const files = filesFrom([part as string], false);
      const code = codeOf(files.filter((name) => !filesFrom(attendeesFiles, false).includes(name)));
      if (said(ballots, code).length > 0) expect(files, `${part}`).toContain('text/poll_sentences.ts');
      if (said(groupWork, code).length > 0) expect(files, `${part}`).toContain('text/group_sentences.ts');
    }
  });

  it('of the others are not in it, and come with every other page', () => {
    expect(filesFrom(attendeesFiles, true)).not.toContain('text/desk_sentences.ts');
    for (const page of otherPages) expect(filesFrom([`pages/${page}Page.tsx`], false), page).toContain('text/desk_sentences.ts');
  });
});
