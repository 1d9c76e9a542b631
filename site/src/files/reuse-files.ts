import type { Adoption } from '../loaders/adoption.ts'
import type { AssemblySheet, Part } from '../loaders/assemblies.ts'
import { csv } from './csv.ts'
import { json } from './data-files.ts'

/** The bill of a pack: what it names, then what follows. */
export function packFile(pack: AssemblySheet, kind: 'csv' | 'json'): string {
  const named = pack.groups.flatMap(({ parts }) => parts)
  const lines = [...named.map((part) => lineOf(part, true)), ...pack.brought.map((part) => lineOf(part, false))]
  if (kind === 'csv') {
    const columns = ['artifact', 'repository', 'version', 'monthsOld', 'latest', 'behind', 'isNamed'] as const
    return csv(
      columns,
      lines.map((line) => columns.map((column) => (column === 'isNamed' ? String(line.isNamed) : line[column]))),
    )
  }
  const { id, title, version, asOf, coverage, trials } = pack
  return json({ asOf, coverage, assembly: { id, title, version }, trials, parts: lines })
}

function lineOf({ artifact, entry, version, months, latest, behind }: Part, isNamed: boolean) {
  return { artifact, repository: entry?.repository ?? null, version, monthsOld: months, latest, behind, isNamed }
}

export function adoptersFile({ asOf, adopters, reusing, inService }: Adoption, kind: 'csv' | 'json'): string {
  const lines = adopters.map(
    ({ organisation, type, country, assembly, entry, state, basis, since, confirmedOn, count }) => ({
      ...{ organisation, type, country, runs: assembly?.id ?? entry?.repository ?? null, state, basis },
      ...{ since, confirmedOn, adopters: count },
    }),
  )
  if (kind === 'json') return json({ asOf, reusing, inService, adopters: lines })
  const columns = [
    ...(['organisation', 'type', 'country', 'runs', 'state', 'basis', 'since', 'confirmedOn', 'adopters'] as const),
  ]
  return csv(
    columns,
    lines.map((line) => columns.map((column) => line[column])),
  )
}
