import type { AssemblySheet, Part } from './loaders/assemblies.ts'
import type { CatalogueEntry } from './loaders/catalogue.ts'
import { catalogue, packs } from './register.ts'

interface Holder {
  readonly pack: AssemblySheet
  readonly part: Part
}

const byEntry = new Map<CatalogueEntry, Holder[]>()
for (const pack of packs) {
  for (const part of [...pack.groups.flatMap(({ parts }) => parts), ...pack.brought]) {
    if (part.entry === undefined) continue
    const held = byEntry.get(part.entry)
    if (held === undefined) byEntry.set(part.entry, [{ pack, part }])
    else held.push({ pack, part })
  }
}

/** Packs and sites that hold a component, with the version that each holds. */
export function holdersOf(entry: CatalogueEntry): readonly Holder[] {
  return byEntry.get(entry) ?? []
}

const byNeed = new Map<string, CatalogueEntry[]>()
for (const entry of catalogue.entries) {
  for (const need of entry.needs) byNeed.set(need, [...(byNeed.get(need) ?? []), entry])
}

/** Others that answer a need of a component, by name; what it requires or requires it is no choice beside it. */
export function alternativesTo(
  entry: CatalogueEntry,
  isBound: (other: CatalogueEntry) => boolean,
): readonly CatalogueEntry[] {
  const others = new Set(entry.needs.flatMap((need) => byNeed.get(need) ?? []))
  return [...others].filter((other) => other !== entry && !isBound(other))
}
