// The people of the session of seed 003, each at a page of their own.
import { laptop, type Page, passNames, phone, type Table, tablet } from './table';

export interface Cast {
  moderator: Page;
  online: Page;
  steward: Page;
  rapporteur: Page;
  /** On a phone, online. */
  amina: Page;
  /** On a laptop, in the room. */
  mei: Page;
  /** On a phone, online; his hand is raised for him. */
  luis: Page;
  display: Page;
}

export async function seat(table: Table): Promise<Cast> {
  const cast = {
    moderator: await table.join(table.personLink('Ke GONG'), laptop, { where: 'onsite' }),
    online: await table.join(table.personLink('Xiaofeng Tao'), laptop, { where: 'online' }),
    steward: await table.join(table.link('steward'), tablet, { name: 'Stella Steward', where: 'onsite' }),
    rapporteur: await table.join(table.personLink('Jieyao Wang'), laptop, { where: 'onsite' }),
    amina: await table.join(
      table.joinLink,
      phone,
      { name: 'Amina Diallo', where: 'online', stakeholder: 'civil_society', region: 'african' },
      { hasTouch: true, isMobile: true },
    ),
    mei: await table.join(table.joinLink, laptop, {
      name: 'Mei Tanaka',
      where: 'onsite',
      stakeholder: 'technical_community',
      region: 'asia_pacific',
    }),
    luis: await table.join(table.joinLink, phone, {
      name: 'Luis Herrera',
      where: 'online',
      stakeholder: 'private_sector',
      region: 'grulac',
    }),
    display: await table.display(),
  };
  await passNames(cast.moderator, 3);
  return cast;
}
