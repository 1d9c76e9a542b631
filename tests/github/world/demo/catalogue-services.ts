import type { DemoComponent } from './component.ts'
import { entries } from './entry.ts'

const pack = entries('vaubrelle-services', 'pack')
const theme = entries('vaubrelle-services', 'theme')
const other = entries('vaubrelle-services', 'other')

/** Ready-made services and what goes with them. */
export const services: readonly DemoComponent[] = [
  pack('', {
    short: 'PasseQuartier',
    title: ['PasseQuartier', 'PasseQuartier'],
    purpose: [
      'Service prêt à essayer : salles, guichets, marchés et vie de quartier',
      'Service ready to try: rooms, counters, markets, ward life',
    ],
    version: '1.4.0',
    since: '2023-06-12',
    weight: 5,
    topics: ['service', 'docker'],
    faults: ['snapshot-pin'],
    needs: [
      'plugin-roomloan',
      'plugin-queueticket',
      'plugin-swimlane',
      'plugin-terracepermit',
      'plugin-stallrota',
      'plugin-neighbourfund',
      'plugin-wardassembly',
      'plugin-volunteerhub',
      'plugin-noticeboard',
      'plugin-plainpage',
      'plugin-familyfolder',
      'plugin-doorkey',
      'plugin-lostglove',
      'module-roomloan-calendarfeed',
      'module-roomloan-deposit',
      'module-queueticket-textmessage',
      'module-terracepermit-groundplan',
      'module-neighbourfund-ballot',
      'library-openhours',
      'library-feegrid',
      'library-plainmail',
      'site-theme-ardoise',
    ],
  }),
  theme('', {
    short: 'ardoise',
    title: ['Thème Ardoise', 'Ardoise theme'],
    purpose: ['Thème graphique des services de Vaubrelle', 'Look of the services of Vaubrelle'],
    version: '2.1.0',
    since: '2021-10-04',
    weight: 3,
    topics: ['theme', 'accessibilite'],
    faults: ['no-contribution-guide'],
  }),
  other('', {
    short: 'manuel-des-services',
    title: ['Manuel des services', 'Service manual'],
    purpose: ['Installer et exploiter les services prêts à essayer', 'Installs and runs the ready services'],
    version: '2026.09',
    since: '2023-07-03',
    weight: 1,
    topics: ['documentation'],
  }),
  other('', {
    short: 'modele-de-fiche',
    title: ['Modèle de fiche', 'Sheet template'],
    standing: 'fork',
    purpose: ['Copie du modèle de fiche d’un réutilisateur', 'Fork of the sheet template of another city'],
    version: '0.2.0',
    since: '2024-04-22',
    weight: 0,
    topics: ['documentation'],
    faults: ['no-owners'],
  }),
]
