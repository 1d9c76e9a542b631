import type { Language } from '#data/model/vocabulary.ts'
import { desk } from '../desk.ts'
import type { CatalogueEntry } from '../loaders/catalogue.ts'
import { agenda, catalogue, guide, packs, services, sheets } from '../register.ts'
import type { SearchEntry } from '../search-file.ts'
import { eventWords } from '../telling/event-words.ts'
import { packPurpose, purposeOf } from '../telling/purpose.ts'

/** What of the register a search may lead to; pages that say it all themselves are read when the site is written. */
export function searchEntries(language: Language): readonly SearchEntry[] {
  return [
    ...serviceEntries(language),
    ...packEntries(language),
    ...componentEntries(language),
    ...ruleEntries(language),
    ...eventEntries(language),
  ]
}

/** Services, then needs: both are rows of one page. */
function serviceEntries(language: Language): readonly SearchEntry[] {
  const { text, href, settings } = desk(language)
  const page = below(href({ sheet: 'services' }), settings.base)
  return [
    ...services.services.map(
      ({ id, name, summary, components, assembly }): SearchEntry => ({
        ...{ path: `${page}#${id}`, kind: 'service', title: text(name), line: summary === null ? '' : text(summary) },
        text: [assembly?.title ?? '', ...namesOf(components)].join(' '),
      }),
    ),
    ...services.needs.map(
      ({ id, words, alsoCalled, components, assemblies }): SearchEntry => ({
        ...{ path: `${page}#need-${id}`, kind: 'service', title: text(words), line: '' },
        text: [...alsoCalled, ...assemblies.map(({ title }) => title), ...namesOf(components)].join(' '),
      }),
    ),
  ]
}

function packEntries(language: Language): readonly SearchEntry[] {
  const { text, href, settings } = desk(language)
  return packs.map(
    (pack): SearchEntry => ({
      path: below(href({ sheet: 'pack', slug: pack.slug }), settings.base),
      kind: 'pack',
      title: pack.title,
      line: packPurpose(pack, language)?.text ?? '',
      text: services.services.flatMap(({ assembly, name }) => (assembly === pack ? text(name) : [])).join(' '),
    }),
  )
}

function componentEntries(language: Language): readonly SearchEntry[] {
  const { words, text, href, settings } = desk(language)
  const needs = new Map<CatalogueEntry, string[]>()
  for (const need of services.needs) {
    for (const entry of need.components) {
      needs.set(entry, [...(needs.get(entry) ?? []), text(need.words), ...need.alsoCalled])
    }
  }
  return catalogue.entries.map(
    (entry, index): SearchEntry => ({
      path: below(href({ sheet: 'component', slug: entry.slug }), settings.base),
      kind: 'component',
      title: entry.name,
      line: purposeOf(entry, language)?.text ?? '',
      text: [
        words.kind[entry.kind],
        entry.repository.slice(entry.repository.lastIndexOf('/') + 1),
        ...(sheets[index]?.topics ?? []),
        ...(needs.get(entry) ?? []),
      ].join(' '),
    }),
  )
}

function ruleEntries(language: Language): readonly SearchEntry[] {
  const { text, href, settings } = desk(language)
  return guide.families.flatMap(({ rules }) =>
    rules.map(
      ({ rule }): SearchEntry => ({
        path: below(href({ sheet: 'rule', code: rule.code }), settings.base),
        kind: 'guide',
        title: `${rule.code}, ${text(rule.title)}`,
        line: text(rule.question),
        text: '',
      }),
    ),
  )
}

function eventEntries(language: Language): readonly SearchEntry[] {
  const { text, prose, href, settings } = desk(language)
  const page = below(href({ sheet: 'agenda' }), settings.base)
  return [...agenda.upcoming, ...agenda.past].map(
    (event): SearchEntry => ({
      path: `${page}#${event.id}`,
      kind: 'event',
      title: text(event.title),
      line: `${eventWords(event, language).days}${event.summary === null ? '' : `. ${text(event.summary)}`}`,
      text: event.place === null ? '' : prose(event.place).text,
    }),
  )
}

function namesOf(entries: readonly CatalogueEntry[]): readonly string[] {
  return entries.map(({ name }) => name)
}

function below(address: string, base: string): string {
  return address.slice(base.length)
}
