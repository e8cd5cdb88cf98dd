// Words that the parts of group work bring along, also on an attendee's page.
import { groupWork } from './en/later/group_work';
import { addSentences } from './index';

addSentences(groupWork);
