// Words that an attendee's first load does not carry: they come with the pages that say them (../desk_sentences.ts).
import { backstage } from './later/backstage';
import { ballots } from './later/ballots';
import { breakoutDesk } from './later/breakout_desk';
import { codes } from './later/codes';
import { door } from './later/door';
import { everywhere } from './later/everywhere';
import { floor } from './later/floor';
import { groupWork } from './later/group_work';
import { persons } from './later/persons';
import { polls } from './later/polls';
import { questions } from './later/questions';
import { rooms } from './later/rooms';
import { setup } from './later/setup';
import { staff } from './later/staff';
import { stage } from './later/stage';
import { states } from './later/states';
import { typed } from './later/typed';

export const later = {
  ...backstage,
  ...ballots,
  ...breakoutDesk,
  ...codes,
  ...door,
  ...everywhere,
  ...floor,
  ...groupWork,
  ...persons,
  ...polls,
  ...questions,
  ...rooms,
  ...setup,
  ...staff,
  ...stage,
  ...states,
  ...typed,
} as const;
