// What a simulated attendee does in the session: asks, votes, raises a hand, speaks and gives the floor back, signals.
import { createHash, randomBytes } from 'node:crypto';
import { actsInGroup, votesInPoll } from './group_life.mjs';
import { offTopic, topics } from './sentences.mjs';

const signals = ['cannot_hear', 'cannot_see', 'too_fast', 'technical_help'];

/** `cast` is shared by all: the questions still to be asked, and what the whole demo knows (see demo.mjs). */
export class Attendee {
  constructor(member, random, cast) {
    Object.assign(this, { member, random, cast });
    this.nextActAt = 0;
    this.leavesFloorAt = 0;
    this.voted = new Set(); // polls
    this.written = { count: 0 }; // points in the group
    this.doubts = new Set(); // questions that this person will not vote for
  }

  /** Called often; does at most one thing, and not every time. */
  async tick(now) {
    const { member, random, cast } = this;
    const { picture } = member;
    if (!member.isOpen || picture.status === 'closed' || this.isBusy) return;
    if (this.#isSpeaking()) return this.#speak(now);
    this.leavesFloorAt = 0;
    if (now < this.nextActAt) return;
    this.nextActAt = now + cast.seconds(random.between(4, 16));
    this.isBusy = true;
    await this.#act(random.next()).finally(() => {
      this.isBusy = false;
    });
  }

  async #act(dice) {
    const { picture } = this.member;
    if (votesInPoll(this) || (await actsInGroup(this))) return;
    if (dice < 0.52) return this.#vote();
    if (dice < 0.68) return this.#ask();
    if (dice < 0.9) {
      const hand = picture.handOf(this.member.person);
      if (hand) return dice < 0.7 ? this.#lower(hand) : undefined;
      if (picture.hands.size < this.cast.mostHands) return this.#raise();
    }
    if (dice > 0.998) return this.#signal();
  }

  /** Likelier for questions that concern the own group, so that the counts differ. */
  #vote() {
    const { member, random } = this;
    const group = member.profile.stakeholder_group;
    for (const [id, question] of random.shuffled(member.picture.openQuestions())) {
      if (member.picture.voted.has(id) || this.doubts.has(id)) continue;
      const topic = topics.find((each) => each.asks.includes(question.text));
      if (!random.chance(topic?.of.includes(group) ? 0.8 : 0.35)) {
        this.doubts.add(id);
        continue;
      }
      member.picture.voted.add(id);
      return member.send('question.vote', { question: id }, { fine: ['already', 'wrong_state', 'not_found'] });
    }
  }

  #ask() {
    const { member, random, cast } = this;
    const text = cast.nextQuestion();
    if (!text) return this.#vote();
    const data = { text, language: 'en' };
    if (text !== offTopic && random.chance(0.15)) {
      data.anonymous = true;
      data.secret_hash = createHash('sha256').update(randomBytes(16)).digest('hex');
    }
    return member.send('question.ask', data);
  }

  async #raise() {
    const kind = 'intervention';
    await this.member.send('hand.raise', { kind }, { fine: ['already'] });
  }

  #lower(hand) {
    return this.member.send('hand.lower', { hand }, { fine: ['not_found'] });
  }

  #signal() {
    const signal = this.random.pick(signals);
    return this.member.send('signal.send', { signal }, { fine: ['already', 'too_fast'], isOfTheMoment: true });
  }

  #isSpeaking() {
    const { picture, person } = this.member;
    return picture.running !== null && picture.turns.get(picture.running)?.person === person;
  }

  async #speak(now) {
    if (this.leavesFloorAt === 0) this.leavesFloorAt = now + this.cast.seconds(this.random.between(12, 32));
    if (now < this.leavesFloorAt) return;
    this.leavesFloorAt = Number.POSITIVE_INFINITY;
    this.cast.watch.expect(`floor.ended:${this.member.picture.running}`);
    await this.member.send('floor.yield', {}, { fine: ['wrong_state', 'not_allowed', 'late'], isOfTheMoment: true });
    this.leavesFloorAt = 0;
  }
}
