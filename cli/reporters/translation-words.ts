import type { LanguageCoverage } from '#data/inventory/translations/coverage.ts'
import { englishCount, frenchCount } from '#data/model/plural.ts'
import type { Language } from '#data/model/vocabulary.ts'

/** Rounded down to a tenth: what is not whole never reads as 100. */
export function percent(
  { translated, reference }: Pick<LanguageCoverage, 'translated' | 'reference'>,
  language: Language,
): string {
  if (reference === 0) return '–'
  const rate = String(Math.floor((translated * 1000) / reference) / 10)
  return language === 'fr' ? `${rate.replace('.', ',')} %` : `${rate}%`
}

type Column =
  | 'component'
  | 'language'
  | 'languages'
  | 'keys'
  | 'next'
  | 'rate'
  | 'translated'
  | 'reference'
  | 'left'
  | 'orphans'
  | 'copies'
  | 'placeholders'
  | 'lacking'
  | 'trend'

interface BrokenText {
  readonly key: string
  readonly lost: readonly string[]
  readonly invented: readonly string[]
}

export interface TranslationWords {
  readonly columns: Readonly<Record<Column, string>>
  readonly none: string
  readonly unknown: string
  percent(counted: Pick<LanguageCoverage, 'translated' | 'reference'>): string
  readonly lacking: string
  readonly noReference: string
  readonly problem: Readonly<
    Record<'missing' | 'orphans' | 'malformed' | 'empty' | 'copies', (count: number) => string>
  >
  keysOf(keys: number, bundles: number): string
  left(language: string, keys: number): string
  next(language: string, keys: number): string
  over(components: number): string
  withoutReference(languages: readonly string[]): string
  idle(path: string): string
  unread(path: string): string
  placeholder(place: string, broken: BrokenText): string
  trend(points: string, since: string): string
  uncollected(count: number, artifacts: readonly string[]): string
}

export const TRANSLATION_WORDS = {
  fr: {
    columns: {
      ...{ component: 'Composant', language: 'Langue', languages: 'Langues', keys: 'Clés', next: 'À finir' },
      ...{ rate: 'Taux', translated: 'Traduites', reference: 'Sur', left: 'Restent', orphans: 'Orphelines' },
      ...{ copies: 'Copies', placeholders: 'Variables', lacking: 'Composants sans', trend: 'Évolution' },
    },
    none: 'Aucun composant collecté n’a de textes.',
    unknown: 'inconnu',
    percent: (counted) => percent(counted, 'fr'),
    lacking: 'absente',
    noReference: 'aucun fichier de référence lisible, taux inconnus',
    withoutReference: (languages) =>
      `pas de fichier sans suffixe lisible : taux inconnus${languages.length > 0 ? ` (${languages.join(', ')})` : ''}`,
    problem: {
      missing: (count) => `absentes (${count}) :`,
      orphans: (count) => `orphelines (${count}) :`,
      malformed: (count) => `lignes mal formées (${count}), aux lignes`,
      empty: (count) => `vides (${count}) :`,
      copies: (count) => `identiques à l’anglais (${count}) :`,
    },
    keysOf: (keys, bundles) => `${frenchCount(keys, 'clé')}, jeux de textes : ${bundles}`,
    left: (language, keys) => `${language} (${keys})`,
    next: (language, keys) =>
      `Langue à finir d’abord : ${language}, ${frenchCount(keys, 'clé restante', 'clés restantes')}.`,
    over: (components) =>
      `Sur ${frenchCount(components, 'composant')}, une langue absente d’un composant y comptant pour zéro :`,
    idle: (path) => `jamais lu par la plateforme : ${path}`,
    unread: (path) => `illisible ou non collecté : ${path}`,
    placeholder: (place, { key, lost, invented }) =>
      `${place}  ${key}${lost.length > 0 ? ` perd ${lost.join(' ')}` : ''}${invented.length > 0 ? ` invente ${invented.join(' ')}` : ''}`,
    trend: (points, since) => `${points} points depuis le ${since}`,
    uncollected: (count, artifacts) =>
      `Non collectés, donc inconnus : ${count} (${artifacts.slice(0, 5).join(', ')}${count > 5 ? '…' : ''}).`,
  },
  en: {
    columns: {
      ...{ component: 'Component', language: 'Language', languages: 'Languages', keys: 'Keys', next: 'Finish next' },
      ...{ rate: 'Rate', translated: 'Translated', reference: 'Of', left: 'Left', orphans: 'Orphans' },
      ...{ copies: 'Copies', placeholders: 'Placeholders', lacking: 'Components without', trend: 'Trend' },
    },
    none: 'No collected component has texts.',
    unknown: 'unknown',
    percent: (counted) => percent(counted, 'en'),
    lacking: 'none',
    noReference: 'no reference file that can be read, rates unknown',
    withoutReference: (languages) =>
      `no file without suffix that can be read: rates unknown${languages.length > 0 ? ` (${languages.join(', ')})` : ''}`,
    problem: {
      missing: (count) => `missing (${count}):`,
      orphans: (count) => `orphans (${count}):`,
      malformed: (count) => `malformed (${count}), on lines`,
      empty: (count) => `empty (${count}):`,
      copies: (count) => `same as English (${count}):`,
    },
    keysOf: (keys, bundles) => `${englishCount(keys, 'key')}, bundles: ${bundles}`,
    left: (language, keys) => `${language} (${keys})`,
    next: (language, keys) => `Language to finish next: ${language}, ${englishCount(keys, 'key')} left.`,
    over: (components) =>
      `Over ${englishCount(components, 'component')}, a language that one of them lacks counting as nothing there:`,
    idle: (path) => `never read by the platform: ${path}`,
    unread: (path) => `unreadable or not collected: ${path}`,
    placeholder: (place, { key, lost, invented }) =>
      `${place}  ${key}${lost.length > 0 ? ` loses ${lost.join(' ')}` : ''}${invented.length > 0 ? ` invents ${invented.join(' ')}` : ''}`,
    trend: (points, since) => `${points} points since ${since}`,
    uncollected: (count, artifacts) =>
      `Not collected, so unknown: ${count} (${artifacts.slice(0, 5).join(', ')}${count > 5 ? '…' : ''}).`,
  },
} as const satisfies Record<Language, TranslationWords>
