import type { Assembly, Part } from '../inventory/assembly.ts'
import { isWithheld, type PublishedPortfolio } from '../inventory/published.ts'
import { trialsOf } from '../inventory/trials.ts'
import type { ExportTable } from './export-table.ts'
import { NOWHERE, type PlaceOf } from './places.ts'

/** Sites and packs with their parts and the starts that somebody saw. */
export function assemblyTables(published: PublishedPortfolio, placeOf: PlaceOf): readonly ExportTable[] {
  const placed = published.assemblies.flatMap((assembly) => {
    const place = placeOf(assembly.component.id)
    const parts = assembly.parts.filter(({ artifact }) => !isWithheld(artifact, published))
    return place === undefined ? [] : [{ assembly, place, parts }]
  })
  return [
    {
      table: 'assembly',
      rows: placed.map(({ assembly, place, parts }) => ({ ...place, ...assemblyRow(assembly, parts) })),
    },
    {
      table: 'assembly_part',
      rows: placed.flatMap(({ assembly, parts }) =>
        parts.map((part) => ({ assembly: assembly.id, ...partRow(part, placeOf) })),
      ),
    },
    {
      table: 'assembly_trial',
      rows: placed.flatMap(({ assembly }) =>
        trialsOf(assembly, published.inventory).map((trial, index) => ({
          assembly: assembly.id,
          position: index + 1,
          ...trial,
        })),
      ),
    },
  ]
}

function assemblyRow({ id, profile, component }: Assembly, parts: readonly Part[]): ExportTable['rows'][number] {
  const { build, kind, repository } = component
  return {
    ...{ id, profile, kind },
    name: build?.artifactId || repository.slice(repository.indexOf('/') + 1),
    title: build?.title ?? null,
    version: build?.version ?? null,
    parts_direct: parts.filter(({ isDirect }) => isDirect).length,
    parts_all: parts.length,
  }
}

function partRow(part: Part, placeOf: PlaceOf): ExportTable['rows'][number] {
  const { artifact, component, version, isDirect, standing } = part
  return {
    ...{ artifact, version, is_direct: isDirect ? 1 : 0 },
    ...((component === null ? undefined : placeOf(component)) ?? NOWHERE),
    published_at: standing?.publishedAt ?? null,
    latest_version: standing?.latest ?? null,
    behind: standing?.behind ?? null,
  }
}
