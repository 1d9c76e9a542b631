import { isOneOf, type Language } from '#data/model/vocabulary.ts'
import { desk } from '../desk.ts'
import { askedVersion } from '../links/asked-version.ts'
import { STATES } from '../loaders/catalogue.ts'
import type { ThirdParty } from '../loaders/third-parties.ts'
import { type Cell, plain, shortName, someOf } from './cells.ts'

const NAMES_SHOWN = 4

export function thirdPartyCells(one: ThirdParty, language: Language): readonly Cell[] {
  const { words, shortDay } = desk(language)
  const said = words.inventory
  const some = (names: readonly string[]) =>
    someOf(names, { most: NAMES_SHOWN, others: words.reuse.component.andOthers })
  const state = one.state !== null && isOneOf(STATES, one.state) ? words.state[one.state] : undefined
  return [
    { text: one.name, second: one.brick === one.name ? undefined : addressOf(one.brick) },
    {
      text:
        one.versions.length === 0
          ? '–'
          : some([
              ...new Set(
                one.versions.map(({ version }) => (version === null ? said.anyVersion : askedVersion(version))),
              ),
            ]),
      second: one.is_behind === 1 ? said.behind : undefined,
    },
    plain(one.licenses ?? said.notKnown),
    {
      text: one.latest ?? (one.latest_at === null ? said.notKnown : shortDay(one.latest_at)),
      second:
        [one.latest !== null && one.latest_at !== null ? shortDay(one.latest_at) : undefined, state]
          .filter((part) => part !== undefined)
          .join(', ') || undefined,
    },
    {
      text: said.components(one.used_by),
      second:
        [
          ...one.environments.map(({ name, version }) => [name, version].filter(Boolean).join(' ')),
          ...(one.packs.length === 0 ? [] : [said.inPacks(one.packs.length, some(one.packs.map(shortName)))]),
        ].join(' · ') || undefined,
    },
    planCell(one, language),
  ]
}

/** `pkg:maven/org.example/commons` as people read it. */
function addressOf(brick: string): string {
  const [, kind, rest] = /^pkg:([^/]+)\/(.+)$/u.exec(brick) ?? []
  return kind === undefined || rest === undefined ? brick : `${kind} · ${decodeURIComponent(rest)}`
}

function planCell({ plans, group }: ThirdParty, language: Language): Cell {
  const { words, shortDay, prose } = desk(language)
  const said = words.inventory
  const [plan] = plans
  if (plan === undefined && group === 'unknown') return plain(said.planUnknown)
  if (plan === undefined) return group === 'none-needed' ? plain('–') : { text: said.noPlan, shape: 'cross' }
  const parts = [
    isKey(plan.effort, said.effort) ? said.effort[plan.effort] : undefined,
    isKey(plan.risk, said.risk) ? said.risk[plan.risk] : undefined,
    plan.owner === null ? undefined : prose(plan.owner).text,
    plan.review === null ? undefined : said.review(shortDay(plan.review), plan.is_overdue === 1),
  ]
  const { text, lang } = prose(plan.alternative)
  return { text, lang, second: parts.filter((part) => part !== undefined).join(', ') || undefined }
}

function isKey<Known extends object>(name: string | null, known: Known): name is keyof Known & string {
  return name !== null && name in known
}
