import type { ComponentKind, Language } from '#data/model/vocabulary.ts'
import type { GuideBlock } from '../../guide/guide-blocks.ts'
import { desk } from '../desk.ts'
import { forms, parameter, parents } from '../naming.ts'
import { derivedNames } from '../prose/derived-names.ts'
import { catalogue, invitations, packs, standings } from '../register.ts'
import { ruleByCode } from '../rules.ts'
import { facetWord } from '../telling/facet-words.ts'
import { code, count, type PlainTable, plain } from './plain-table.ts'

/** Tables of the guide that rules, registers and data fill in. */

export interface GuideTable extends PlainTable {
  /** What is said where there is no row. */
  readonly none?: string
}

const TABLES: { readonly [Block in GuideBlock]?: (language: Language) => GuideTable } = {
  kinds: kindsTable,
  names: namesTable,
  organisations: organisationsTable,
  trackers: trackersTable,
  lines: linesTable,
  trials: trialsTable,
  licenses: licensesTable,
}

/** The table that a block stands for; undefined for a block that is none. */
export function guideTable(block: GuideBlock, language: Language): GuideTable | undefined {
  return TABLES[block]?.(language)
}

const KINDS = [
  'core',
  'plugin',
  'module',
  'library',
  'theme',
  'site',
  'pack',
] as const satisfies readonly ComponentKind[]

function kindsTable(language: Language): GuideTable {
  const { words } = desk(language)
  const said = words.contribute.kinds
  const formsOf = (of: 'artifactId' | 'packaging', kind: ComponentKind) => {
    const found = forms.filter((form) => form.of === of && form.kinds?.includes(kind) === true)
    return [...new Set(found.map(({ form }) => form))].join(', ')
  }
  return {
    caption: said.caption,
    head: [plain(said.kind), plain(said.for), plain('artifactId'), plain('packaging')],
    rows: KINDS.map((kind) => {
      const artifact = kind === 'core' ? parameter('coreArtifact') : formsOf('artifactId', kind)
      return [
        plain(words.kind[kind]),
        plain(said.meaning[kind]),
        artifact === '' ? plain(said.free) : code(artifact),
        code(formsOf('packaging', kind) || 'jar'),
      ]
    }),
  }
}

function namesTable(language: Language): GuideTable {
  const { words } = desk(language)
  const said = words.contribute.names
  const names = derivedNames({ kind: 'module', host: 'ruche', name: 'rappel', group: parameter('platformGroup') })
  const repository = forms.find(({ of, form }) => of === 'repository' && form.includes('-module-'))
  return {
    caption: said.caption,
    head: [plain(said.place), plain(said.name)],
    rows: [
      ...(repository === undefined ? [] : [[plain(said.places.repository), code(repository.form)]]),
      ...names.map(([place, name]) => [plain(said.places[place]), code(name)]),
    ],
  }
}

function organisationsTable(language: Language): GuideTable {
  const { words, number, href } = desk(language)
  const said = words.contribute.organisations
  const owners = [...Map.groupBy(catalogue.entries, ({ owner }) => owner)].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return {
    caption: said.caption,
    head: [plain(said.organisation), { text: said.components, isNumber: true }, plain(said.form)],
    rows: owners.map(([owner, entries]) => {
      const own = forms.filter(
        ({ of, owners }) => of === 'repository' && owners?.includes(owner.toLowerCase()) === true,
      )
      const mostly = [...Map.groupBy(entries, ({ kind }) => kind)].toSorted((a, b) => b[1].length - a[1].length)
      return [
        {
          ...{ text: owner, href: `${href({ sheet: 'catalogue' })}?owner=${encodeURIComponent(owner)}` },
          second: mostly
            .slice(0, 3)
            .map(([kind]) => words.kind[kind].toLowerCase())
            .join(', '),
        },
        count(number(entries.length)),
        own[0] === undefined ? plain(said.free) : { text: own[0].form, isCode: true },
      ]
    }),
  }
}

/** Where issues live, by kind of tracker; components that nothing is said of are counted apart. */
function trackersTable(language: Language): GuideTable {
  const { words, number } = desk(language)
  const said = words.contribute.trackers
  const told = catalogue.entries.flatMap(({ slug, owner }) => {
    const tracker = standings.get(slug)?.tracker
    return [{ owner, kind: tracker?.kind ?? null, url: tracker?.url ?? null }]
  })
  const groups = Map.groupBy(told, ({ kind, url }) => `${kind ?? ''} ${url ?? ''}`)
  const rows = [...groups.values()].flatMap((members) => {
    const [first] = members
    return first === undefined
      ? []
      : [{ ...first, size: members.length, owners: [...new Set(members.map((m) => m.owner))] }]
  })
  return {
    caption: said.caption,
    head: [plain(said.where), { text: said.components, isNumber: true }, plain(said.organisations)],
    rows: rows
      .toSorted((a, b) => b.size - a.size)
      .map(({ kind, url, size, owners }) => [
        { text: said.kinds[trackerKind(kind)], href: url ?? undefined },
        count(number(size)),
        plain(owners.toSorted().join(', ')),
      ]),
  }
}

const TRACKERS = ['host', 'jira', 'redmine', 'gitlab', 'mail', 'other'] as const

function trackerKind(kind: string | null): (typeof TRACKERS)[number] | 'unknown' {
  return TRACKERS.find((one) => one === kind) ?? 'unknown'
}

function linesTable(language: Language): GuideTable {
  const { words, number, shortDay, prose } = desk(language)
  const said = words.contribute.lines
  const lines = [...new Set(parents.map(({ line }) => line))].toSorted().toReversed()
  return {
    caption: said.caption,
    none: said.none,
    head: [plain(said.line), plain(said.parents), plain(said.until), { text: said.components, isNumber: true }],
    rows: lines.map((line) => {
      const support = invitations.support.get(line)
      const end = support?.fixesUntil ?? null
      return [
        plain(words.line[line]),
        plain(
          parents
            .filter((one) => one.line === line)
            .map((one) => `${one.artifactId} ${one.latest}`)
            .join(', '),
        ),
        end === null ? plain(said.unannounced) : { text: shortDay(end), second: support && prose(support.source).text },
        count(number(catalogue.entries.filter((entry) => entry.line === line).length)),
      ]
    }),
  }
}

/** The last start of each pack that somebody saw succeed. */
function trialsTable(language: Language): GuideTable {
  const { words, shortDay, href } = desk(language)
  const said = words.contribute.trials
  return {
    caption: said.caption,
    none: said.none,
    head: [plain(said.pack), plain(said.on), plain(said.command)],
    rows: packs.flatMap(({ slug, title, trials }) => {
      const trial = trials.find(({ isStarted }) => isStarted)
      if (trial === undefined) return []
      return [
        [
          { text: title, href: href({ sheet: 'pack', slug }) },
          plain(shortDay(trial.on)),
          trial.command === null ? plain('–') : code(trial.command),
        ],
      ]
    }),
  }
}

function licensesTable(language: Language): GuideTable {
  const { words, number } = desk(language)
  const said = words.contribute.blocks.licenses
  const groups = [...Map.groupBy(catalogue.entries, ({ license }) => facetWord('license', license ?? '', language))]
  return {
    caption: said.caption,
    head: [plain(said.license), { text: said.components, isNumber: true }],
    rows: groups
      .toSorted((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1))
      .map(([license, entries]) => [plain(license), count(number(entries.length))]),
  }
}

/** Every form that a name of a repository or an artifact may have, and the rule that asks for it. */
export function formsTable(language: Language): PlainTable {
  const { words, href } = desk(language)
  const said = words.contribute.propose
  return {
    caption: said.formsCaption,
    head: [plain(said.form), plain(said.what), plain(said.for), plain(said.rule)],
    rows: forms.flatMap(({ of, form, owners, kinds, rule }) => {
      if (of !== 'repository' && of !== 'artifactId') return []
      const scope = [...(owners ?? []), ...(kinds ?? []).map((kind) => words.kind[kind])]
      return [
        [
          code(form),
          plain(said[of]),
          plain(scope.length === 0 ? said.all : scope.join(', ')),
          { text: rule, href: ruleByCode(rule) && href({ sheet: 'rule', code: rule }) },
        ],
      ]
    }),
  }
}
