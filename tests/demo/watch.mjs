// Tells a person who leads from what the demo itself did. Events name no actor, so the demo writes down each act before it
// sends it; an event of leading that nobody wrote down is a person's, and from then on that part is left to people.
const areas = [
  ['floor', /^(phase|agenda)\.|^floor\.(given|extended|ended)$|^session\.closed$|^hand\.accepted$/],
  ['questions', /^question\.(approved|rejected|merged|unmerged|shown|answered|dismissed)$/],
  ['takeaways', /^takeaway\./],
  ['groups', /^breakout\.(planned|opened|closing|reopened)$|^poll\.(opened|closed|published)$/],
];

/** What makes an event the one that was meant. */
function keyOf({ type, data }) {
  if (type === 'floor.given') return `${type}:${data.hand ? `hand ${data.hand}` : `person ${data.person}`}`;
  if (type === 'floor.ended') return `${type}:${data.turn}`;
  return `${type}:${data.question ?? data.item ?? ''}`;
}

export class Watch {
  constructor(onPerson) {
    this.expected = new Set();
    this.left = new Set(); // areas that people lead
    this.own = new Set(); // participants of the demo
    this.onPerson = onPerson;
  }

  isOurs(area) {
    return !this.left.has(area);
  }
  expect(key) {
    this.expected.add(key);
  }
  /** The act was refused: an event like it is somebody else's. */
  unexpect(key) {
    this.expected.delete(key);
  }
  /** `turn` is the one that ran before the event. */
  see(event, turn) {
    const area = areas.find(([, types]) => types.test(event.type))?.[0];
    if (!area || this.left.has(area)) return;
    if (this.#isOwn(event, turn)) return;
    this.left.add(area);
    this.onPerson(area, event);
  }

  #isOwn(event, turn) {
    const { type, data } = event;
    if (this.expected.delete(keyOf(event))) return true;
    if (type === 'floor.ended') return !turn || !this.own.has(turn.person); // a person gave the floor back
    if (type === 'phase.started' || type === 'phase.ended') return this.expected.delete(type);
    if (type === 'takeaway.drafted' || type === 'takeaway.edited') return this.own.has(data.author);
    // A settled question leaves the screen by itself.
    if (type === 'question.shown' && !data.question) return this.expected.delete(type);
    return false;
  }
}
