import { assembliesOf } from '#data/inventory/assembly.ts'
import {
  byDepth,
  type DependencySheet,
  dependencySheets,
  driftOf,
  type Stop,
  stopOf,
} from '#data/inventory/dependencies.ts'
import { monthsEarlier } from '#data/inventory/readiness.ts'
import { englishCount, englishPlural, frenchCount, frenchPlural } from '#data/model/plural.ts'
import type { Language } from '#data/model/vocabulary.ts'
import { table } from '../reporters/table.ts'
import type { Asking, CellValue, InventoryAnswer } from './answer.ts'
import { chooseComponent } from './choose.ts'
import { day, LOOSENESS, orUnknown } from './words.ts'

/** From here on a release that was not taken is told apart. */
const LATE_YEARS = 2

const WORDS = {
  fr: {
    requires: (count: number) => `Requiert ${frenchCount(count, 'composant')} :`,
    requiredBy: (count: number) => `Requis par ${frenchCount(count, 'composant')} :`,
    heads: ['composant', 'distance', 'demandé en', 'dernière', 'retard', 'depuis', ''],
    stops: 'S’il s’arrête :',
    stopped: ({ components, assemblies, services }: Stop) =>
      `Touchés : ${frenchCount(components.length, 'composant')}, ${frenchCount(assemblies.length, 'pack ou site', 'packs ou sites')}, ${frenchCount(services.length, 'service')}.`,
    cycles: 'Se requièrent en rond :',
    drift: 'Demandés en plusieurs versions :',
    driftHeads: ['artefact', 'versions', 'les plus demandées'],
    open: (count: number, all: number) =>
      `Sur ${frenchCount(all, 'dépendance')}, ${count} ${frenchPlural(count, 'laisse', 'laissent')} entrer la version majeure suivante.`,
    outside: (count: number, all: number) =>
      `De même pour les demandes d’artefacts de la plateforme qui n’ont pas été collectés : ${count} sur ${all}.`,
    late: (count: number, years: number) =>
      `${count} ${frenchPlural(count, 'est', 'sont')} en retard d’une version sortie il y a plus de ${frenchCount(years, 'an')}.`,
    edges: (edges: number, components: number) =>
      `${frenchCount(edges, 'dépendance')} entre ${frenchCount(components, 'composant')}.`,
    circle: 'Dans un cercle avec :',
  },
  en: {
    requires: (count: number) => `Requires ${englishCount(count, 'component')}:`,
    requiredBy: (count: number) => `Required by ${englishCount(count, 'component')}:`,
    heads: ['component', 'steps', 'asked for in', 'last', 'behind', 'since', ''],
    stops: 'If it stops:',
    stopped: ({ components, assemblies, services }: Stop) =>
      `Hit: ${englishCount(components.length, 'component')}, ${englishCount(assemblies.length, 'pack or site', 'packs or sites')}, ${englishCount(services.length, 'service')}.`,
    cycles: 'Require each other in a circle:',
    drift: 'Asked for in several versions:',
    driftHeads: ['artifact', 'versions', 'most asked for'],
    open: (count: number, all: number) =>
      `Of ${englishCount(all, 'dependency', 'dependencies')}, ${count} ${englishPlural(count, 'lets', 'let')} the next major version in.`,
    outside: (count: number, all: number) =>
      `The same of requests for artifacts of the platform that were not collected: ${count} of ${all}.`,
    late: (count: number, years: number) =>
      `${count} ${englishPlural(count, 'is', 'are')} behind a release of more than ${englishCount(years, 'year')} ago.`,
    edges: (edges: number, components: number) =>
      `${englishCount(edges, 'dependency', 'dependencies')} between ${englishCount(components, 'component')}.`,
    circle: 'In a circle with:',
  },
} as const

const CSV_HEADS = [
  ...[
    'from',
    'to',
    'artifact',
    'version',
    'versionFrom',
    'current',
    'latest',
    'behind',
    'publishedAt',
    'behindSince',
    'loose',
  ],
  ...['scope', 'type', 'profile', 'path', 'line'],
]

function csvRow(edge: DependencySheet): readonly CellValue[] {
  return [
    ...[edge.from, edge.to, edge.artifact, edge.version, edge.versionFrom, edge.current, edge.latest, edge.behind],
    ...[edge.publishedAt, edge.behindSince, edge.loose, edge.scope, edge.type, edge.profile, edge.path, edge.line],
  ]
}

/** Who asks for whom over the whole portfolio: circles, versions that drift apart, and ranges that are open. */
export function answerAllDependencies({ inventory, language }: Asking): InventoryAnswer {
  const words = WORDS[language]
  const dependencies = dependencySheets(inventory)
  const cycles = inventory.portfolio.graph.cycles()
  const drift = driftOf(inventory)
  const apart = drift.filter(({ versions }) => versions.length > 1)
  const open = dependencies.filter(({ loose }) => loose === 'open-range').length
  const outside = drift.flatMap(({ component, versions }) =>
    component === null ? versions.flatMap((one) => one.components.map(() => one.loose)) : [],
  )
  const openOutside = outside.filter((loose) => loose === 'open-range').length
  const longAgo = monthsEarlier(inventory.at, 12 * LATE_YEARS)
  const rows = apart.slice(0, 30).map(({ artifact, versions }) => [
    artifact,
    String(versions.length),
    versions
      .slice(0, 3)
      .map(({ version, components }) => `${orUnknown(version)} ×${components.length}`)
      .join('  '),
  ])
  return {
    members: { dependencies, cycles, drift },
    isOfFiles: true,
    csv: { heads: CSV_HEADS, rows: dependencies.map(csvRow) },
    lines: [
      words.edges(dependencies.length, inventory.portfolio.components.length),
      words.open(open, dependencies.length),
      ...(outside.length === 0 ? [] : [words.outside(openOutside, outside.length)]),
      words.late(
        dependencies.filter(({ behindSince }) => behindSince !== null && behindSince < longAgo).length,
        LATE_YEARS,
      ),
      ...(cycles.length === 0 ? [] : ['', words.cycles, ...cycles.map((cycle) => `  ${cycle.join(' ↔ ')}`)]),
      ...(rows.length === 0 ? [] : ['', words.drift, ...indented(table([[...words.driftHeads], ...rows], 3))]),
    ],
  }
}

interface Question {
  readonly name: string
  /** Only what breaks when it stops. */
  readonly stops: boolean
}

/** What one component needs, what needs it, and what breaks without it. */
export function answerDependencies({ inventory, language }: Asking, { name, stops }: Question): InventoryAnswer {
  const words = WORDS[language]
  const { id } = chooseComponent(name, inventory)
  const { graph } = inventory.portfolio
  const edges = dependencySheets(inventory).filter(({ from, to }) => from === id || to === id)
  const requires = byDepth(graph.allRequired(id))
  const requiredBy = byDepth(graph.allRequiring(id))
  const stop = stopOf(id, { inventory, assemblies: assembliesOf(inventory) })
  const cycle = graph.cycles().find((group) => group.includes(id)) ?? []
  const to = new Map(edges.flatMap((edge) => (edge.from === id ? [[edge.to, edge] as const] : [])))
  const from = new Map(edges.flatMap((edge) => (edge.to === id ? [[edge.from, edge] as const] : [])))
  return {
    members: { dependencies: edges, component: id, requires, requiredBy, cycle, stop },
    isOfFiles: true,
    csv: { heads: CSV_HEADS, rows: edges.map(csvRow) },
    about: [id],
    lines: [
      id,
      ...(stops
        ? []
        : [
            ...['', words.requires(requires.length), ...reachLines(requires, to, language)],
            ...['', words.requiredBy(requiredBy.length), ...reachLines(requiredBy, from, language)],
            ...(cycle.length === 0
              ? []
              : ['', words.circle, ...cycle.filter((one) => one !== id).map((one) => `  ${one}`)]),
          ]),
      ...['', words.stops, `  ${words.stopped(stop)}`],
      ...(stops ? stop.components.map((one) => `  ${one.depth}  ${one.id}`) : []),
      ...[...stop.assemblies, ...stop.services].map((one) => `  ${one}`),
    ],
  }
}

function reachLines(
  reached: readonly { readonly id: string; readonly depth: number }[],
  edges: ReadonlyMap<string, DependencySheet>,
  language: Language,
): readonly string[] {
  if (reached.length === 0) return []
  const rows = reached.map(({ id, depth }) => {
    const edge = edges.get(id)
    if (edge === undefined) return [id, String(depth), '', '', '', '', '']
    const loose = edge.loose === null ? '' : LOOSENESS[language][edge.loose]
    const since = edge.behindSince === null ? '' : day(edge.behindSince)
    return [id, String(depth), orUnknown(edge.version), orUnknown(edge.latest), orUnknown(edge.behind), since, loose]
  })
  return indented(table([[...WORDS[language].heads], ...rows], 7))
}

function indented(lines: readonly string[]): readonly string[] {
  return lines.map((line) => `  ${line}`)
}
