// The little that a simulated person remembers of the session, from the snapshot and the events of its own line.
const byId = (map) => new Map(Object.entries(map ?? {}).map(([id, value]) => [Number(id), value]));

export class Picture {
  take(snapshot) {
    this.status = snapshot.session?.status ?? 'prepared';
    this.code = snapshot.session?.code;
    this.phases = byId(snapshot.agenda?.phases);
    this.order = snapshot.agenda?.order ?? [];
    this.phase = snapshot.agenda?.current || null;
    this.hands = byId(snapshot.floor?.hands);
    this.held = (snapshot.floor?.held ?? []).map((each) => each.hand);
    this.turns = byId(snapshot.floor?.turns);
    this.running = snapshot.floor?.running || null;
    this.talks = byId(snapshot.talks);
    this.people = byId(snapshot.people);
    this.questions = byId(snapshot.questions);
    this.onScreen = snapshot.on_screen || null;
    this.items = byId(snapshot.takeaways);
    this.voted = new Set(snapshot.mine?.votes ?? []);
    this.votes = new Map();
    this.polls = byId(snapshot.polls);
    for (const poll of this.polls.values()) poll.status ??= 'draft';
    this.groups = new Map();
    const order = snapshot.breakout_run?.order ?? [];
    for (const id of order) this.groups.set(id, new Set(snapshot.breakouts?.[id]?.members));
    this.groupsOpen = isGroupsOpen(snapshot.breakout_run?.status);
    this.takeInside(snapshot.group?.inside);
  }

  /** Of the own group: who leads it, who waits, who speaks. */
  takeInside(inside) {
    const hands = (inside?.floor?.hands ?? []).map((each) => each.person);
    this.inside = { host: inside?.host, reporter: inside?.reporter, hands, turn: inside?.floor?.turn?.person };
  }
  groupOf(person) {
    for (const [id, members] of this.groups) if (members.has(person)) return id;
  }

  /** Gauges: absolute numbers. */
  tally(data) {
    for (const [id, count] of Object.entries(data?.questions ?? {})) this.votes.set(Number(id), count);
  }

  apply({ type, data }) {
    for (const [id, person] of byId(data.reveal?.people)) this.people.set(id, person);
    for (const [id, question] of byId(data.reveal?.questions)) this.questions.set(id, question);
    for (const [id, item] of byId(data.reveal?.items)) this.items.set(id, item);
    for (const [id, poll] of byId(data.reveal?.polls)) this.polls.set(id, { status: 'draft', ...poll });
    if (data.reveal?.group) this.takeInside(data.reveal.group.inside);
    for (const id of data.forget?.items ?? []) this.items.delete(id);
    changes[type]?.(this, data);
  }

  nameOf(person) {
    return this.people.get(person)?.profile?.name ?? `person ${person}`;
  }
  handOf(person) {
    for (const [id, hand] of this.hands) if (hand.person === person) return id;
    return null;
  }
  /** Approved, open, not merged into another. */
  openQuestions() {
    return [...this.questions].filter(([, each]) => each.status === 'approved' && !each.merged_into);
  }
  pendingQuestions() {
    return [...this.questions].filter(([, each]) => (each.status ?? 'pending') === 'pending' && !each.merged_into);
  }
}

const isGroupsOpen = (status) => status === 'open' || status === 'closing';

const pollIs = (status) => (picture, data) => {
  const poll = picture.polls.get(data.poll);
  if (poll) poll.status = status;
};

const settle = (status) => (picture, data) => {
  const question = picture.questions.get(data.question);
  if (question) question.status = status;
};

const changes = {
  'session.closed': (picture) => {
    picture.status = 'closed';
    picture.running = null;
  },
  'person.joined': (picture, data) =>
    picture.people.set(data.person, { profile: data.profile, roles: data.roles, guest: data.guest }),
  'person.added': (picture, data) => picture.people.set(data.person, { profile: data.profile }),
  'person.updated': (picture, data) =>
    Object.assign(picture.people.get(data.person) ?? {}, { profile: data.profile, guest: data.guest }),
  'person.passed': (picture, data) => Object.assign(picture.people.get(data.person) ?? {}, { guest: false }),
  'person.hidden': (picture, data) => Object.assign(picture.people.get(data.person) ?? {}, { guest: true, hidden: true }),
  'person.removed': (picture, data) => picture.people.delete(data.person),
  'phase.started': (picture, data) => {
    picture.phase = data.phase;
    picture.status = 'running';
  },
  'phase.ended': (picture) => {
    picture.phase = null;
  },
  'hand.raised': (picture, data) => picture.hands.set(data.hand, { person: data.person, kind: data.kind }),
  'hand.lowered': (picture, data) => {
    picture.hands.delete(data.hand);
    picture.held = picture.held.filter((each) => each !== data.hand);
  },
  'floor.held': (picture, data) => {
    picture.held = (data.held ?? []).map((each) => each.hand);
  },
  'floor.given': (picture, data) => {
    picture.turns.set(data.turn, { person: data.person });
    picture.running = data.turn;
    picture.hands.delete(data.hand);
    picture.held = picture.held.filter((each) => each !== data.hand);
  },
  'floor.ended': (picture) => {
    picture.running = null;
  },
  'question.asked': (picture, data) => picture.questions.set(data.question, { ...data, status: data.status ?? 'pending' }),
  'question.approved': settle('approved'),
  'question.rejected': settle('rejected'),
  'question.withdrawn': settle('withdrawn'),
  'question.answered': settle('answered'),
  'question.dismissed': settle('dismissed'),
  'question.merged': (picture, data) => {
    const question = picture.questions.get(data.question);
    if (question) question.merged_into = data.into;
  },
  'question.unmerged': (picture, data) => {
    const question = picture.questions.get(data.question);
    if (question) question.merged_into = undefined;
  },
  'question.shown': (picture, data) => {
    picture.onScreen = data.question || null;
  },
  'talk.added': (picture, data) => {
    picture.talks.set(data.talk, data);
    const phase = picture.phases.get(data.phase);
    if (phase) phase.talks = [...(phase.talks ?? []), data.talk];
  },
  'poll.created': (picture, data) => picture.polls.set(data.poll, { ...data, status: 'draft' }),
  'poll.opened': pollIs('open'),
  'poll.closed': pollIs('closed'),
  'poll.reopened': pollIs('open'),
  'breakout.opened': (picture, data) => {
    picture.groups = new Map(data.groups.map(({ group, members }) => [group, new Set(members)]));
    picture.groupsOpen = true;
  },
  'breakout.closed': (picture) => {
    picture.groupsOpen = false;
  },
  'breakout.reopened': (picture) => {
    picture.groupsOpen = true;
  },
  'breakout.moved': (picture, data) => {
    for (const members of picture.groups.values()) members.delete(data.person);
    picture.groups.get(data.group)?.add(data.person);
  },
  'breakout.role_taken': (picture, data) => {
    picture.inside[data.role] = data.person;
  },
  'group.hand_raised': (picture, data) => picture.inside.hands.push(data.person),
  'group.hand_lowered': (picture, data) => {
    picture.inside.hands = picture.inside.hands.filter((each) => each !== data.person);
  },
  'group.floor_given': (picture, data) => {
    picture.inside.turn = data.person;
    picture.inside.hands = picture.inside.hands.filter((each) => each !== data.person);
  },
  'group.floor_ended': (picture) => {
    picture.inside.turn = undefined;
  },
  'takeaway.drafted': (picture, data) => picture.items.set(data.item, { ...data }),
  'takeaway.edited': (picture, data) => Object.assign(picture.items.get(data.item) ?? {}, data),
  'takeaway.removed': (picture, data) => picture.items.delete(data.item),
  'takeaway.published': (picture, data) => {
    const item = picture.items.get(data.item);
    if (item) item.published = true;
  },
};
