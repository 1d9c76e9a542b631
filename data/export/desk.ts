import { basename } from 'node:path'
import { type Brick, bricksOf, isShipped } from '../inventory/bricks.ts'
import type { PublishedPortfolio } from '../inventory/published.ts'
import { registerProblems } from '../inventory/register-problems.ts'
import { linesOf } from '../inventory/registers.ts'
import { REGISTERS } from '../model/registers/registry.ts'
import type { Text } from '../model/vocabulary.ts'
import { problemTold } from '../problem-told.ts'
import { conformityMonths } from '../queries/desk/conformity-months.ts'
import { lastRunProblems, lastRuns, registerReadings } from '../queries/desk/last-runs.ts'
import { lintSubjects } from '../queries/lint-subjects.ts'
import type { Store } from '../store.ts'
import { sayTodo, type Todo, todoQuotes, todoTitle } from '../todo/gather.ts'
import { type ExportScope, type ExportTable, repositoryName } from './export-table.ts'

/** What only the officer reads, beside what the public may. */
export interface DeskOrder {
  readonly todo: Todo
  /** Ids of the registers that `parvis.yaml` names a file for. */
  readonly registers: readonly string[]
}

interface Around extends DeskOrder {
  readonly scope: ExportScope
  readonly published: PublishedPortfolio
}

export async function deskTables(store: Pick<Store, 'ask'>, around: Around): Promise<readonly ExportTable[]> {
  const { published, todo, scope } = around
  // Scopes of one collector that end in the same name differ by their folder alone, which is this machine's business.
  const named = nameScopes(await store.ask(lastRuns, {}))
  return [
    ...todoTables(todo, { published, scope }),
    {
      table: 'last_run',
      rows: named.map(({ name, run: { scope: _path, ...run } }) => ({ ...run, scope: name })),
    },
    {
      table: 'last_run_problem',
      rows: (await store.ask(lastRunProblems, {})).flatMap(({ scope: path, code, message, ...problem }) => {
        const run = named.find((one) => one.run.collector === problem.collector && one.run.scope === path)
        return run === undefined
          ? []
          : [
              {
                ...problem,
                scope: run.name,
                ...messagesOf(problemTold({ collector: problem.collector, scope: path, code, message })),
              },
            ]
      }),
    },
    { table: 'register_state', rows: registerRows(around, await store.ask(registerReadings, {})) },
    ...brickTables(bricksOf(published.inventory, { scopes: SCOPES })),
    {
      table: 'error_state',
      rows: (await store.ask(lintSubjects, {})).flatMap((row) => {
        const repository = repositoryName(row)
        return scope.repositories.has(repository) ? [{ repository, state: row.error_state }] : []
      }),
    },
    { table: 'conformity_month', rows: await store.ask(conformityMonths, {}) },
  ]
}

function messagesOf({ fr, en }: Text) {
  return { message_fr: fr, message_en: en }
}

function nameScopes<Run extends { readonly collector: string; readonly scope: string }>(runs: readonly Run[]) {
  const seen = new Map<string, number>()
  return runs.map((run) => {
    const short = run.collector.startsWith('github/') ? run.scope : basename(run.scope)
    const key = `${run.collector} ${short}`
    const count = (seen.get(key) ?? 0) + 1
    seen.set(key, count)
    return { run, name: count === 1 ? short : `${short} (${count})` }
  })
}

function todoTables(
  { items, gaps }: Todo,
  { published, scope }: Pick<Around, 'published' | 'scope'>,
): readonly ExportTable[] {
  const titles = (kind: string) => ({ title_fr: todoTitle(kind, 'fr'), title_en: todoTitle(kind, 'en') })
  const why = (one: Parameters<typeof sayTodo>[0]) => {
    const { fr, en } = sayTodo(one)
    return { why_fr: fr, why_en: en }
  }
  const repositoryOf = (name: string | null) => {
    const full = name === null ? undefined : published.names.get(name)
    return full !== undefined && scope.repositories.has(full) ? full : null
  }
  return [
    {
      table: 'todo',
      rows: items.map((item, index) => ({
        ...{ position: index + 1, kind: item.kind, ...titles(item.kind), urgency: item.urgency, subject: item.subject },
        reference: referenceOf(item.args),
        repository: repositoryOf(item.repository),
        ...{ since: item.since, due: item.due, ...why(item), quotes: JSON.stringify(todoQuotes(item)) },
        ...{ command: item.command, place: item.place, url: item.url },
      })),
    },
    {
      table: 'todo_gap',
      rows: gaps.map((gap, index) => ({ position: index + 1, kind: gap.kind, ...titles(gap.kind), ...why(gap) })),
    },
  ]
}

/** What of an item has a page: an activity of governance, a rule, a third-party component. */
function referenceOf({ activity, rule, brick }: Todo['items'][number]['args']): string | null {
  const found = activity ?? rule ?? brick
  return found === undefined ? null : String(found)
}

function registerRows(
  { published, registers, todo }: Around,
  readings: readonly { readonly register: string; readonly read_at: string | null }[],
): ExportTable['rows'] {
  const mistakes = Map.groupBy(registerProblems(published.inventory), ({ register }) => register)
  const readAt = new Map(readings.map(({ register, read_at }) => [register, read_at]))
  return REGISTERS.map(({ id, title, fields }) => {
    const lines = linesOf(published.inventory.registers, id)
    const days = Object.entries(fields).flatMap(([name, { type, isList }]) =>
      type.kind === 'day' && isList !== true
        ? lines.flatMap(({ entry }) => (typeof entry[name] === 'string' ? [entry[name]] : []))
        : [],
    )
    return {
      ...{ register: id, title_fr: title.fr, title_en: title.en, is_kept: registers.includes(id) ? 1 : 0 },
      lines: lines.length,
      newest_day:
        days
          .filter((day) => day <= todo.asOf)
          .sort()
          .at(-1) ?? null,
      ...{ read_at: readAt.get(id) ?? null, mistakes: mistakes.get(id)?.length ?? 0 },
    }
  })
}

const SCOPES = ['runtime', 'optional', 'build', 'image'] as const
const LICENSES_SHOWN = 3

function brickTables(bricks: readonly Brick[]): readonly ExportTable[] {
  return [
    { table: 'brick', rows: bricks.map(brickRow) },
    {
      table: 'brick_version',
      rows: bricks.flatMap(({ brick, versions }) =>
        versions.map(({ version, components, isBehind }, index) => ({
          ...{
            brick,
            position: index + 1,
            version,
            components,
            is_behind: isBehind === null ? null : Number(isBehind),
          },
        })),
      ),
    },
    { table: 'brick_place', rows: bricks.flatMap(placesOfBrick) },
    {
      table: 'brick_plan',
      rows: bricks.flatMap(({ brick, planB }) =>
        (planB ?? []).map(({ isOverdue, ...plan }, index) => ({
          brick,
          position: index + 1,
          ...plan,
          is_overdue: Number(isOverdue),
        })),
      ),
    },
  ]
}

function brickRow({ brick, title, versions, licenses, upkeep, usedBy, scopes, environments, isGap }: Brick) {
  const behind = versions.flatMap(({ isBehind }) => isBehind ?? [])
  const said = [...new Set(licenses.map(({ license }) => license))].slice(0, LICENSES_SHOWN)
  return {
    ...{ brick, title, versions: versions.length },
    is_behind: behind.includes(true) ? 1 : behind.length === 0 ? null : 0,
    licenses: said.length === 0 ? null : said.join(', '),
    ...{
      latest: upkeep?.latest ?? null,
      latest_at: upkeep?.latestAt?.slice(0, 10) ?? null,
      state: upkeep?.state ?? null,
    },
    ...{ used_by: usedBy.length, ships: isShipped({ scopes }) ? 1 : 0 },
    ...{ is_in_service: environments.length > 0 ? 1 : 0, is_gap: isGap === null ? null : Number(isGap) },
  }
}

function placesOfBrick({ brick, usedBy, assemblies, environments }: Brick): ExportTable['rows'] {
  const places = [
    ...usedBy.map((name) => ({ kind: 'component', name, version: null })),
    ...assemblies.map(({ id }) => ({ kind: 'assembly', name: id, version: null })),
    ...environments.map(({ environment, version }) => ({ kind: 'environment', name: environment ?? '', version })),
  ]
  const once = new Map(places.map((place) => [`${place.kind} ${place.name}`, place]))
  return [...once.values()].map((place) => ({ brick, ...place }))
}
