// Words that staff's pages, displays and the start page bring along: an attendee's first load does not carry them.
import { later } from './en/later';
import { addSentences } from './index';

addSentences(later);
