import { settings } from 'virtual:parvis-site'
import type { Language } from '#data/model/vocabulary.ts'
import { placesHere } from '../all-sheets.ts'
import { desk } from '../desk.ts'
import { type ComponentSheet, isOfClone } from '../loaders/component-sheets.ts'
import { standings, upkeepOf } from '../register.ts'

export interface SheetFact {
  readonly name: string
  readonly value: string
  /** Said after the value, quieter. */
  readonly note?: string
  readonly href?: string | undefined
  /** Language of the value, where people wrote it in another than that of the page. */
  readonly lang?: Language
  readonly isCode?: boolean
}

/** Lines of the fact sheet of a component, in order. What was not read says so; what does not exist is left out. */
export function componentFacts(sheet: ComponentSheet, language: Language): readonly SheetFact[] {
  const { words } = desk(language)
  const { facts, lineUnknown } = words.component
  const { entry } = sheet
  return [
    ...versionFacts(sheet, language),
    { name: facts.line, value: linesSaid(sheet, language) ?? lineUnknown },
    licenseFact(sheet, language),
    { name: facts.owner, value: entry.owner },
    usedByFact(sheet, language),
    { name: facts.repository, value: lastPart(entry.repository), href: sheet.url ?? undefined },
    ...(sheet.homepageUrl === null
      ? []
      : [{ name: facts.site, value: bareAddress(sheet.homepageUrl), href: sheet.homepageUrl }]),
    ...trackerFacts(sheet, language),
    ...securityFact(sheet, language),
    ...contributorsFact(sheet, language),
    ...dayFacts(sheet, language),
    ...(sheet.topics.length === 0 ? [] : [{ name: facts.topics, value: sheet.topics.join(', ') }]),
    ...(sheet.coordinates === null ? [] : [{ name: facts.coordinates, value: sheet.coordinates, isCode: true }]),
  ]
}

/** The generations, and beside them the versions that it says it runs on. */
function linesSaid({ entry }: ComponentSheet, language: Language): string | undefined {
  const { words } = desk(language)
  const said = words.sheet
  const { from = null, to = null } = standings.get(entry.slug)?.core ?? {}
  const between =
    from !== null && to !== null
      ? said.coreBetween({ from, to })
      : from !== null
        ? said.coreFrom(from)
        : to !== null
          ? said.coreUpTo(to)
          : undefined
  const parts = [...entry.lines.map((line) => words.line[line]), ...(between === undefined ? [] : [between])]
  return parts.length === 0 ? undefined : parts.join(', ')
}

function usedByFact({ entry }: ComponentSheet, language: Language): SheetFact {
  const said = desk(language).words.sheet
  const { adopters, adoptersThrough } = entry
  if (adopters + adoptersThrough === 0)
    return { name: said.usedBy, value: placesHere().includes('adopters') ? said.notUsed : said.usesUnkept }
  const through = said.throughPacks(adoptersThrough)
  if (adopters === 0) return { name: said.usedBy, value: through, href: '#usages' }
  const value = said.usedByCount(adopters)
  return { name: said.usedBy, value, href: '#usages', ...(adoptersThrough > 0 && { note: through }) }
}

/** A link that leads to a host is none in the demo, where names are invented. */
function securityFact({ entry }: ComponentSheet, language: Language): readonly SheetFact[] {
  const said = desk(language).words.sheet
  const { security } = upkeepOf(entry)
  if (security === undefined) return []
  const page = settings.identity.isDemo === true ? null : security.url
  if (page === null || !/^https?:\/\//u.test(page)) return [{ name: said.security, value: said.securityHost }]
  return [{ name: said.security, value: said.securityPage, href: page }]
}

/** People as a number, where it tells of nobody. */
function contributorsFact({ entry }: ComponentSheet, language: Language): readonly SheetFact[] {
  const said = desk(language).words.sheet
  const { contributors } = upkeepOf(entry)
  if (contributors === undefined) return []
  const { persons, outside } = contributors
  return [
    {
      ...{ name: said.contributors, value: said.contributorsCount(persons) },
      ...(outside !== null && { note: said.contributorsOutside(outside) }),
    },
  ]
}

/** Where the file and the host disagree, each is shown with its source, and none is called right. */
function licenseFact(sheet: ComponentSheet, language: Language): SheetFact {
  const { entry, fileLicense, hostLicense } = sheet
  const isHostUnread = isOfClone(sheet)
  const { words } = desk(language)
  const { facts, noLicense, licenseInFile, licenseOnHost, licensesDiffer } = words.component
  const name = facts.license
  if ((standings.get(entry.slug)?.licenses.length ?? 0) > 0) return { name, value: licensesDiffer, href: '#licences' }
  if (fileLicense === null && hostLicense === null)
    return { name, value: words.noLicense, note: isHostUnread ? words.component.noLicenseInFile : noLicense }
  if (fileLicense === null) return { name, value: hostLicense ?? '', note: licenseOnHost }
  if (hostLicense === null || hostLicense === fileLicense) return { name, value: fileLicense, note: licenseInFile }
  return { name, value: fileLicense, note: `${licenseInFile} · ${hostLicense}, ${licenseOnHost}` }
}

/** The last final version; what is on trial, and what is being made, apart from it. */
function versionFacts({ entry }: ComponentSheet, language: Language): readonly SheetFact[] {
  const { words, day } = desk(language)
  const { facts, versionIn, noVersion, noRelease, dayUnknown } = words.component
  const { version, releasedOn, trial, underWay } = entry
  const dated = (on: string | null) => (on === null ? dayUnknown : day(on))
  return [
    version === null
      ? { name: facts.version, value: noVersion, note: noRelease }
      : { name: facts.version, value: version, note: dated(releasedOn) },
    ...(trial === null ? [] : [{ name: facts.trial, value: trial.version, note: dated(trial.releasedOn) }]),
    ...(underWay === null ? [] : [{ name: facts.underWay, value: underWay, note: versionIn }]),
  ]
}

function trackerFacts(sheet: ComponentSheet, language: Language): readonly SheetFact[] {
  const { words, number } = desk(language)
  const { facts, notRead, notReadFeminine, openIssues, openChangeRequests } = words.component
  const { openIssues: issues, openChangeRequests: open, mergedChangeRequests: merged, url } = sheet
  return [
    {
      name: facts.issues,
      value: issues === null ? notRead : openIssues({ open: issues, text: number(issues) }),
      href: url === null || issues === null ? undefined : `${url}/issues`,
    },
    {
      name: facts.changeRequests,
      value: open === null || merged === null ? notReadFeminine : openChangeRequests({ open, merged }),
    },
  ]
}

function dayFacts({ lastActivityOn, createdOn, activity }: ComponentSheet, language: Language): readonly SheetFact[] {
  const { words, day } = desk(language)
  const { facts, notReadFeminine, knownUntil } = words.component
  return [
    {
      name: facts.activity,
      value: lastActivityOn === null ? notReadFeminine : day(lastActivityOn),
      ...(activity.known && { note: knownUntil(day(activity.known.day)) }),
    },
    ...(createdOn === null ? [] : [{ name: facts.created, value: day(createdOn) }]),
  ]
}

function lastPart(repository: string): string {
  return repository.slice(repository.lastIndexOf('/') + 1)
}

function bareAddress(url: string): string {
  return url.replace(/^https?:\/\//u, '').replace(/\/$/u, '')
}
