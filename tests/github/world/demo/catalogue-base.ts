import type { DemoComponent } from './component.ts'
import { entries } from './entry.ts'

const core = entries('ville-vaubrelle', 'core')
const library = entries('ville-vaubrelle', 'library')
const tool = entries('ville-vaubrelle', 'tool')
const other = entries('ville-vaubrelle', 'other')

/** What the rest of the platform stands on, and its guide. */
export const base: readonly DemoComponent[] = [
  core('', {
    short: 'core',
    title: ['Cœur de la plateforme', 'Platform core'],
    purpose: [
      'Cœur de la plateforme de services en ligne de Vaubrelle',
      'Core of the online service platform of Vaubrelle',
    ],
    entity: 'QuayPage',
    thing: ['page d’accueil', 'landing page'],
    version: '8.0.3',
    since: '2016-02-08',
    weight: 10,
    topics: ['core', 'java'],
    languages: { de: 0.9, es: 0.95, it: 0.8 },
  }),
  tool('', {
    short: 'quaycheck',
    title: ['Contrôle de livraison', 'Release check'],
    purpose: [
      'Extension Maven qui vérifie un composant avant sa livraison',
      'Maven extension that checks a component before release',
    ],
    version: '1.3.0',
    since: '2021-05-17',
    weight: 2,
    topics: ['maven', 'outil'],
  }),
  library('tech', {
    short: 'wardgeometry',
    title: ['Géométrie des quartiers', 'Ward geometry'],
    purpose: ['Retrouver le quartier et le secteur d’une adresse', 'Finds the ward and sector of an address'],
    entity: 'WardOutline',
    version: '2.1.0',
    since: '2018-09-03',
    weight: 3,
    topics: ['bibliotheque', 'adresse'],
    bricks: ['sextant-geo'],
  }),
  library('tech', {
    short: 'feegrid',
    title: ['Grilles tarifaires', 'Fee grids'],
    purpose: ['Calculer un tarif selon le quotient familial', 'Works out a fee from the family quotient'],
    entity: 'FeeStep',
    version: '1.6.2',
    since: '2018-01-22',
    weight: 3,
    topics: ['bibliotheque', 'tarif'],
  }),
  library('tech', {
    short: 'openhours',
    title: ['Horaires d’ouverture', 'Opening hours'],
    purpose: [
      'Décrire les horaires d’ouverture et les jours fériés d’un lieu',
      'Describes opening hours and holidays of a place',
    ],
    entity: 'OpeningSpan',
    version: '2.0.1',
    since: '2019-04-15',
    weight: 4,
    topics: ['bibliotheque', 'horaires'],
  }),
  library('tech', {
    short: 'sealstamp',
    title: ['Cachet électronique', 'Electronic seal'],
    line: 'v7',
    purpose: [
      'Apposer le cachet électronique de la ville sur un document',
      'Puts the electronic seal of the city on a document',
    ],
    entity: 'SealRequest',
    version: '1.2.4',
    since: '2020-06-29',
    weight: 1,
    topics: ['bibliotheque', 'document'],
    bricks: ['cire-seal'],
    faults: ['library-group', 'no-security-policy'],
  }),
  library('tech', {
    short: 'plainmail',
    title: ['Courriels lisibles', 'Plain mail'],
    purpose: ['Composer des courriels lisibles par tous les logiciels', 'Writes mail that every reader can show'],
    entity: 'MailSheet',
    version: '1.4.0',
    since: '2021-01-11',
    weight: 2,
    topics: ['bibliotheque', 'courriel'],
    bricks: ['pigeon-mime'],
  }),
  other('', {
    short: 'guide-contributeur',
    title: ['Guide du contributeur', 'Contributor guide'],
    purpose: [
      'Guide pour proposer une amélioration aux services de Vaubrelle',
      'How to propose an improvement to the services of Vaubrelle',
    ],
    version: '2026.10',
    since: '2022-03-14',
    weight: 2,
    topics: ['documentation'],
  }),
]
