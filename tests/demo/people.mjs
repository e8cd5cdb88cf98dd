// Who comes. The shares are those of the IGF's 2024 stocktaking (contributors by group), skewed as they really are.
const stakeholders = {
  government: 33,
  intergovernmental_organization: 11,
  civil_society: 64,
  technical_community: 23,
  private_sector: 29,
};
const regions = { african: 69, asia_pacific: 47, eastern_european: 4, grulac: 13, weog: 19 };

const names = {
  african: {
    given: 'Amina Kwame Thandiwe Chidi Fatou Tendai Wanjiru Moussa Zanele Abebe Nneka Ibrahim Aissatou Kofi Lerato Samuel',
    family: 'Diallo Okafor Mensah Nkosi Kamau Traoré Banda Tesfaye Adeyemi Moyo Njoroge Ndiaye Dlamini Haile Owusu Mwangi',
  },
  asia_pacific: {
    given: 'Mei Arjun Siti Hiroshi Priya Nguyen Farah Jun Leilani Rahim Sunita Kenji Anjali Bayani Li Tariq',
    family: 'Chen Sharma Rahman Tanaka Patel Tran Santos Kim Hussain Wijaya Fernando Gurung Nakamura Zhang Faleolo Iqbal',
  },
  eastern_european: {
    given: 'Katarzyna Andrei Milena Tomáš Oksana Luka',
    family: 'Nowak Ionescu Petrović Dvořák Kovalenko Horvat',
  },
  grulac: {
    given: 'Camila Mateo Valentina Diego Luciana Thiago Ximena Andrés',
    family: 'Silva Rodríguez Fernández Quispe Morales Souza Castro Baptiste',
  },
  weog: {
    given: 'Ingrid Lucas Sofia James Emilia Henrik Claire Aoife',
    family: 'Lindqvist Müller Rossi Walker García Dubois Jensen Murphy',
  },
};

const affiliations = {
  government: ['Ministry of Communications', 'National data protection authority', 'Ministry of Education', 'Telecom regulator'],
  intergovernmental_organization: ['Regional development bank', 'Regional economic commission', 'Treaty secretariat'],
  civil_society: ['Digital rights network', 'Youth IGF', 'Women in tech collective', 'Consumers union', 'Disability alliance'],
  technical_community: ['Country-code registry', 'University AI lab', 'Engineers association', 'Internet exchange'],
  private_sector: ['Cloud start-up', 'Agri-AI company', 'Mobile operator', 'Small business chamber'],
};
const languages = {
  african: [['en'], ['fr', 'en'], ['sw', 'en'], ['ar', 'en'], ['pt', 'en']],
  asia_pacific: [['en'], ['zh', 'en'], ['hi', 'en'], ['id', 'en'], ['ja', 'en']],
  eastern_european: [['en'], ['pl', 'en'], ['uk', 'en']],
  grulac: [['es', 'en'], ['pt', 'en'], ['es']],
  weog: [['en'], ['fr', 'en'], ['de', 'en']],
};

/** `count` profiles, none with the name of another. */
export function makePeople(count, random) {
  const taken = new Set();
  return Array.from({ length: count }, (_, index) => {
    const region = random.weighted(regions);
    const group = random.weighted(stakeholders);
    const pool = names[region];
    let name = '';
    for (let attempt = 0; attempt < 40 && (name === '' || taken.has(name)); attempt++) {
      name = `${random.pick(pool.given.split(' '))} ${random.pick(pool.family.split(' '))}`;
    }
    if (taken.has(name)) name += ` ${index + 1}`;
    taken.add(name);
    const profile = { name, modality: random.chance(0.55) ? 'online' : 'onsite', languages: random.pick(languages[region]) };
    // Some say less: "not stated" is an answer too.
    if (!random.chance(0.06)) profile.stakeholder_group = group;
    if (!random.chance(0.06)) {
      profile.regional_group = group === 'intergovernmental_organization' ? 'intergovernmental' : region;
    }
    if (random.chance(0.7)) profile.affiliation = random.pick(affiliations[group]);
    return profile;
  });
}
