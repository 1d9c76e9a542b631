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
  return kind === 'csv'
    ? adopterLinesFile(adopters)
    : json({ asOf, reusing, inService, adopters: adopters.map(adopterLine) })
}

/** Lines of the list of adopters, all or those that have one value. */
export function adopterLinesFile(adopters: Adoption['adopters']): string {
  const columns = [
    ...(['organisation', 'type', 'country', 'runs', 'state', 'basis', 'since', 'confirmedOn', 'adopters'] as const),
  ]
  return csv(
    columns,
    adopters.map(adopterLine).map((line) => columns.map((column) => line[column])),
  )
}

function adopterLine({ organisation, type, country, assembly, entry, ...line }: Adoption['adopters'][number]) {
  return {
    ...{ organisation, type, country, runs: assembly?.id ?? entry?.repository ?? null },
    ...{ state: line.state, basis: line.basis, since: line.since, confirmedOn: line.confirmedOn, adopters: line.count },
  }
}
