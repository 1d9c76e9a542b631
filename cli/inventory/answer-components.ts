import { type ComponentSheet, componentSheets } from '#data/inventory/components.ts'
import type { ComponentLicense } from '#data/inventory/licenses.ts'
import type { Language } from '#data/model/vocabulary.ts'
import { ACTIVITY_STATES } from '#data/reference/activity-states.ts'
import { READINESS_LEVELS } from '#data/reference/readiness-levels.ts'
import { table } from '../reporters/table.ts'
import type { Asking, InventoryAnswer } from './answer.ts'
import { COMPONENT_HEADS, componentRow } from './component-csv.ts'
import { componentLines } from './component-lines.ts'
import { componentsNamed } from './holdings.ts'
import { day, KINDS, orUnknown, STATES, told, UNKNOWN } from './words.ts'

const HEADS = {
  fr: [
    ...['composant', 'type', 'génération', 'domaine', 'version', 'publiée', 'le', 'état', 'licence', 'maturité'],
    ...['requiert', 'requis par'],
  ],
  en: [
    ...['component', 'kind', 'generation', 'domain', 'version', 'release', 'on', 'state', 'licence', 'readiness'],
    ...['requires', 'required by'],
  ],
} as const satisfies Record<Language, readonly string[]>

/** All components, or the sheets of those that are named. */
export function answerComponents({ inventory, language }: Asking, names: readonly string[]): InventoryAnswer {
  const about = names.flatMap((name) => componentsNamed(name, inventory.portfolio).map(({ id }) => id))
  const all = componentSheets(inventory).map((sheet) => ({
    ...sheet,
    description: inventory.records.get(sheet.id)?.declared?.summary?.[language] ?? sheet.description,
    maintainer: told(sheet.maintainer, language),
  }))
  const chosen = names.length === 0 ? all : all.filter(({ id }) => about.includes(id))
  return {
    members: { components: chosen, thresholds: { states: ACTIVITY_STATES, readiness: READINESS_LEVELS } },
    registers: ['adopters', 'services'],
    csv: { heads: COMPONENT_HEADS, rows: chosen.map(componentRow) },
    lines: names.length === 0 ? listLines(chosen, language) : chosen.flatMap((one) => componentLines(one, language)),
    ...(names.length > 0 && { about }),
  }
}

function listLines(sheets: readonly ComponentSheet[], language: Language): readonly string[] {
  if (sheets.length === 0) return []
  const rows = sheets.map((sheet) => [
    sheet.id,
    sheet.kind === null ? UNKNOWN : KINDS[language][sheet.kind],
    sheet.line ?? '',
    sheet.domain?.domain ?? '',
    orUnknown(sheet.version),
    sheet.release?.version ?? '',
    day(sheet.release?.publishedAt ?? ''),
    STATES[language][sheet.state],
    licenseText(sheet.license),
    levelText(sheet),
    ...[sheet.requires, sheet.requiredBy].map((reach) => (reach === null ? UNKNOWN : `${reach.direct}/${reach.all}`)),
  ])
  return table([[...HEADS[language]], ...rows], 10)
}

function levelText({ readiness: { level, atMost } }: ComponentSheet): string {
  return level === atMost ? String(level) : `${level}–${atMost}`
}

/** What people may count on; where sources disagree and nobody settled it, all that is said. */
function licenseText({ concluded, declared, isDisagreed, isSettled, evidence }: ComponentLicense): string {
  if (!isDisagreed || isSettled) return orUnknown(concluded?.spdx ?? declared?.spdx ?? declared?.said)
  return `${[...new Set(evidence.flatMap(({ spdx }) => spdx ?? []))].join(' / ')} !`
}
