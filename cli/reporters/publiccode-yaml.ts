import { stringify } from 'yaml'
import type { PubliccodeDraft } from '#data/inventory/publiccode-draft.ts'
import { proseIn } from '#data/model/prose.ts'
import type { Language } from '#data/model/vocabulary.ts'
import { LICENSE_SOURCES } from '../inventory/words.ts'

const WORDS = {
  fr: {
    head: (component: string, day: string) => [
      `Brouillon de publiccode.yml (norme 0.7) pour ${component}, d’après les données du ${day}.`,
      'Les clés en commentaire sont celles que rien ne dit ici : à remplir, puis `parvis lint --pack publiccode`.',
    ],
    said: 'Ce qui en est dit, dans une langue à préciser ou à raccourcir',
    short: 'ce qu’il fait, en 150 signes au plus',
    long: 'pour qui, pourquoi, comment : de 150 à 10 000 signes',
    feature: 'ce qu’on peut y faire',
    licenses: 'Les sources ne désignent pas une même licence en vigueur',
    contact: 'rôle ou équipe (registre des composants)',
    contractor: 'prestataire',
  },
  en: {
    head: (component: string, day: string) => [
      `Draft of publiccode.yml (standard 0.7) for ${component}, from data of ${day}.`,
      'Keys in comments are those that nothing at hand says: fill them in, then `parvis lint --pack publiccode`.',
    ],
    said: 'What is said of it, in a language to be told, or to be cut short',
    short: 'what it does, in at most 150 characters',
    long: 'for whom, why, how: 150 to 10,000 characters',
    feature: 'what one can do with it',
    licenses: 'Sources do not name one licence that is in force',
    contact: 'role or team (register of components)',
    contractor: 'contractor',
  },
} as const

const TYPES = 'addon | library | standalone/web | standalone/backend | standalone/other | configurationFiles'

/** The sheet as YAML: what is known as keys, what is not as comments where it belongs. */
export function publiccodeYaml(draft: PubliccodeDraft, { language, day }: { language: Language; day: string }): string {
  const words = WORDS[language]
  const { platforms, dependsOn } = draft
  const lines = [
    ...words.head(draft.component, day).map((line) => `# ${line}`),
    `publiccodeYmlVersion: ${scalar('0.7')}`,
    `name: ${scalar(draft.name)}`,
    known('url', draft.url, 'https://…'),
    ...(draft.softwareVersion === null ? [] : [`softwareVersion: ${scalar(draft.softwareVersion)}`]),
    ...(draft.releaseDate === null ? [] : [`releaseDate: ${draft.releaseDate}`]),
    ...(platforms.length === 0
      ? ['# platforms: [web | linux | …]']
      : [`platforms: [${platforms.map(scalar).join(', ')}]`]),
    known('developmentStatus', draft.developmentStatus, 'concept | development | beta | stable | obsolete'),
    known('softwareType', draft.softwareType, TYPES),
    ...descriptionLines(draft, language),
    ...licenseLines(draft, language),
    ...maintenanceLines(draft, language),
    ...languageLines(draft),
    ...(dependsOn.length === 0 ? [] : ['dependsOn:', '  open:', ...dependsOn.flatMap(neededLines)]),
  ]
  return `${lines.join('\n')}\n`
}

function known(key: string, value: string | null, hint: string): string {
  return value === null ? `# ${key}: ${hint}` : `${key}: ${scalar(value)}`
}

/** One value on one line, quoted where YAML would take it for something else. */
function scalar(value: string): string {
  return stringify(value.replace(/\s+/gu, ' ').trim(), { lineWidth: 0 }).trimEnd()
}

/** The long description is asked for in one language: the first. */
function descriptionLines({ shortDescriptions, saidOfIt }: PubliccodeDraft, language: Language): readonly string[] {
  const words = WORDS[language]
  const rest = ['#     longDescription: |', `#       ${words.long}`, '#     features:', `#       - ${words.feature}`]
  if (shortDescriptions.length > 0) {
    return [
      'description:',
      ...shortDescriptions.flatMap((one, index) => [
        `  ${one.language}:`,
        `    shortDescription: ${scalar(one.text)}`,
        ...(index === 0 ? rest : []),
      ]),
    ]
  }
  return [
    ...(saidOfIt === null ? [] : [`# ${words.said}: ${saidOfIt.replace(/\s+/gu, ' ')}`]),
    ...['# description:', `#   ${language}:`, `#     shortDescription: ${words.short}`, ...rest],
  ]
}

function licenseLines({ license, saidLicenses }: PubliccodeDraft, language: Language): readonly string[] {
  if (license !== null) return ['legal:', `  license: ${scalar(license)}`]
  const said = saidLicenses.map(
    ({ source, place, said, spdx }) =>
      `#   ${[LICENSE_SOURCES[language][source], place ?? ''].join(' ').trim()}: ${(said ?? spdx ?? '?').replace(/\s+/gu, ' ')}`,
  )
  return [...(said.length === 0 ? [] : [`# ${WORDS[language].licenses}:`, ...said]), '# legal:', '#   license: SPDX']
}

function maintenanceLines({ maintenance, maintainer }: PubliccodeDraft, language: Language): readonly string[] {
  const words = WORDS[language]
  const contacts = (mark: string) => [
    `${mark}  contacts:`,
    `${mark}    - name: ${maintainer === null ? words.contact : scalar(proseIn(maintainer, { language, writtenIn: language }).text)}`,
  ]
  switch (maintenance) {
    case null:
      return ['# maintenance:', '#   type: internal | contract | community | none', ...contacts('# ')]
    case 'none':
      return ['maintenance:', '  type: none']
    case 'contract':
      return [
        ...['maintenance:', '  type: contract', '#   contractors:'],
        ...[`#     - name: ${words.contractor}`, '#       until: YYYY-MM-DD'],
        ...(maintainer === null ? [] : contacts('')),
      ]
    default:
      return ['maintenance:', `  type: ${maintenance}`, ...contacts(maintainer === null ? '# ' : '')]
  }
}

function languageLines({ languages }: PubliccodeDraft): readonly string[] {
  if (languages.length === 0) {
    return ['# localisation:', '#   localisationReady: true | false', '#   availableLanguages: [fr]']
  }
  return ['localisation:', '  localisationReady: true', `  availableLanguages: [${languages.map(scalar).join(', ')}]`]
}

function neededLines({ name, versionMin, versionMax }: PubliccodeDraft['dependsOn'][number]): readonly string[] {
  return [
    `    - name: ${scalar(name)}`,
    ...(versionMin === null ? [] : [`      versionMin: ${scalar(versionMin)}`]),
    ...(versionMax === null ? [] : [`      versionMax: ${scalar(versionMax)}`]),
  ]
}
