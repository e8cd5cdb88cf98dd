// Words that ballots and results bring along, also on an attendee's page.
import { ballots } from './en/later/ballots';
import { addSentences } from './index';

addSentences(ballots);
