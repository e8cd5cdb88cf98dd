// What the simulated moderator does once in the discussion: takes the room's temperature, then sends it into groups and hears them.
import { Staff } from './staff.mjs';

const message = 'Half of the time is over: agree on one point that you would defend in the plenary.';

/** A script of steps, each of which answers how long the next one waits. It ends where a person leads polls or groups. */
export class Rounds extends Staff {
  steps = [
    (picture) => this.#inDiscussion(picture),
    (picture) => this.#openPoll(picture),
    () => this.#onPoll('poll.close', 2),
    () => this.#onPoll('poll.publish', 25),
    () => this.#takeDown(),
    (picture) => this.#plan(picture),
    () => this.#open(),
    () => this.#tell(),
    () => this.#callBack(),
    (picture) => this.#reportBack(picture),
    (picture) => this.#hear(picture),
  ];
  at = 0;

  async act(_now, picture) {
    const step = this.steps[this.at];
    if (step === undefined || !this.cast.watch.isOurs('groups') || !this.cast.watch.isOurs('floor')) {
      this.cast.atRounds = false;
      return 5;
    }
    const seconds = await step(picture);
    if (seconds === null) return 1;
    this.at += 1;
    return seconds;
  }

  #inDiscussion(picture) {
    const isOn = picture.phases.get(picture.phase)?.kind === 'discussion';
    return isOn ? 40 : null;
  }

  async #openPoll(picture) {
    this.poll = [...picture.polls].find(([, each]) => each.status === 'draft')?.[0];
    if (this.poll === undefined || !(await this.does('poll.open', { poll: this.poll }, 'poll.opened:'))) return 0;
    await this.does('poll.show', { poll: this.poll });
    this.cast.say(`temperature check: ${picture.polls.get(this.poll)?.title}`);
    return 30;
  }

  async #onPoll(type, seconds) {
    if (this.poll === undefined) return 0;
    await this.does(type, { poll: this.poll }, type === 'poll.close' ? 'poll.closed:' : 'poll.published:');
    return seconds;
  }

  async #takeDown() {
    if (this.poll !== undefined) await this.does('poll.show', { poll: null });
    return 8;
  }

  /** From here on the plenary rests: see Moderator. */
  async #plan(picture) {
    this.cast.atRounds = true;
    if (picture.running) await this.does('floor.end', {}, `floor.ended:${picture.running}`);
    const count = Math.min(6, Math.max(2, Math.round(this.cast.people / 10)));
    if (!(await this.does('breakout.plan', { count }, 'breakout.planned:'))) return null;
    this.cast.say(`${count} breakout groups are planned`);
    return 10;
  }

  async #open() {
    if (!(await this.does('breakout.open', {}, 'breakout.opened:'))) return null;
    this.cast.say('the groups are open');
    return 60;
  }

  async #tell() {
    await this.does('breakout.broadcast', { text: message });
    return 45;
  }

  async #callBack() {
    const seconds = Math.max(1, Math.round(this.cast.seconds(15) / 1000));
    await this.does('breakout.close', { seconds }, 'breakout.closing:');
    this.cast.say('the groups are called back');
    return 15;
  }

  async #reportBack(picture) {
    if (picture.groupsOpen) return null;
    if (!(await this.does('breakout.report_back', { seconds: 60 }))) return null;
    return 2;
  }

  /** Each group has its slot; null until the last is heard. */
  async #hear(picture) {
    this.slots ??= picture.phases.get(picture.phase)?.talks?.filter((talk) => picture.talks.get(talk)?.group) ?? [];
    const talk = this.slots.shift();
    if (talk !== undefined) {
      const { person, group } = picture.talks.get(talk) ?? {};
      const started = await this.does('talk.start', { talk }, `floor.given:person ${person || 0}`, `floor.ended:${picture.running}`);
      if (started) this.cast.say(`group ${group} reports`);
      this.nextSlotAt = Date.now() + this.cast.seconds(18);
      return null;
    }
    if (Date.now() < (this.nextSlotAt ?? 0)) return null;
    if (picture.running) await this.does('floor.end', {}, `floor.ended:${picture.running}`);
    this.cast.atRounds = false;
    return 1;
  }
}
