import type { Descriptor } from '#data/facts/shapes/descriptor.ts'
import type { LicenseText } from '#data/facts/shapes/license-text.ts'
import type { Publiccode } from '#data/facts/shapes/publiccode.ts'
import { describedFiles } from '#data/queries/inventory/described-files.ts'
import type { Store } from '#data/store.ts'
import { factsOfStored } from './stored-blobs.ts'

/** What the files of one repository say of its components, by path. */
export interface Descriptions {
  readonly descriptors: ReadonlyMap<string, Descriptor>
  readonly licenseFiles: ReadonlyMap<string, LicenseText>
  readonly headers: ReadonlyMap<string, LicenseText>
  readonly publiccode: Publiccode | null
}

const NOTHING: Descriptions = {
  descriptors: new Map(),
  licenseFiles: new Map(),
  headers: new Map(),
  publiccode: null,
}

/** Descriptors, licences and what sources say in their headers, in one look; by number of repository. */
export async function loadDescriptions(store: Store): Promise<(repository: number) => Descriptions> {
  const files = await store.ask(describedFiles, {})
  const paths = ['**']
  const read = async <Fact>(role: string, extractor: string) => {
    const chosen = files.filter((file) => file.role === role)
    const facts = (await factsOfStored(store, chosen, [{ extractor, paths }])).of<Fact>(extractor)
    return Map.groupBy(facts, ({ repository }) => repository)
  }
  const descriptors = await read<Descriptor>('descriptor', 'descriptor')
  const licenses = await read<LicenseText>('license', 'license-text')
  const headers = await read<LicenseText>('source', 'license-text')
  const sheets = await read<Publiccode>('publiccode', 'publiccode')
  const byPath = <Fact>(facts: readonly { readonly path: string; readonly what: Fact }[] = []) =>
    new Map(facts.map(({ path, what }) => [path, what]))
  const known = new Set([descriptors, licenses, headers, sheets].flatMap((facts) => [...facts.keys()]))
  const all = new Map(
    [...known].map((repository): [number, Descriptions] => [
      repository,
      {
        descriptors: byPath(descriptors.get(repository)),
        licenseFiles: byPath(licenses.get(repository)),
        headers: byPath(headers.get(repository)),
        publiccode: sheets.get(repository)?.[0]?.what ?? null,
      },
    ]),
  )
  return (repository) => all.get(repository) ?? NOTHING
}
