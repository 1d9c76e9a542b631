import { type ComponentSheet, componentSheets } from '#data/inventory/components.ts'
import type { Language } from '#data/model/vocabulary.ts'
import { table } from '../reporters/table.ts'
import type { Asking, CellValue, InventoryAnswer } from './answer.ts'
import { componentsNamed } from './holdings.ts'
import { CRITERIA, day, KINDS, OUTCOMES, orUnknown, STATES, UNKNOWN } from './words.ts'

const WORDS = {
  fr: {
    heads: [
      'composant',
      'genre',
      'ligne',
      'version',
      'publiée',
      'le',
      'état',
      'licence',
      'maturité',
      'requiert',
      'requis par',
    ],
    kind: 'Genre',
    coordinates: 'Coordonnées',
    version: 'Version de la branche',
    release: 'Dernière version publiée',
    behind: (count: number, of: number) => `${count} des ${of} composants demandés ont une version plus récente`,
    core: 'Cœurs admis',
    state: 'État',
    since: 'dernière activité',
    license: 'Licence',
    declared: 'déclarée',
    concluded: 'conclue des textes',
    disagreed: 'Les sources ne disent pas la même chose : à des personnes de trancher.',
    readiness: 'Maturité',
    level: (level: number, most: number) =>
      level === most ? `niveau ${level} sur 3` : `niveau ${level} sur 3 au moins, ${most} si le reste était connu`,
    requires: 'Requiert',
    requiredBy: 'Requis par',
    reach: (direct: number, all: number) => `${direct} directement, ${all} en tout`,
    services: 'Services qui reposent dessus',
    adopters: 'En service ailleurs',
    tracker: 'Anomalies suivies',
    openness: 'Degré d’ouverture',
    unread: 'Fichiers illisibles',
    missing: 'Ses fichiers n’ont pas été collectés : ce qu’il est et demande n’est pas connu.',
  },
  en: {
    heads: [
      'component',
      'kind',
      'line',
      'version',
      'release',
      'on',
      'state',
      'licence',
      'readiness',
      'requires',
      'required by',
    ],
    kind: 'Kind',
    coordinates: 'Coordinates',
    version: 'Version on the branch',
    release: 'Last release',
    behind: (count: number, of: number) => `${count} of the ${of} components asked for have a later release`,
    core: 'Core versions',
    state: 'State',
    since: 'last activity',
    license: 'Licence',
    declared: 'declared',
    concluded: 'concluded from texts',
    disagreed: 'Sources do not say the same: that is for people to settle.',
    readiness: 'Readiness',
    level: (level: number, most: number) =>
      level === most ? `level ${level} of 3` : `level ${level} of 3 at least, ${most} if the rest were known`,
    requires: 'Requires',
    requiredBy: 'Required by',
    reach: (direct: number, all: number) => `${direct} directly, ${all} in all`,
    services: 'Services that rest on it',
    adopters: 'In service elsewhere',
    tracker: 'Issues live at',
    openness: 'Degree of openness',
    unread: 'Files that could not be read',
    missing: 'Its files were not collected: what it is and needs is not known.',
  },
} as const

/** All components, or the sheets of those that are named. */
export function answerComponents({ inventory, language }: Asking, names: readonly string[]): InventoryAnswer {
  const about = names.flatMap((name) => componentsNamed(name, inventory.portfolio).map(({ id }) => id))
  const all = componentSheets(inventory)
  const chosen = names.length === 0 ? all : all.filter(({ id }) => about.includes(id))
  return {
    members: { components: chosen },
    csv: { heads: CSV_HEADS, rows: chosen.map(csvRow) },
    lines: names.length === 0 ? listLines(chosen, language) : chosen.flatMap((one) => sheetLines(one, language)),
    ...(names.length > 0 && { about }),
  }
}

function listLines(sheets: readonly ComponentSheet[], language: Language): readonly string[] {
  if (sheets.length === 0) return []
  const rows = sheets.map((sheet) => [
    sheet.id,
    sheet.kind === null ? UNKNOWN : KINDS[language][sheet.kind],
    sheet.line ?? '',
    orUnknown(sheet.version),
    sheet.release?.version ?? '',
    day(sheet.release?.publishedAt ?? ''),
    STATES[language][sheet.state],
    `${orUnknown(sheet.license.concluded?.spdx ?? sheet.license.declared?.spdx ?? sheet.license.declared?.said)}${sheet.license.isDisagreed ? ' !' : ''}`,
    levelText(sheet),
    `${sheet.requires.direct}/${sheet.requires.all}`,
    `${sheet.requiredBy.direct}/${sheet.requiredBy.all}`,
  ])
  return table([[...WORDS[language].heads], ...rows], 9)
}

function levelText({ readiness: { level, atMost } }: ComponentSheet): string {
  return level === atMost ? String(level) : `${level}–${atMost}`
}

function sheetLines(sheet: ComponentSheet, language: Language): readonly string[] {
  const words = WORDS[language]
  const separator = language === 'fr' ? ' : ' : ': '
  const line = (head: string, text: string | null) =>
    text === null || text === '' ? [] : [`  ${head}${separator}${text}`]
  const { license, readiness } = sheet
  return [
    `${sheet.id}${sheet.description === null ? '' : ` · ${sheet.description}`}`,
    ...(sheet.coverage.files ? [] : [`  ${words.missing}`]),
    ...line(
      words.kind,
      sheet.kind === null ? UNKNOWN : `${KINDS[language][sheet.kind]}${sheet.line === null ? '' : ` ${sheet.line}`}`,
    ),
    ...line(words.coordinates, sheet.artifactId === null ? null : `${sheet.groupId}:${sheet.artifactId}`),
    ...line(words.version, orUnknown(sheet.version)),
    ...line(
      words.release,
      sheet.release === null ? UNKNOWN : `${sheet.release.version} (${day(sheet.release.publishedAt)})`,
    ),
    ...(sheet.behind.of === 0 ? [] : [`  ${words.behind(sheet.behind.count, sheet.behind.of)}`]),
    ...line(words.core, coreText(sheet)),
    ...line(words.state, `${STATES[language][sheet.state]}, ${words.since} ${day(sheet.lastActivityAt)}`),
    ...line(
      `${words.license}, ${words.concluded}`,
      license.concluded === null ? UNKNOWN : `${license.concluded.spdx} (${license.concluded.from.join(', ')})`,
    ),
    ...license.evidence.map(
      ({ source, place, said, spdx }) =>
        `    ${source}${place === null ? '' : ` ${place}`}${separator}${said === null || said === spdx ? orUnknown(spdx) : `« ${said} » = ${orUnknown(spdx)}`}`,
    ),
    ...(license.isDisagreed ? [`    ${words.disagreed}`] : []),
    ...line(words.readiness, words.level(readiness.level, readiness.atMost)),
    ...readiness.reasons.map(
      ({ criterion, level, outcome, value }) =>
        `    ${level}. ${CRITERIA[language][criterion](orUnknown(value))}, ${OUTCOMES[language][outcome]}`,
    ),
    ...line(words.requires, words.reach(sheet.requires.direct, sheet.requires.all)),
    ...line(words.requiredBy, words.reach(sheet.requiredBy.direct, sheet.requiredBy.all)),
    ...line(words.services, sheet.services.join(', ')),
    ...line(words.adopters, sheet.adopters === null ? null : String(sheet.adopters)),
    ...line(words.tracker, sheet.tracker === null ? null : (sheet.tracker.address ?? sheet.tracker.kind)),
    ...line(words.openness, sheet.openness),
    ...line(words.unread, sheet.coverage.unread.join(', ')),
    '',
  ]
}

function coreText({ descriptors }: ComponentSheet): string | null {
  const texts = descriptors.flatMap(({ name, minCoreVersion: min, maxCoreVersion: max }) =>
    min === null && max === null
      ? []
      : [`${name === null || descriptors.length === 1 ? '' : `${name} `}${min ?? '…'} – ${max ?? '…'}`],
  )
  return texts.length === 0 ? null : texts.join(', ')
}

const CSV_HEADS = [
  ...['id', 'repository', 'path', 'owner', 'name', 'kind', 'line', 'groupId', 'artifactId', 'version'],
  ...['release', 'releasedAt', 'behind', 'behindOf', 'minCoreVersion', 'maxCoreVersion', 'state', 'lastActivityAt'],
  ...['licenseDeclared', 'licenseDeclaredBy', 'licenseConcluded', 'licenseConcludedFrom', 'licenseDisagreed'],
  ...['readiness', 'readinessAtMost', 'requires', 'requiresAll', 'requiredBy', 'requiredByAll'],
  ...['openness', 'tracker', 'adopters', 'services', 'hasPubliccode', 'filesCollected', 'description', 'url'],
]

function csvRow(sheet: ComponentSheet): readonly CellValue[] {
  const { license, release, readiness, descriptors } = sheet
  const cores = (key: 'minCoreVersion' | 'maxCoreVersion') =>
    [...new Set(descriptors.flatMap((one) => one[key] ?? []))].join(' ') || null
  const of = (count: number) => (sheet.coverage.files ? count : null)
  return [
    ...[sheet.id, sheet.repository, sheet.path, sheet.owner, sheet.name, sheet.kind, sheet.line, sheet.groupId],
    ...[sheet.artifactId, sheet.version, release?.version ?? null, release?.publishedAt ?? null],
    ...[of(sheet.behind.count), of(sheet.behind.of), cores('minCoreVersion'), cores('maxCoreVersion')],
    ...[sheet.state, sheet.lastActivityAt, license.declared?.spdx ?? license.declared?.said ?? null],
    ...[license.declared?.source ?? null, license.concluded?.spdx ?? null, license.concluded?.from.join(' ') ?? null],
    ...[license.isDisagreed, readiness.level, readiness.atMost, of(sheet.requires.direct), of(sheet.requires.all)],
    ...[sheet.requiredBy.direct, sheet.requiredBy.all, sheet.openness, sheet.tracker?.kind ?? null, sheet.adopters],
    ...[sheet.services.join(' ') || null, sheet.hasPubliccode, sheet.coverage.files, sheet.description, sheet.url],
  ]
}
