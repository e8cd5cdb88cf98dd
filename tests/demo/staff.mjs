// The simulated moderator, online moderator, steward and rapporteur. Each leads only while no person does (watch.mjs).
import { offTopic, rejection, takeaways, topics } from './sentences.mjs';

const race = ['queue_changed', 'not_found', 'wrong_state', 'already', 'late', 'stale_revision'];

/** Waits `seconds` of the demo's time between acts. */
export class Staff {
  constructor(member, random, cast) {
    Object.assign(this, { member, random, cast });
    this.nextActAt = 0;
  }
  async tick(now) {
    const { member } = this;
    if (!member.isOpen || this.isBusy || now < this.nextActAt || member.picture.status === 'closed') return;
    this.isBusy = true;
    const seconds = await this.act(now, member.picture).finally(() => {
      this.isBusy = false;
    });
    this.nextActAt = Date.now() + this.cast.seconds(seconds ?? 1);
  }
  async does(type, data, ...expected) {
    for (const key of expected) this.cast.watch.expect(key);
    const answer = await this.member.send(type, data, { fine: race, isOfTheMoment: /^(phase|floor)\./.test(type) });
    if (!answer.ok) for (const key of expected) this.cast.watch.unexpect(key);
    return answer.ok;
  }
}

/** Runs the agenda at the demo's pace: talks, then the floor in the queue's order, a wrap-up, and round again. */
export class Moderator extends Staff {
  talks = null;

  act(now, picture) {
    if (!this.cast.watch.isOurs('floor')) return Promise.resolve(5);
    // The groups are planned, at work or reporting (rounds.mjs): the plenary rests.
    if (this.cast.atRounds) return Promise.resolve(1);
    if (picture.phase === null) return this.#startPhase(now, picture);
    this.phaseSince ??= now;
    const phase = picture.phases.get(picture.phase);
    if (phase.kind === 'presentations') return this.#nextTalk(now, picture, phase);
    const lasts = phase.kind === 'wrap_up' ? 60 : 200;
    if (now - this.phaseSince > this.cast.seconds(lasts)) return this.#nextPhase(now, picture);
    return this.#leadFloor(now, picture);
  }

  async #startPhase(now, picture) {
    const first = picture.status === 'prepared' ? picture.order[0] : this.#discussion(picture);
    this.cast.say('the moderator starts the first phase');
    if (await this.does('phase.start', { phase: first }, 'phase.started')) this.phaseSince = now;
    return 3;
  }

  #discussion(picture) {
    return picture.order.find((id) => picture.phases.get(id).kind === 'discussion') ?? picture.order[0];
  }

  async #nextTalk(now, picture, phase) {
    this.talks ??= [...(phase.talks ?? [])];
    const talk = this.talks.shift();
    const running = picture.running;
    if (!talk) {
      this.talks = null;
      if (running) await this.does('floor.end', {}, `floor.ended:${running}`);
      return this.#nextPhase(now, picture);
    }
    const person = picture.talks.get(talk)?.person;
    if (!person) return 1;
    if (await this.does('talk.start', { talk }, `floor.given:person ${person}`, `floor.ended:${running}`)) {
      this.cast.say(`the floor: ${picture.nameOf(person)}, of the line-up`);
      return this.random.between(15, 22);
    }
    this.talks.unshift(talk);
    return 0.3;
  }

  async #nextPhase(now, picture) {
    const at = picture.order.indexOf(picture.phase);
    const next = picture.order[at + 1] ?? this.#discussion(picture);
    if (next === picture.phase) return 30;
    if (await this.does('phase.start', { phase: next }, 'phase.started')) {
      this.phaseSince = now;
      this.cast.say(`phase: ${picture.phases.get(next).title}`);
    }
    return 2;
  }

  async #leadFloor(now, picture) {
    if (picture.running) return this.#mindTurn(now, picture);
    this.turnSeen = null;
    const hand = picture.held[0];
    if (!hand) return 1;
    const person = picture.hands.get(hand)?.person;
    if (await this.does('floor.give', { hand, expected: hand }, `floor.given:hand ${hand}`)) {
      this.cast.say(`the floor: ${picture.nameOf(person)}`);
    }
    return 2;
  }

  /** People speak as long as they like; simulated ones and those without a device are thanked after a while. */
  async #mindTurn(now, picture) {
    if (this.turnSeen !== picture.running) {
      this.turnSeen = picture.running;
      this.turnSince = now;
    }
    const person = picture.turns.get(picture.running)?.person;
    const isPerson = !this.cast.watch.own.has(person) && picture.people.get(person)?.has_device;
    if (now - this.turnSince > this.cast.seconds(isPerson ? 150 : 45)) {
      await this.does('floor.end', {}, `floor.ended:${picture.running}`);
    }
    return 1;
  }
}

/** Approves, merges wordings that read alike, shows the question with most votes and has it answered. */
export class OnlineModerator extends Staff {
  act(now, picture) {
    if (!this.cast.watch.isOurs('questions')) return Promise.resolve(5);
    const [pending] = picture.pendingQuestions();
    if (pending && !this.#isTimeToShow(now)) return this.#decide(pending, picture);
    if (picture.onScreen) return this.#answer(now, picture);
    return this.#show(now, picture);
  }

  #isTimeToShow(now) {
    this.showAt ??= now + this.cast.seconds(25);
    return now >= this.showAt;
  }

  async #decide([id, question], picture) {
    const alike = this.#alike(question, picture);
    if (question.text === offTopic) {
      await this.does('question.reject', { question: id, reason: rejection }, `question.rejected:${id}`);
    } else if (alike) {
      await this.does('question.merge', { question: id, into: alike }, `question.merged:${id}`);
      this.cast.say('two questions that read alike are merged');
    } else {
      await this.does('question.approve', { question: id }, `question.approved:${id}`);
    }
    return this.random.between(1, 4);
  }

  #alike(question, picture) {
    const asks = topics.find((each) => each.asks.includes(question.text))?.asks ?? [];
    return picture.openQuestions().find(([, other]) => asks.includes(other.text))?.[0];
  }

  async #show(now, picture) {
    if (!this.#isTimeToShow(now)) return 1;
    const open = picture.openQuestions();
    if (open.length < 2) return 1;
    const [id, question] = open.sort(([a], [b]) => (picture.votes.get(b) ?? 0) - (picture.votes.get(a) ?? 0))[0];
    if (await this.does('question.show', { question: id }, `question.shown:${id}`)) {
      this.cast.say(`on screen: ${question.text}`);
      this.answerAt = Date.now() + this.cast.seconds(this.random.between(18, 28));
      this.showAt = this.answerAt + this.cast.seconds(20);
    }
    return 1;
  }

  async #answer(now, picture) {
    this.answerAt ??= now + this.cast.seconds(20);
    if (now < this.answerAt) {
      const [pending] = picture.pendingQuestions();
      return pending ? this.#decide(pending, picture) : 1;
    }
    const id = picture.onScreen;
    const topic = topics.find((each) => each.asks.includes(picture.questions.get(id)?.text));
    const data = topic && this.random.chance(0.5) ? { question: id, text: topic.answer } : { question: id };
    await this.does('question.answer', data, `question.answered:${id}`, 'question.shown');
    this.answerAt = undefined;
    this.showAt = now + this.cast.seconds(20);
    return 2;
  }
}

/** Lets the names of the simulated people pass, those of real ones are for real staff; adds three people who have no device, and their hands. */
export class Steward extends Staff {
  guests = [
    { name: 'Mama Abena Osei', stakeholder_group: 'civil_society', regional_group: 'african', modality: 'onsite' },
    { name: 'Rosa Huanca', stakeholder_group: 'civil_society', regional_group: 'grulac', modality: 'onsite' },
    { name: 'Tevita Latu', stakeholder_group: 'government', regional_group: 'asia_pacific', modality: 'onsite' },
  ];

  async act(_now, picture) {
    const waiting = [...picture.people].filter(
      ([id, each]) => each.guest && !each.hidden && !each.removed && this.cast.watch.own.has(id),
    );
    if (waiting.length > 0) return this.#pass(waiting.slice(0, 100));
    this.nextGuest ??= 0;
    const guest = this.guests[this.nextGuest++ % this.guests.length];
    const known = [...picture.people].find(([, each]) => each.profile?.name === guest.name);
    if (!known) await this.does('person.add', { profile: guest });
    else if (!picture.handOf(known[0])) await this.does('hand.raise', { kind: 'intervention', for: known[0] });
    return known ? this.random.between(30, 60) : 4;
  }

  async #pass(waiting) {
    const seen = ([person, { profile }]) => ({ person, name: profile.name, affiliation: profile.affiliation ?? '' });
    await this.does('person.pass', { people: waiting.map(seen) });
    return 3;
  }
}

/** Drafts the takeaways while it happens, links each to what it rests on, and shows them. */
export class Rapporteur extends Staff {
  async act(_now, picture) {
    if (!this.cast.watch.isOurs('takeaways')) return 5;
    if (picture.turns.size + picture.openQuestions().length < 3) return 2;
    const titles = new Set([...picture.items.values()].map((item) => item.title));
    const draft = takeaways.find((each) => !titles.has(each.title));
    if (draft) return this.#draft(draft);
    const isOwn = (item) => takeaways.some((each) => each.title === item.title);
    const unpublished = [...picture.items].find(([, item]) => !item.published && isOwn(item));
    if (unpublished) await this.does('takeaway.publish', { item: unpublished[0] }, `takeaway.published:${unpublished[0]}`);
    return 8;
  }

  async #draft(draft) {
    const { picture } = this.member;
    if (!(await this.does('takeaway.draft', { ...draft, language: 'en' }))) return 5;
    const [item] = [...picture.items].filter(([, each]) => each.title === draft.title).pop() ?? [];
    if (!item) return 5;
    const question = [...picture.questions].find(([, each]) => each.status === 'answered')?.[0];
    const turn = [...picture.turns.keys()].pop();
    const evidence = question && this.random.chance(0.6) ? { question } : turn ? { turn } : null;
    if (evidence) await this.does('takeaway.link', { item, evidence }, `takeaway.linked:${item}`);
    if (this.random.chance(0.5)) {
      await this.does('takeaway.publish', { item }, `takeaway.published:${item}`);
    }
    this.cast.say(`the rapporteur drafts: ${draft.title}`);
    return this.random.between(25, 45);
  }
}
