import { UsageFailure } from '#data/model/failures.ts'
import type { Audience, Language, Text } from '#data/model/vocabulary.ts'
import type { LogEntry } from '#data/publication/publication.ts'
import type { Reserve } from '#data/publication/reserve.ts'
import type { Rhythm } from '#data/publication/rhythm.ts'
import type { DataLicense } from '#data/reference/data-licenses.ts'
import type { RulePack } from '#policies/rule.ts'
import type { Brand } from './city/city.ts'
import type { CityContent } from './city/content.ts'
import type { GuidePage } from './guide/guide-page.ts'
import type { Place } from './src/routes.ts'

/** Which of the two builds: what anybody may read, or what stays inside the organisation. */
export type SiteProfile = Audience

/** An audit of the site against the accessibility reference. Without one the statement says "non conforme". */
export interface AccessibilityRecord {
  readonly auditor: string
  /** `YYYY-MM-DD`. */
  readonly date: string
  /** Pages of the sample. */
  readonly sample: readonly string[]
  /** Criteria met, in per cent. */
  readonly rate: number
  readonly tools?: readonly string[] | undefined
  readonly issues?: readonly Text[] | undefined
  readonly exemptions?: readonly Text[] | undefined
  readonly outOfScope?: readonly Text[] | undefined
}

/** An assessment of the site against the eco-design reference. */
export interface EcoDesignRecord {
  readonly assessor: string
  /** `YYYY-MM-DD`. */
  readonly date: string
  /** Criteria met, in per cent. */
  readonly rate: number
  readonly address?: string | undefined
}

export interface OfficeLink {
  readonly title: Text
  readonly address: string
}

/** The office behind the site, in the city's own words. Roles, never names. */
export interface Office {
  readonly name?: Text | undefined
  readonly mission?: Text | undefined
  readonly roles: readonly Text[]
  /** Whom it serves, and with what. */
  readonly services: readonly { readonly for: Text; readonly what: Text }[]
  readonly principles: readonly Text[]
  /** On what law the policy rests; ours, in careful words, when absent. */
  readonly legalBase?: Text | undefined
  readonly memberships: readonly OfficeLink[]
  /** Who decides, and how one comes to merge. */
  readonly decides?: Text | undefined
  readonly committers?: Text | undefined
  readonly conduct?: string | undefined
  /** How a weakness is reported without making it public. */
  readonly security?: Text | undefined
  readonly channels: readonly OfficeLink[]
  readonly logos: readonly OfficeLink[]
}

/** What is promised to whoever proposes something. */
export interface AnswerPromise {
  readonly workingDays: number
  readonly contact?: Text | undefined
}

/** What legal pages may say, in the city's own words. Every key left out is said to be missing, never invented. */
const LEGAL_KEYS = [
  'publisher',
  'publication-director',
  'host',
  'source-code',
  'controller',
  'purposes',
  'legal-basis',
  'retention',
  'data-protection',
  'server-logs',
  'accessibility-plan',
  'content-license',
] as const

/** A headline of a figure as the officer wants it said. */
export interface Headline {
  /** Id of the figure. */
  readonly figure: string
  readonly text: Text
  /** Day it was written, `YYYY-MM-DD`. */
  readonly date: string
  /** The role that answers for it. */
  readonly by: Text
  /** Mark of the numbers that it was written for, as the figure's `meta.json` has it. */
  readonly of?: string | undefined
}

/** Something dated that figures over time show as a line with words. */
export interface DatedMark {
  /** `YYYY-MM-DD`. */
  readonly on: string
  readonly words: Text
  /** Ids of the figures that show it; all that reach so far when left out. */
  readonly figures?: readonly string[] | undefined
}

/** What a city says of itself. A person's name has no place here: roles and organisations only. */
export interface SiteIdentity {
  /** Name of the site, in the masthead: "Code ouvert de Lutetia". */
  readonly title: Text
  /** Who publishes: "Ville de Lutetia". */
  readonly publisher: Text
  /** The sentence of the home page. */
  readonly purpose?: Text | undefined
  /** The demo: a city and data that exist nowhere. Said on every page, which search engines are asked to leave out. */
  readonly isDemo?: boolean | undefined
  /** Mail address of a role, for reports of errors and requests. */
  readonly contact?: string | undefined
  /** Page on which an issue about the site is opened. */
  readonly issuesAt?: string | undefined
  /** Frequent searches offered under the search field: the words, and what they look for. */
  readonly searches?: readonly { readonly title: Text; readonly query: string }[] | undefined
  /** Licence of the open data. */
  readonly dataLicense: DataLicense
  /** Words for the same thing, beside those that come with Parvis: a search for one finds the others. */
  readonly synonyms?: readonly (readonly string[])[] | undefined
  readonly legal?: Readonly<Record<string, Text>> | undefined
  /** Headlines that the officer wrote in place of the generated ones. */
  readonly headlines?: readonly Headline[] | undefined
  /** What happened, for the drawings. */
  readonly marks?: readonly DatedMark[] | undefined
  readonly accessibility?: AccessibilityRecord | undefined
  readonly ecoDesign?: EcoDesignRecord | undefined
  readonly office?: Office | undefined
  readonly promise?: AnswerPromise | undefined
  /** How often what is published is renewed; undefined where nobody says. */
  readonly rhythm?: Rhythm | undefined
  /** Labels of issues for newcomers; empty when the officer chose none. */
  readonly firstIssueLabels?: readonly string[] | undefined
}

/** A file of the open data, with what pages and descriptions say of it. */
export interface OpenDataFile {
  readonly name: string
  readonly bytes: number
  readonly sha256: string
}

export interface OpenDataTable {
  readonly name: string
  readonly rows: number
  /** CSV, CSV for French spreadsheets, JSON, schema. */
  readonly files: readonly OpenDataFile[]
}

/** All that pages may know beside the database. */
export interface SiteSettings {
  /** Absolute path of the export database. */
  readonly database: string
  readonly profile: SiteProfile
  /** Where the site lives on its host, with both slashes: `/` or `/open/`. */
  readonly base: string
  /** `https://open.example`, without a path; absent when not known yet, and then nothing absolute is written. */
  readonly site?: string
  /** The first is the default. */
  readonly languages: readonly Language[]
  readonly identity: SiteIdentity
  /** Pages, news and parts of pages that the city wrote. */
  readonly content: CityContent
  readonly brand: Brand
  /** Pages that the city has switched off. */
  readonly off: readonly Place[]
  /** The rules of the guide, as their owner has them; those that come with Parvis when absent. */
  readonly packs?: readonly RulePack[]
  /** What changed in the open data, the first publication first. */
  readonly log: readonly LogEntry[]
  /** Findings, trends, news and yearly report are withheld: a reserve is on, and this is the public site. */
  readonly isReserved: boolean
  /** The reserve that is on, which pages of both sites say. */
  readonly reserve?: Reserve
  /** What was written of the open data before the pages; an internal build has none. */
  readonly openData?: {
    readonly tables: readonly OpenDataTable[]
    readonly whole: OpenDataFile
    readonly descriptions: readonly OpenDataFile[]
  }
  /** Texts of the contributor guide, in every language. */
  readonly guide: readonly GuidePage[]
  /** Folder on the web under which the texts of the guide are edited; absent when nobody said. */
  readonly editGuideAt?: string
  /** Day of the build, `YYYY-MM-DD`, from SOURCE_DATE_EPOCH only; absent otherwise, so that equal data gives equal bytes. */
  readonly builtOn?: string
}

/** Brings `open`, `/open` and `/open/` to `/open/`. */
export function normalizeBase(base: string): string {
  const inner = base.split('/').filter(Boolean).join('/')
  return inner === '' ? '/' : `/${inner}/`
}

/** Years after which an audit of accessibility no longer says how the site is. */
const AUDIT_YEARS = 3

/** Nobody states a conformity that was measured too long ago, or never. */
function checkAudit(audit: AccessibilityRecord | undefined, today: string | undefined): void {
  if (audit === undefined) return
  const { auditor, date, sample, rate } = audit
  const isDay = /^\d{4}-\d{2}-\d{2}$/u.test(date) && !Number.isNaN(Date.parse(date))
  if (auditor.trim() === '' || sample.length === 0 || rate > 100 || !isDay) {
    throw new UsageFailure(
      'site-audit-incomplete',
      'the accessibility audit names no auditor, day, sample or rate of 0 to 100',
      {
        hint: 'site.accessibility: { auditor: …, date: 2026-03-31, sample: [Accueil, …], rate: 82 }',
      },
    )
  }
  const end = `${Number(date.slice(0, 4)) + AUDIT_YEARS}${date.slice(4)}`
  if (today === undefined || today <= end) return
  throw new UsageFailure(
    'site-audit-too-old',
    `the accessibility audit of ${date} is older than ${AUDIT_YEARS} years`,
    {
      hint: 'Leave site.accessibility out: the statement then says that no audit was made.',
    },
  )
}

/** Throws a `UsageFailure` for what legal pages cannot use: a typing error there would silently drop a legal line. */
export function checkIdentity(identity: SiteIdentity, today?: string): void {
  checkAudit(identity.accessibility, today)
  const known: readonly string[] = LEGAL_KEYS
  const unknown = Object.keys(identity.legal ?? {}).filter((key) => !known.includes(key))
  if (unknown.length === 0) return
  throw new UsageFailure('site-unknown-legal-key', `Legal pages have no place for: ${unknown.join(', ')}`, {
    hint: `They know: ${known.join(', ')}`,
  })
}
