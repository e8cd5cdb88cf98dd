// Words that staff's pages and displays bring along: an attendee's first load does not carry them.
import { breakoutDesk } from './en/breakout_desk';
import { addSentences } from './index';

addSentences(breakoutDesk);
