import type { RuleOutcome, SubjectReport } from '#data/model/lint.ts'
import { englishCount, englishPlural, frenchCount, frenchPlural } from '#data/model/plural.ts'
import type { Language, Severity } from '#data/model/vocabulary.ts'
import type { ConformityState } from '#policies/conformity.ts'
import { countStandings, printable, type ReportContext, type Standing } from './lint.ts'

/** Words that the reporters share. */

export const ONE_RULE = {
  fr: {
    pass: 'tenue',
    fail: 'à corriger',
    accepted: 'admise',
    unknown: 'non vérifiée',
    error: 'en panne',
    'not-applicable': 'sans objet',
  },
  en: {
    pass: 'held',
    fail: 'to correct',
    accepted: 'accepted',
    unknown: 'not checked',
    error: 'crashed',
    'not-applicable': 'n/a',
  },
} as const satisfies Record<Language, Record<Standing, string>>

export const MANY_RULES = {
  fr: { ...ONE_RULE.fr, pass: 'tenues', accepted: 'admises', unknown: 'non vérifiées' },
  en: ONE_RULE.en,
} as const satisfies Record<Language, Record<Standing, string>>

export const SEVERITY_WORDS = {
  fr: { error: 'erreur', warning: 'alerte', info: 'info' },
  en: { error: 'error', warning: 'warning', info: 'info' },
} as const satisfies Record<Language, Record<Severity, string>>

export const WORDS = {
  fr: {
    fix: 'Corriger : ',
    why: 'Pourquoi',
    mend: 'Corriger',
    waived: (until: string) => `exception jusqu’au ${until}`,
    ending: (count: number) =>
      `${frenchCount(count, 'exception prend fin', 'exceptions prennent fin')} dans les 30 jours :`,
    unlisted: (count: number) => `… et ${frenchCount(count, 'autre')} (--all)`,
    total: (count: number) => frenchCount(count, 'dépôt'),
    unread: 'ses fichiers n’ont pas pu être lus : rien n’a été vérifié',
    more: 'Une règle en entier : parvis explain ',
    hidden: (count: number) =>
      count === 1
        ? '1 règle interne n’est pas tenue ou pas vérifiée ; elle n’est pas montrée ici (--audience internal)'
        : `${count} règles internes ne sont pas tenues ou pas vérifiées ; elles ne sont pas montrées ici (--audience internal)`,
    runs: (most: number) => `Plus de ${most} dépôts : l’analyse de code refuse un tel fichier ; en faire un par dépôt.`,
    results: (count: number, most: number) =>
      `${count} constats, les ${most} premiers par rang sont retenus ou montrés par l’analyse de code.`,
    unshown: (count: number) =>
      `${frenchCount(count, 'autre constat', 'autres constats')} : GitHub n’en montre que 10 par niveau et par étape (--all les écrit tous, --format markdown les résume)`,
    first: 'À faire d’abord : ',
    automatic: (count: number) => frenchCount(count, 'constat corrigible par --fix', 'constats corrigibles par --fix'),
    change: (from: string, branch: string) => `ce que la demande ajoute, de ${from} vers ${branch}`,
    goneFork: 'un dépôt disparu',
    known: 'connu',
    knownCount: (count: number, file: string) =>
      `${frenchCount(count, 'constat déjà connu', 'constats déjà connus')} de ${file}`,
    removable: (count: number, file: string) =>
      count === 1
        ? `1 entrée de ${file} peut être retirée, son constat est corrigé :`
        : `${count} entrées de ${file} peuvent être retirées, leurs constats sont corrigés :`,
  },
  en: {
    fix: 'Fix: ',
    why: 'Why',
    mend: 'Fix',
    waived: (until: string) => `exception until ${until}`,
    ending: (count: number) => `${englishCount(count, 'exception ends', 'exceptions end')} within 30 days:`,
    unlisted: (count: number) => `… and ${count} more (--all)`,
    total: (count: number) => englishCount(count, 'repository', 'repositories'),
    unread: 'its files could not be read: nothing was checked',
    more: 'One rule in full: parvis explain ',
    hidden: (count: number) =>
      count === 1
        ? '1 internal rule does not hold or was not checked; it is not shown here (--audience internal)'
        : `${count} internal rules do not hold or were not checked; they are not shown here (--audience internal)`,
    runs: (most: number) =>
      `More than ${most} repositories: code scanning refuses such a file; make one for each repository.`,
    results: (count: number, most: number) =>
      `${count} findings, of which code scanning keeps or shows the first ${most} by rank.`,
    unshown: (count: number) =>
      `${englishCount(count, 'more finding')}: GitHub shows no more than 10 of a level in a step (--all writes them all, --format markdown sums them up)`,
    first: 'First: ',
    automatic: (count: number) => `${englishCount(count, 'finding')} for --fix to mend`,
    change: (from: string, branch: string) => `what the change request adds, from ${from} to ${branch}`,
    goneFork: 'a repository that is gone',
    known: 'known',
    knownCount: (count: number, file: string) => `${englishCount(count, 'finding')} known from ${file}`,
    removable: (count: number, file: string) =>
      count === 1
        ? `1 entry of ${file} can be removed, its finding is mended:`
        : `${count} entries of ${file} can be removed, their findings are mended:`,
  },
} as const satisfies Record<Language, object>

/** `12 held · 3 to correct`, without what there is none of. */
export function tally(outcomes: readonly RuleOutcome[], context: Pick<ReportContext, 'baseline' | 'language'>): string {
  const counts = countStandings(outcomes, context)
  return (['pass', 'fail', 'accepted', 'unknown', 'error'] as const)
    .filter((standing) => counts[standing] > 0)
    .map(
      (standing) =>
        `${counts[standing]} ${(counts[standing] === 1 ? ONE_RULE : MANY_RULES)[context.language][standing]}`,
    )
    .join(' · ')
}

interface VerdictAbout {
  readonly title: string
  /** Pack and version. */
  readonly name: string
  readonly asOf: string
  readonly state: ConformityState
  readonly codes: readonly string[]
}

const VERDICTS = {
  fr: {
    conforms: 'règles bloquantes tenues',
    breaks: (count: number) => `${count} ${frenchPlural(count, 'règle bloquante', 'règles bloquantes')} à corriger`,
    undecided: (count: number) =>
      count === 0
        ? 'rien n’a pu être vérifié'
        : `${count} ${frenchPlural(count, 'règle bloquante non vérifiée', 'règles bloquantes non vérifiées')}`,
    foreign: 'sans objet, aucun composant de cette plateforme n’est reconnu',
    on: (asOf: string) => `au ${asOf}`,
  },
  en: {
    conforms: 'blocking rules held',
    breaks: (count: number) => `${count} ${englishPlural(count, 'blocking rule')} to be corrected`,
    undecided: (count: number) =>
      count === 0 ? 'nothing could be checked' : `${count} ${englishPlural(count, 'blocking rule')} not checked`,
    foreign: 'not concerned, no component of this platform is recognised',
    on: (asOf: string) => `on ${asOf}`,
  },
} as const satisfies Record<Language, object>

const LISTED_CODES = 8

/** Whether a repository is as a pack asks, in one sentence with the pack, its version and the day. */
export function verdictSentence({ title, name, asOf, state, codes }: VerdictAbout, language: Language): string {
  const words = VERDICTS[language]
  const verdict = state === 'breaks' || state === 'undecided' ? words[state](codes.length) : words[state]
  const rest = codes.length > LISTED_CODES ? ', …' : ''
  const named = codes.length === 0 ? '' : ` (${codes.slice(0, LISTED_CODES).join(', ')}${rest})`
  return `${title}, ${name}, ${words.on(asOf)}${language === 'fr' ? '\u00a0' : ''}: ${verdict}${named}`
}

/** That a subject could not be read, and why where that is known. */
export function unreadText({ unread }: Pick<SubjectReport, 'unread'>, language: Language): string {
  const reason = unread === undefined ? '' : ` (${printable(unread.message)})`
  return WORDS[language].unread + reason
}
