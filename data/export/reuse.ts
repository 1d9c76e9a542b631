import type { PublishedPortfolio } from '../inventory/published.ts'
import { type Adopter, type Reuse, reusersIn } from '../inventory/reuse.ts'
import type { Service } from '../inventory/services.ts'
import type { ExportScope, ExportTable } from './export-table.ts'
import { NOWHERE, type PlaceOf } from './places.ts'

/** Reuse of what the file tells of: nothing is counted that it does not name. */
export function toldReuse({ assemblies, reuse }: PublishedPortfolio, placeOf: PlaceOf): readonly Reuse[] {
  const known = knownAssemblies(assemblies, placeOf)
  return reuse.filter(({ component }) => known.has(component) || placeOf(component) !== undefined)
}

function knownAssemblies(assemblies: PublishedPortfolio['assemblies'], placeOf: PlaceOf): ReadonlySet<string> {
  return new Set(assemblies.filter(({ component }) => placeOf(component.id)).map(({ id }) => id))
}

/** Needs, services and who runs what elsewhere. */
export function reuseTables(
  published: PublishedPortfolio,
  { profile, placeOf }: Pick<ExportScope, 'profile'> & { readonly placeOf: PlaceOf },
): readonly ExportTable[] {
  const { needs, assemblies } = published
  const isPublic = profile === 'public'
  const known = knownAssemblies(assemblies, placeOf)
  const reuse = toldReuse(published, placeOf)
  const services = published.services.filter((service) => service.isPublic || !isPublic)
  const answers = needs.flatMap(({ id, components, assemblies: held }) =>
    [
      ...held.filter((assembly) => known.has(assembly)).map((assembly) => ({ ...NOWHERE, assembly })),
      ...components.flatMap((component) => placed(placeOf(component))),
    ].map((answer, index) => ({ need: id, position: index + 1, ...answer })),
  )
  const adopters = reuse.flatMap((one) => {
    const about = known.has(one.component) ? { ...NOWHERE, assembly: one.component } : placed(placeOf(one.component))[0]
    return about === undefined ? [] : adopterRows(one, isPublic).map((row) => ({ ...about, ...row }))
  })
  return [
    {
      table: 'need',
      rows: needs.map(({ id, words }, index) => ({
        ...{ id, position: index + 1, words_fr: words.fr, words_en: words.en },
      })),
    },
    {
      table: 'need_word',
      rows: needs.flatMap(({ id, alsoCalled }) =>
        alsoCalled.map((word, index) => ({ need: id, position: index + 1, word })),
      ),
    },
    { table: 'need_answer', rows: answers },
    { table: 'service', rows: services.map((service) => serviceRow(service, known)) },
    {
      table: 'service_component',
      rows: services.flatMap(({ id, components }) =>
        components.flatMap((component) => {
          const place = placeOf(component)
          return place === undefined ? [] : [{ service: id, ...place }]
        }),
      ),
    },
    { table: 'adopter', rows: adopters.map((row, index) => ({ position: index + 1, ...row })) },
    {
      table: 'reuser_count',
      rows: [
        { counted: 'reusing', ...reusersIn(reuse) },
        { counted: 'in-service', ...reusersIn(reuse, ({ state }) => state === 'in-service') },
      ],
    },
  ]
}

function placed(place: ReturnType<PlaceOf>) {
  return place === undefined ? [] : [{ ...place, assembly: null }]
}

function serviceRow(service: Service, known: ReadonlySet<string>): ExportTable['rows'][number] {
  const { id, name, summary, address, since, isPublic, assembly, components, generic, use } = service
  return {
    ...{ id, since, url: address, name_fr: name.fr, name_en: name.en },
    ...{ summary_fr: summary?.fr ?? null, summary_en: summary?.en ?? null, is_public: isPublic ? 1 : 0 },
    assembly: assembly !== null && known.has(assembly) ? assembly : null,
    ...{ parts: components.length, generic_parts: generic?.shared ?? null },
    ...{ yearly_use: use?.count ?? null, yearly_use_of: use?.of ?? null },
    ...{ yearly_use_year: use?.year ?? null, yearly_use_source: use?.source ?? null },
  }
}

/** The public is told of adopters that were confirmed lately: those who agreed by name, the others by kind and country. */
function adopterRows({ adopters }: Reuse, isPublic: boolean): ExportTable['rows'] {
  const told = isPublic ? adopters.filter(({ isConfirmed }) => isConfirmed) : adopters
  const isNamed = ({ consentAt }: Adopter) => !isPublic || consentAt !== null
  const kind = ({ type, country, state }: Adopter) => ({ type, country, state })
  const unnamed = Map.groupBy(
    told.filter((one) => !isNamed(one)),
    (one) => JSON.stringify(kind(one)),
  )
  return [
    ...told.filter(isNamed).map((one) => ({
      ...{ ...kind(one), organisation: one.organisation, basis: one.basis, since: one.since },
      ...{ confirmed_at: one.confirmedAt, url: one.address, adopters: 1 },
    })),
    ...[...unnamed.values()].flatMap(([first, ...others]) =>
      first === undefined
        ? []
        : [
            {
              ...{ ...kind(first), organisation: null, basis: null, since: null, confirmed_at: null, url: null },
              adopters: others.length + 1,
            },
          ],
    ),
  ]
}
