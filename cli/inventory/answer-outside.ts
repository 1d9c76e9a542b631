import type { Component } from '#data/inventory/portfolio.ts'
import { matchesPattern } from '#data/inventory/repository-pattern.ts'
import { isOneOf, type Language, OUTCOMES, SEVERITIES } from '#data/model/vocabulary.ts'
import { lintFindings } from '#data/queries/lint-findings.ts'
import { lintOutcomes } from '#data/queries/lint-outcomes.ts'
import { lintSubjects } from '#data/queries/lint-subjects.ts'
import { outsideCatalogues } from '#data/queries/registers/outside.ts'
import { type ConformityState, conformityOf, type JudgedRule } from '#policies/conformity.ts'
import type { RulePack } from '#policies/rule.ts'
import { openPacks } from '../packs.ts'
import { table } from '../reporters/table.ts'
import type { CellValue, InventoryAnswer } from './answer.ts'
import type { Holdings } from './holdings.ts'
import { KINDS, UNKNOWN } from './words.ts'

const WORDS = {
  fr: {
    heads: ['dépôt', 'organisation', 'genre', 'pack', 'conformité', 'jugé le', 'accord du'],
    states: { conforms: 'tient les règles', breaks: 'à corriger', undecided: 'non vérifié', foreign: 'sans objet' },
    never: 'jamais jugé (parvis lint DÉPÔT --record)',
    none: 'Aucun catalogue voisin : tenez le registre « outside » et collectez ces dépôts.',
    hidden: 'Pour le public : seulement ce qui tient les règles, avec l’accord de l’organisation.',
  },
  en: {
    heads: ['repository', 'organisation', 'kind', 'pack', 'conformity', 'judged on', 'consent of'],
    states: { conforms: 'keeps the rules', breaks: 'to correct', undecided: 'not decided', foreign: 'not concerned' },
    never: 'never judged (parvis lint REPOSITORY --record)',
    none: 'No outside catalogue: keep the register "outside", and collect those repositories.',
    hidden: 'For the public: only what keeps the rules, with the consent of its organisation.',
  },
} as const

/** A repository of others, beside each pack that it was judged by. */
interface OutsideRepository {
  readonly repository: string
  readonly organisation: string
  readonly kind: Component['kind']
  readonly line: Component['line']
  readonly url: string | null
  /** Day of the consent to publish what keeps the rules. */
  readonly agreedAt: string | null
  /** Day of the judgement; null when there was none. */
  readonly judgedOn: string | null
  /** Commit at the head when it was last collected; null where it was not told. */
  readonly commit: string | null
  readonly packs: readonly {
    readonly pack: string
    readonly state: ConformityState
    /** Codes of the rules that decided against it. */
    readonly codes: readonly string[]
    /** Exceptions with the day they end. */
    readonly exceptions: readonly { readonly code: string; readonly until: string }[]
  }[]
}

interface Asked {
  readonly language: Language
  /** `public`: never a failure, and nothing without consent. */
  readonly audience: 'public' | 'internal'
}

/** Repositories of other organisations that were collected, and how they stand by the rules. */
export async function answerOutside(holdings: Holdings, { language, audience }: Asked): Promise<InventoryAnswer> {
  const words = WORDS[language]
  const all = await outsideRepositories(holdings)
  const outside = audience === 'internal' ? all : all.flatMap(publicOf)
  const rows = outside.flatMap((one) => rowsOf(one, language))
  return {
    members: { outside },
    registers: ['outside'],
    csv: { heads: CSV_HEADS, rows: outside.flatMap(csvRows) },
    about: holdings.portfolio.components
      .filter(({ repository }) => outside.some((one) => one.repository === repository))
      .map(({ id }) => id),
    lines: [
      ...(rows.length === 0 ? [words.none] : table([[...words.heads], ...rows], 7)),
      ...(audience === 'public' ? ['', words.hidden] : []),
    ],
  }
}

/** Only packs that it keeps; nothing of a repository that keeps none, or whose organisation did not agree. */
function publicOf(one: OutsideRepository): readonly OutsideRepository[] {
  const packs = one.packs.filter(({ state }) => state === 'conforms')
  return one.agreedAt === null || packs.length === 0 ? [] : [{ ...one, packs }]
}

async function outsideRepositories(holdings: Holdings): Promise<readonly OutsideRepository[]> {
  const { store, config, portfolio, inventory } = holdings
  const catalogues = await store.ask(outsideCatalogues, {})
  const packs = await openPacks(config)
  const judged = new Map(
    (await store.ask(lintSubjects, {})).map((row): [string, typeof row] => [`${row.owner}/${row.repository}`, row]),
  )
  const rules = await judgedRules(holdings)
  const firsts = [...Map.groupBy(portfolio.components, ({ repository }) => repository).values()].flatMap(
    ([first]) => first ?? [],
  )
  return firsts.flatMap(({ id, repository, kind, line }): readonly OutsideRepository[] => {
    const catalogue = catalogues.find((one) => matchesPattern(one.repository, repository))
    if (catalogue === undefined) return []
    const subject = judged.get(repository)
    const { organisation, agreed_at: agreedAt } = catalogue
    const url = inventory.records.get(id)?.url ?? null
    return [
      {
        ...{ repository, organisation, kind, line, url, agreedAt },
        ...{ judgedOn: subject?.as_of ?? null, commit: subject?.head_oid ?? null },
        packs: subject === undefined ? [] : standings(rules.get(repository) ?? [], { kind, packs }),
      },
    ]
  })
}

type KeptRule = JudgedRule & { readonly until: string | null }

function standings(
  outcomes: readonly KeptRule[],
  { kind, packs }: { readonly kind: Component['kind']; readonly packs: readonly RulePack[] },
): OutsideRepository['packs'] {
  // A pack of which nothing held and nothing was broken has nothing to say: no file that it is about is there.
  const tells = ({ outcome, severity }: KeptRule) =>
    outcome === 'pass' || (outcome !== 'not-applicable' && severity === 'error')
  const asked = packs.filter(({ id }) => outcomes.some((one) => one.pack === id && tells(one)))
  return conformityOf({ outcomes, kind }, asked).map(({ pack, state, codes }) => ({
    ...{ pack: pack.id, state, codes },
    exceptions: outcomes.flatMap(({ pack: of, code, until }) =>
      of === pack.id && until !== null ? [{ code, until }] : [],
    ),
  }))
}

/** What rules last said of each repository, as far as conformity asks. */
async function judgedRules({ store }: Holdings): Promise<ReadonlyMap<string, readonly KeptRule[]>> {
  const all = { owner: '', name: '' }
  const findings = Map.groupBy(
    await store.ask(lintFindings, all),
    ({ owner, repository, rule }) => `${owner}/${repository} ${rule}`,
  )
  const rules = (await store.ask(lintOutcomes, all)).flatMap(({ owner, repository, rule, code, pack, ...row }) => {
    if (!isOneOf(OUTCOMES, row.outcome) || !isOneOf(SEVERITIES, row.severity)) return []
    const found = (findings.get(`${owner}/${repository} ${rule}`) ?? []).flatMap(
      ({ outcome, severity, waiver_until: until }) =>
        isOneOf(OUTCOMES, outcome) && isOneOf(SEVERITIES, severity)
          ? [{ outcome, severity, ...(until !== null && { waiver: { until } }) }]
          : [],
    )
    const { outcome, severity, waived_until } = row
    return [
      { name: `${owner}/${repository}`, rule: { code, pack, outcome, severity, findings: found, until: waived_until } },
    ]
  })
  return new Map(
    [...Map.groupBy(rules, ({ name }) => name)].map(([name, of]) => [name, of.map(({ rule }) => rule)] as const),
  )
}

function rowsOf(one: OutsideRepository, language: Language): readonly (readonly string[])[] {
  const words = WORDS[language]
  const start = [one.repository, one.organisation, KINDS[language][one.kind]]
  const end = [one.judgedOn ?? UNKNOWN, one.agreedAt ?? '']
  if (one.packs.length === 0) return [[...start, '', words.never, ...end]]
  return one.packs.map(({ pack, state, codes }) => {
    const why =
      codes.length === 0 ? '' : ` (${codes.slice(0, FIRST_CODES).join(', ')}${codes.length > FIRST_CODES ? '…' : ''})`
    return [...start, pack, `${words.states[state]}${why}`, ...end]
  })
}

const FIRST_CODES = 5

const CSV_HEADS = [
  ...['repository', 'organisation', 'kind', 'line', 'url', 'pack', 'state', 'codes', 'exceptions', 'judgedOn'],
  ...['commit', 'agreedAt'],
]

function csvRows(one: OutsideRepository): readonly (readonly CellValue[])[] {
  const packs = one.packs.length === 0 ? [{ pack: null, state: null, codes: [], exceptions: [] }] : one.packs
  return packs.map(({ pack, state, codes, exceptions }) => [
    ...[one.repository, one.organisation, one.kind, one.line, one.url, pack, state, codes.join(' ')],
    ...[exceptions.map(({ code, until }) => `${code} ${until}`).join(', '), one.judgedOn, one.commit, one.agreedAt],
  ])
}
