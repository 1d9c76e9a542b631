import type * as French from '../fr/legal.ts'
export const accessibility: typeof French.accessibility = {
  title: 'Accessibility',
  heading: (state) => `Accessibility: ${state}`,
  description: 'Accessibility statement of the site.',
  statement: (publisher) =>
    `${publisher} undertakes to make this site accessible, under article 47 of the French law no. 2005-102 of 11 February 2005. This statement applies to the present site.`,
  state: 'State of compliance',
  noAudit:
    'This site is not compliant with the French accessibility reference (RGAA): no audit was made. Tests by tool do not replace an audit and do not change this state.',
  audited: ({ state, auditor, day, rate }) =>
    `This site is ${state} with the French accessibility reference (RGAA). Audit of ${day} by ${auditor}: ${rate} of the criteria met.`,
  sample: 'Pages of the sample',
  tools: 'Tools and environment',
  issues: 'What does not comply',
  exemptions: 'Exemptions for a disproportionate burden, each with its reason',
  outOfScope: 'Content outside of the scope of the law',
  unsaid: 'Nothing is said of that.',
  plan: 'Plan for several years',
  dated: (day) => `Statement made on ${day}. It holds for three years at most, or until the site is made anew.`,
  tested: 'What is tried at each version',
  testedItems: [
    'Each page template goes through an automatic check, in both languages, light and dark, on small and large screens.',
    'The site reads without a script: texts, tables, downloads and the list of components.',
    'Each drawing has its headline, its reading sentence and its table.',
    'No state is told by colour alone: shape, word and colour go together.',
  ],
  notTested: 'What is not checked',
  notTestedItems: [
    'No trial by people who use a screen reader is recorded.',
    'The 106 criteria of the reference were not gone through by hand.',
    'Descriptions written by the owners of repositories stay in their own language.',
  ],
  contact: 'Report a difficulty',
  contactText: (mail) => `If you cannot read a page, write to ${mail}: another form will be offered to you.`,
  noContact: 'The city has not given a contact address yet.',
  remedy: 'Remedies',
  remedyText:
    'If you reported a difficulty and had no satisfactory answer, you may write to the French Defender of Rights, go to the delegate near you, or send a letter free of charge (Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07).',
}

export const legal: typeof French.legal = {
  title: 'Legal notice',
  description: 'Who publishes and who hosts this site.',
  keys: {
    publisher: 'Publisher',
    'publication-director': 'Director of publication',
    host: 'Host',
    'source-code': 'Code of the site',
    'content-license': 'Licence of the texts',
    controller: 'Controller',
    purposes: 'Purposes',
    'legal-basis': 'Legal basis',
    retention: 'How long it is kept',
    'accessibility-plan': 'Plan for several years and plan of the year',
    'data-protection': 'Data protection officer',
    'server-logs': 'Server logs',
  },
  dataLicense: 'Licence of the data',
  missing: 'Not given by the city.',
  contact: 'Contact',
  note: 'This page says what the city has given, and nothing else.',
}

export const privacy: typeof French.privacy = {
  title: 'Personal data',
  description: 'What the site keeps and does not keep.',
  visitors: 'You who read',
  visitorsItems: [
    'This site sets no cookie and does not measure your visit.',
    'It calls no other server than the one that hosts it.',
    'Your choice of colours stays in your browser and is sent nowhere.',
  ],
  logs: 'Server logs',
  contributors: 'You who contribute',
  contributorsItems: (floor) => [
    'No name, no login, no address of a person is published.',
    `Counts with fewer than ${floor} persons behind them are withheld.`,
    'Titles and texts of change requests are not published; the title of an issue is, under a chosen label alone, with names, addresses and telephone numbers masked.',
    'Thanks are published only with the consent of the person, by a name of their choice; an e-mail is enough to have them taken out.',
  ],
  processing: 'The processing',
  rights: 'Your rights',
  rightsText:
    'You may ask what is kept about you, and have it erased, from the data protection officer below, and turn to the CNIL.',
}

export const ecoDesign: typeof French.ecoDesign = {
  title: 'Eco-design',
  description: 'The weight of the pages and the choices that keep it low.',
  lead: 'Each page tells its weight at its foot. Here are the ceilings that the build of the site gives itself, and what keeps them.',
  choices: 'Choices',
  choiceItems: [
    'Pages written beforehand: no server computes while you read.',
    'One typeface only, cut down to Latin characters; the rest uses those of your device.',
    'No heavy picture, no film, no outside service.',
    'Drawings load only when they come into view.',
  ],
  assessment: 'Assessment',
  assessed: ({ assessor, day, rate }) => `Assessment of ${day} by ${assessor}: ${rate} of the RGESN criteria met.`,
  report: 'In detail',
  notAudited: 'No evaluation after the French eco-design reference (RGESN) is recorded.',
}
