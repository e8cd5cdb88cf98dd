// What the simulated people say. Each topic has wordings that read alike, so that merging them is worth it.
export const topics = [
  {
    of: ['civil_society', 'government'],
    asks: [
      'How can small languages get a say in the data that language models are trained on?',
      'How do speakers of small languages get a say in the data that models are trained on?',
    ],
    answer: 'Two speakers pointed to community data trusts; the secretariat will share examples.',
  },
  {
    of: ['civil_society', 'technical_community'],
    asks: [
      'Who audits an AI system that a ministry buys abroad, and who pays for the audit?',
      'Who pays for the audit of an AI system that a ministry buys abroad?',
    ],
    answer: 'The buyer should: write audit rights and their cost into every public tender.',
  },
  {
    of: ['government', 'private_sector'],
    asks: [
      'What is the smallest set of rules that a country with ten regulators in all can really enforce?',
      'Which smallest set of AI rules can a country with very few regulators really enforce?',
    ],
    answer: 'Start with transparency for public use and one complaints desk.',
  },
  {
    of: ['private_sector', 'technical_community'],
    asks: [
      'How can a start-up show that its model is fair without a compliance department?',
      'How can a small start-up show that its model is fair without a whole compliance department?',
    ],
    answer: 'Shared test sets and a public model card go a long way.',
  },
  {
    of: ['civil_society', 'intergovernmental_organization'],
    asks: ['Could the Global Digital Compact name one number a year by which we see whether the AI divide shrinks?'],
    answer: 'The panel suggested people with affordable access to computing, by region.',
  },
  {
    of: ['technical_community', 'government'],
    asks: ['Should publicly funded models and data sets be open by default, and where would you stop?'],
    answer: 'Open by default, with a stated reason for each exception.',
  },
  {
    of: ['civil_society'],
    asks: ['How are people told, in plain words, that a machine took part in a decision about them?'],
    answer: 'One sentence on the letter itself, in the language of the letter.',
  },
  {
    of: ['government', 'civil_society'],
    asks: ['What should a school do on Monday morning about homework written by a chatbot?'],
    answer: 'Ask for the way to the answer, not only the answer.',
  },
  {
    of: ['intergovernmental_organization', 'government'],
    asks: ["How does UNESCO's readiness assessment change a national budget, and where has it happened?"],
    answer: 'Two countries reported a budget line after the assessment.',
  },
  {
    of: ['private_sector', 'government'],
    asks: ['Can sandboxes cross borders, so that a health tool is not tested anew in every neighbouring country?'],
    answer: 'Regional sandboxes exist for payments; health could follow.',
  },
  {
    of: ['civil_society', 'technical_community'],
    asks: ['How much energy and water may a model use before its benefit is in doubt, and who publishes the figures?'],
    answer: 'Operators should publish both for every data centre.',
  },
  {
    of: ['civil_society', 'private_sector'],
    asks: ['Who speaks for the people who label the data, and what is a fair wage for it?'],
    answer: 'Buyers can ask for wage clauses as they do in textiles.',
  },
  {
    of: ['government', 'technical_community'],
    asks: ['If a model fails during an emergency, who is allowed to switch it off?'],
    answer: 'The operator on duty, and never needing permission.',
  },
  {
    of: ['technical_community', 'private_sector'],
    asks: ['Would a shared register of AI incidents work across regions, and who should host it?'],
    answer: 'Yes, if reporting is safe; existing CERT networks could host it.',
  },
  {
    of: ['civil_society', 'government'],
    asks: ['How can persons with disabilities test a public AI service before it opens?'],
    answer: 'Pay them as testers, before launch and after each large change.',
  },
];

// When these are asked, follow-ups go on.
const subjects = [
  'audit rights in tenders',
  'open data sets',
  'incident registers',
  'model cards',
  'regulatory sandboxes',
  'fair wages for data work',
  'school use of chatbots',
  'public AI services',
];
const places = [
  'a country with one data centre',
  'people who are online by phone only',
  'a town of ten thousand people',
  'a small island state',
  'a ministry without engineers',
  'a company of five people',
];
export const followUps = subjects.flatMap((subject, index) =>
  places.map((_, step) => `What would ${subject} mean for ${places[(index + step) % places.length]}?`),
);

export const offTopic = 'Does anyone know where the lunch vouchers are handed out?';
export const rejection = 'Please ask the information desk: it is not about the topic of this session.';

export const takeaways = [
  {
    kind: 'takeaway',
    title: 'Audit rights belong into every public tender for AI',
    body: 'Speakers from three groups agreed that a public buyer must be able to audit a system, and must plan its cost.',
  },
  {
    kind: 'call_to_action',
    title: 'Open a shared register of AI incidents',
    body: 'Technical community and regulators: agree on a form and a host before the next annual meeting.',
  },
  {
    kind: 'takeaway',
    title: 'Small languages need a say before training, not after',
    body: 'Community data trusts were named as a way to agree on use, credit and benefit in advance.',
  },
  {
    kind: 'call_to_action',
    title: 'Pay persons with disabilities to test public AI services',
    body: 'Governments: test before the launch and after each large change, with people who will depend on the service.',
  },
  {
    kind: 'takeaway',
    title: 'Few rules that are enforced beat many that are not',
    body: 'For small regulators, transparency of public use and one complaints desk come first.',
  },
  {
    kind: 'call_to_action',
    title: 'Publish energy and water use of each data centre',
    body: 'Operators: publish both figures yearly in one agreed format.',
  },
];

/** What groups write down. */
export const points = [
  { text: 'Write audit rights into every tender, and plan their cost.', mark: 'claim' },
  { text: 'A regional pool of auditors would help countries that only buy.', mark: 'claim' },
  { text: 'Small languages need a fund of their own, run by their speakers.', mark: 'ask' },
  { text: 'Vendors should pay for the first audit, not the buyer.', mark: 'claim' },
  { text: 'Some of us think that rules now would only help the largest companies.', mark: 'dissent' },
  { text: 'Sandboxes work only where somebody has the time to watch them.' },
  { text: 'Open models need compute that most universities do not have.', mark: 'claim' },
  { text: 'Publish which public services use AI, in one list for each country.', mark: 'ask' },
  { text: 'We could not agree whether open by default goes for health data.', mark: 'dissent' },
  { text: 'Teachers should be asked before tools are bought for schools.', mark: 'ask' },
  { text: 'Energy and water use belong beside the price in each offer.', mark: 'ask' },
  { text: 'A complaints desk is worth more than another principle.', mark: 'claim' },
];
