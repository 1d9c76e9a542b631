import type { ComponentSheet, Reach } from '#data/inventory/components.ts'
import type { LicenseEvidence } from '#data/inventory/licenses.ts'
import { englishCount, englishPlural, frenchCount, frenchPlural } from '#data/model/plural.ts'
import type { Language } from '#data/model/vocabulary.ts'
import { ACTIVITY_STATES } from '#data/reference/activity-states.ts'
import {
  CRITERIA,
  DOMAIN_SOURCES,
  day,
  KINDS,
  LICENSE_SOURCES,
  OUTCOMES,
  orUnknown,
  STATE_SOURCES,
  STATES,
  UNKNOWN,
} from './words.ts'

const WORDS = {
  fr: {
    kind: 'Type',
    domain: 'Domaine',
    coordinates: 'Coordonnées',
    version: 'Version de la branche',
    release: 'Dernière version publiée',
    behind: (count: number, of: number) =>
      `sur ${frenchCount(of, 'composant demandé', 'composants demandés')}, ${count} ${frenchPlural(count, 'a', 'ont')} une version plus récente`,
    core: 'Cœurs admis',
    state: 'État',
    stateSince: 'depuis le',
    lastActivity: 'dernière activité',
    limits: (active: number, dormant: number) =>
      `actif : activité il y a moins de ${active} mois ; endormi : aucune depuis ${dormant} mois`,
    replacedBy: 'Remplacé par',
    maintainer: 'En répond',
    license: 'Licence',
    disagreed: 'Les sources ne disent pas la même chose : à des personnes de trancher, au registre des composants.',
    settled: 'Les sources ne disent pas la même chose ; le registre tranche.',
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
    separator: ' : ',
  },
  en: {
    kind: 'Kind',
    domain: 'Domain',
    coordinates: 'Coordinates',
    version: 'Version on the branch',
    release: 'Last release',
    behind: (count: number, of: number) =>
      `of ${englishCount(of, 'component')} asked for, ${count} ${englishPlural(count, 'has', 'have')} a later release`,
    core: 'Core versions',
    state: 'State',
    stateSince: 'since',
    lastActivity: 'last activity',
    limits: (active: number, dormant: number) =>
      `active: something done less than ${active} months ago; dormant: nothing for ${dormant} months`,
    replacedBy: 'Replaced by',
    maintainer: 'Answers for it',
    license: 'Licence',
    disagreed: 'Sources do not say the same: that is for people to settle, in the register of components.',
    settled: 'Sources do not say the same; the register settles it.',
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
    separator: ': ',
  },
} as const

const [ACTIVE, QUIET] = ACTIVITY_STATES

/** The sheet of one component, and an empty line. */
export function componentLines(sheet: ComponentSheet, language: Language): readonly string[] {
  const words = WORDS[language]
  const line = (head: string, text: string | null) =>
    text === null || text === '' ? [] : [`  ${head}${words.separator}${text}`]
  const kind = sheet.kind === null ? UNKNOWN : [KINDS[language][sheet.kind], sheet.line ?? ''].join(' ').trim()
  const { release, domain } = sheet
  return [
    `${sheet.id}${sheet.description === null ? '' : ` · ${sheet.description}`}`,
    ...(sheet.coverage.files ? [] : [`  ${words.missing}`]),
    ...line(words.kind, kind),
    ...line(words.domain, domain && `${domain.domain} (${DOMAIN_SOURCES[language][domain.source]})`),
    ...line(words.coordinates, sheet.artifactId === null ? null : `${sheet.groupId}:${sheet.artifactId}`),
    ...line(words.version, orUnknown(sheet.version)),
    ...line(words.release, release === null ? UNKNOWN : `${release.version} (${day(release.publishedAt)})`),
    ...(sheet.behind === null || sheet.behind.of === 0
      ? []
      : [`  ${words.behind(sheet.behind.count, sheet.behind.of)}`]),
    ...line(words.core, coreText(sheet)),
    ...stateLines(sheet, language),
    ...line(words.maintainer, sheet.maintainer),
    ...licenseLines(sheet, language),
    ...readinessLines(sheet, language),
    ...line(words.requires, reachText(sheet.requires, language)),
    ...line(words.requiredBy, reachText(sheet.requiredBy, language)),
    ...line(words.services, sheet.services?.join(', ') ?? null),
    ...line(words.adopters, sheet.adopters === null ? null : String(sheet.adopters)),
    ...line(words.tracker, sheet.tracker === null ? null : (sheet.tracker.address ?? sheet.tracker.kind)),
    ...line(words.openness, sheet.openness),
    ...line(words.unread, sheet.coverage.unread.join(', ')),
    '',
  ]
}

function reachText(reach: Reach | null, language: Language): string {
  return reach === null ? UNKNOWN : WORDS[language].reach(reach.direct, reach.all)
}

function stateLines(sheet: ComponentSheet, language: Language): readonly string[] {
  const words = WORDS[language]
  const { state, stateFrom, stateSince, replacedBy, lastActivityAt } = sheet
  const source = stateFrom === null ? '' : STATE_SOURCES[language][stateFrom]
  const said = [
    STATES[language][state],
    ...(source === '' ? [] : [`(${source}${stateSince === null ? '' : `, ${words.stateSince} ${stateSince}`})`]),
  ].join(' ')
  return [
    `  ${words.state}${words.separator}${said}, ${words.lastActivity} ${day(lastActivityAt)}`,
    ...(stateFrom === 'activity' ? [`    ${words.limits(ACTIVE.monthsBelow, QUIET.monthsBelow)}`] : []),
    ...(replacedBy === null ? [] : [`  ${words.replacedBy}${words.separator}${replacedBy}`]),
  ]
}

function licenseLines({ license }: ComponentSheet, language: Language): readonly string[] {
  const words = WORDS[language]
  const { concluded, declared, isDisagreed, isSettled, evidence } = license
  const held = isDisagreed && !isSettled ? null : (concluded?.spdx ?? declared?.spdx ?? declared?.said ?? null)
  return [
    `  ${words.license}${words.separator}${orUnknown(held)}`,
    ...evidence.map((one) => `    ${evidenceText(one, language)}`),
    ...(isDisagreed ? [`    ${isSettled ? words.settled : words.disagreed}`] : []),
  ]
}

function evidenceText({ source, place, said, spdx }: LicenseEvidence, language: Language): string {
  const where = `${LICENSE_SOURCES[language][source]}${place === null ? '' : ` ${place}`}`
  const what = said === null || said === spdx ? orUnknown(spdx) : `« ${said} » = ${orUnknown(spdx)}`
  return `${where}${WORDS[language].separator}${what}`
}

function readinessLines({ readiness }: ComponentSheet, language: Language): readonly string[] {
  const words = WORDS[language]
  return [
    `  ${words.readiness}${words.separator}${words.level(readiness.level, readiness.atMost)}`,
    ...readiness.reasons.map(
      ({ criterion, level, outcome, value }) =>
        `    ${level}. ${CRITERIA[language][criterion](orUnknown(value))}, ${OUTCOMES[language][outcome]}`,
    ),
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
