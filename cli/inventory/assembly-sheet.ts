import type { Assembly, Part } from '#data/inventory/assembly.ts'
import type { Inventory } from '#data/inventory/inventory.ts'
import { trialsOf } from '#data/inventory/trials.ts'
import { daysBetween } from '#data/model/instant.ts'
import type { Language } from '#data/model/vocabulary.ts'
import { table } from '../reporters/table.ts'
import type { Asking, CellValue, InventoryAnswer } from './answer.ts'
import { day, KINDS, LOOSENESS, orUnknown, toldTrial } from './words.ts'

const WORDS = {
  fr: {
    heads: ['assemblage', 'genre', 'version', 'composants nommés', 'apportés', 'hors collecte', 'en retard', 'lâches'],
    partHeads: ['composant', 'version', 'publiée le', 'âge (jours)', 'dernière', 'retard', ''],
  },
  en: {
    heads: ['assembly', 'kind', 'version', 'components named', 'brought', 'not collected', 'behind', 'loose'],
    partHeads: ['component', 'version', 'released on', 'age (days)', 'last', 'behind', ''],
  },
} as const

/** An assembly with how its parts stand, counted. */
export type AssemblySheet = ReturnType<typeof assemblySheet>

export function assemblySheet(assembly: Assembly, { inventory, language }: Asking) {
  const { id, component, profile, parts } = assembly
  const direct = parts.filter(({ isDirect }) => isDirect)
  const [trial = null] = trialsOf(assembly, inventory).map((one) => toldTrial(one, language))
  return {
    ...{ id, repository: component.repository, path: component.path, profile },
    ...{ kind: component.kind, line: component.line },
    artifact: component.build === null ? null : `${component.build.groupId}:${component.build.artifactId}`,
    version: component.build?.version ?? null,
    counts: {
      direct: direct.length,
      brought: parts.length - direct.length,
      notCollected: direct.filter((part) => part.component === null).length,
      behind: direct.filter(({ standing }) => (standing?.behind ?? 0) > 0).length,
      loose: direct.filter(({ loose }) => loose !== null).length,
    },
    trial,
    parts: parts.map((part) => partSheet(part, inventory)),
  }
}

function partSheet({ standing, ...part }: Part, { at }: Inventory) {
  const publishedAt = standing?.publishedAt ?? null
  return {
    ...part,
    publishedAt,
    ageDays: publishedAt === null ? null : daysBetween(publishedAt, at),
    latest: standing?.latest ?? null,
    behind: standing?.behind ?? null,
  }
}

export type PartSheet = ReturnType<typeof partSheet>

export function listedAssemblies(assemblies: readonly Assembly[], { inventory, language }: Asking): InventoryAnswer {
  const sheets = assemblies.map((assembly) => assemblySheet(assembly, { inventory, language }))
  return {
    members: { assemblies: sheets },
    csv: { heads: CSV_HEADS, rows: sheets.flatMap(csvRows) },
    about: [...new Set(assemblies.map(({ component }) => component.id))],
    lines:
      sheets.length === 0 ? [] : table([[...WORDS[language].heads], ...sheets.map((one) => row(one, language))], 3),
  }
}

function row({ id, kind, version, counts }: AssemblySheet, language: Language): readonly string[] {
  const { direct, brought, notCollected, behind, loose } = counts
  return [id, KINDS[language][kind], orUnknown(version), ...[direct, brought, notCollected, behind, loose].map(String)]
}

/** A line a part, below a head. */
export function partLines(parts: readonly PartSheet[], language: Language): readonly string[] {
  if (parts.length === 0) return []
  const rows = parts.map(({ artifact, version, publishedAt, ageDays, latest, behind, loose }) => [
    ...[artifact, orUnknown(version), day(publishedAt), orUnknown(ageDays), orUnknown(latest), orUnknown(behind)],
    loose === null ? '' : LOOSENESS[language][loose],
  ])
  return table([[...WORDS[language].partHeads], ...rows], 7).map((line) => `  ${line}`)
}

const CSV_HEADS = [
  ...['assembly', 'artifact', 'component', 'version', 'direct', 'loose', 'publishedAt', 'ageDays', 'latest'],
  ...['behind', 'type'],
]

function csvRows({ id, parts }: AssemblySheet): readonly (readonly CellValue[])[] {
  return parts.map((part) => [
    ...[id, part.artifact, part.component, part.version, part.isDirect, part.loose],
    ...[part.publishedAt, part.ageDays, part.latest, part.behind, part.type],
  ])
}
