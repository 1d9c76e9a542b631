import { type AdopterCounts, CONFIRMED_WITHIN_MONTHS, type Reuse } from '#data/inventory/reuse.ts'
import type { Language } from '#data/model/vocabulary.ts'
import { outsideCatalogues } from '#data/queries/registers/outside.ts'
import { table } from '../reporters/table.ts'
import type { CellValue, InventoryAnswer } from './answer.ts'
import { chosenComponents } from './chosen.ts'
import type { Holdings } from './holdings.ts'
import { loadReuse } from './load-reuse.ts'
import { orUnknown } from './words.ts'

const WORDS = {
  fr: {
    heads: ['composant', 'en service', 'en essai', 'par assemblage', 'non confirmés', 'pistes', 'téléchargements'],
    adopterHeads: ['réutilisateur', 'nature', 'pays', 'état', 'd’après', 'confirmé le', 'nommable'],
    leadHeads: ['piste', 'version', 'vue dans', 'vue le', 'réponse'],
    yes: 'oui',
    no: 'non',
    outdated: (day: string) => `${day} (trop ancien)`,
    counted: `Comptés : les réutilisateurs confirmés depuis ${CONFIRMED_WITHIN_MONTHS} mois ; une piste n’est pas un réutilisateur.`,
    searched: (adopters: boolean, leads: boolean) =>
      [
        ...(adopters ? [] : ['registre des réutilisateurs non tenu, donc inconnus']),
        ...(leads ? [] : ['pistes hors collecte inconnues : ni registre des pistes, ni catalogue voisin']),
      ].join(' ; '),
    none: 'Personne de connu.',
  },
  en: {
    heads: ['component', 'in service', 'testing', 'through assemblies', 'unconfirmed', 'leads', 'pulls'],
    adopterHeads: ['adopter', 'kind', 'country', 'state', 'on the word of', 'confirmed on', 'may be named'],
    leadHeads: ['lead', 'version', 'seen in', 'seen on', 'answer'],
    yes: 'yes',
    no: 'no',
    outdated: (day: string) => `${day} (too old)`,
    counted: `Counted: adopters confirmed within ${CONFIRMED_WITHIN_MONTHS} months; a lead is no adopter.`,
    searched: (adopters: boolean, leads: boolean) =>
      [
        ...(adopters ? [] : ['no register of adopters is kept, so they are unknown']),
        ...(leads ? [] : ['leads beyond what is collected are unknown: no register of leads, no outside catalogue']),
      ].join('; '),
    none: 'Nobody known.',
  },
} as const

/** Who reuses what, directly and through assemblies; who may; how often images were pulled. */
export async function answerReuse(
  holdings: Holdings,
  { name, language }: { readonly name: string | undefined; readonly language: Language },
): Promise<InventoryAnswer> {
  const { store, inventory } = holdings
  const outside = await store.ask(outsideCatalogues, {})
  const all = await loadReuse(holdings)
  const reuse = name === undefined ? all : all.filter(isNamed(name, holdings))
  const known = {
    adopters: inventory.registers.has('adopters'),
    leads: inventory.registers.has('leads') || outside.length > 0,
  }
  return {
    members: { reuse, known },
    registers: ['adopters', 'leads'],
    csv: { heads: CSV_HEADS, rows: reuse.flatMap(csvRows) },
    lines: [
      ...(name === undefined ? listLines(reuse.filter(isReused), language) : sheetLines(reuse, language)),
      ...foot(known, language),
    ],
  }
}

/** What registers call by that name, collected or not; else a component or an assembly of that name. */
function isNamed(name: string, holdings: Holdings): (one: Reuse) => boolean {
  const wanted = name.trim().toLowerCase()
  return ({ component }) => {
    if (component.toLowerCase() === wanted) return true
    const { own } = chosenComponents(name, holdings)
    return own.has(component.replace(/#.*$/u, ''))
  }
}

function foot({ adopters, leads }: { readonly adopters: boolean; readonly leads: boolean }, language: Language) {
  const words = WORDS[language]
  const unknown = words.searched(adopters, leads)
  return ['', words.counted, ...(unknown === '' ? [] : [`${unknown[0]?.toUpperCase()}${unknown.slice(1)}.`])]
}

function listLines(reuse: readonly Reuse[], language: Language): readonly string[] {
  const words = WORDS[language]
  if (reuse.length === 0) return [words.none]
  const rows = reuse.map((one) => [
    one.component,
    ...figuresOf(one).map(String),
    one.images.length === 0 ? '' : orUnknown(pullsOf(one.images)),
  ])
  return table([[...words.heads], ...rows], 1)
}

function figuresOf({ direct, throughAssemblies, leads }: Reuse): readonly number[] {
  return [direct.inService, direct.testing, throughAssemblies.inService, direct.unconfirmed, leads.length]
}

/** Something that the list has a column for. */
function isReused(one: Reuse): boolean {
  return one.images.length > 0 || figuresOf(one).some((figure) => figure > 0)
}

/** All pulls together; null when no registry told of any. */
function pullsOf(images: Reuse['images']): number | null {
  const known = images.flatMap(({ pulls }) => pulls ?? [])
  return known.length === 0 ? null : known.reduce((sum, pulls) => sum + pulls, 0)
}

function sheetLines(reuse: readonly Reuse[], language: Language): readonly string[] {
  const words = WORDS[language]
  const parts = reuse.map((one) => {
    const adopters = one.adopters.map(({ organisation, type, country, state, basis, confirmedAt, ...rest }) => [
      ...[organisation, type, country, state, basis],
      rest.isConfirmed ? confirmedAt : words.outdated(confirmedAt),
      rest.consentAt === null ? words.no : words.yes,
    ])
    const leads = one.leads.map(({ repository, version, source, foundAt, answer }) => [
      ...[repository, orUnknown(version), source, foundAt ?? '', answer ?? ''],
    ])
    return [
      ...listLines([one], language),
      ...(adopters.length === 0 ? [] : ['', ...table([[...words.adopterHeads], ...adopters], 7)]),
      ...(leads.length === 0 ? [] : ['', ...table([[...words.leadHeads], ...leads], 5)]),
      ...one.images.map(({ image, pulls, pullsAt }) => `${image}  ${orUnknown(pulls)}  ${pullsAt ?? ''}`.trimEnd()),
    ]
  })
  return parts.length === 0 ? [words.none] : parts.flat()
}

const STATES = [
  'inService',
  'testing',
  'stopped',
  'unknown',
  'unconfirmed',
] as const satisfies readonly (keyof AdopterCounts)[]

const CSV_HEADS = [
  ...['component', 'what', 'who', 'type', 'country', 'state', 'basis', 'version', 'since', 'confirmedAt', 'consentAt'],
  ...['isConfirmed', 'count', 'address'],
]

/** A line for each count, adopter, lead and image. */
function csvRows({
  component,
  direct,
  throughAssemblies,
  adopters,
  leads,
  images,
}: Reuse): readonly (readonly CellValue[])[] {
  const counted = (what: string, counts: AdopterCounts) =>
    STATES.map((state): readonly CellValue[] => [
      ...[component, what, null, null, null, state, null, null, null, null, null, null, counts[state], null],
    ])
  return [
    ...counted('direct', direct),
    ...counted('through-assemblies', throughAssemblies),
    ...adopters.map((one): readonly CellValue[] => [
      ...[component, 'adopter', one.organisation, one.type, one.country, one.state, one.basis, one.version, one.since],
      ...[one.confirmedAt, one.consentAt, one.isConfirmed, null, one.address],
    ]),
    ...leads.map(({ repository, version, source, foundAt, answer }): readonly CellValue[] => [
      ...[component, 'lead', repository, null, null, answer, source, version, null, foundAt, null, null, null, null],
    ]),
    ...images.map(({ image, pulls, pullsAt, address }): readonly CellValue[] => [
      ...[component, 'image', image, null, null, null, null, null, null, pullsAt, null, null, pulls, address],
    ]),
  ]
}
