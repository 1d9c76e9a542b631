import { MIT, REPOSITORY } from '../component.ts'
import { host, refs } from '../source.ts'
import type { Case, Cases } from './case.ts'

const SHEET = `publiccodeYmlVersion: "0.7"
name: Clock
url: https://github.com/${REPOSITORY}.git
softwareVersion: "1.1.0"
releaseDate: "2026-03-15"
logo: images/logo.svg
platforms: [web]
categories: [time-management]
developmentStatus: stable
softwareType: addon
intendedAudience:
  countries: [FR]
  scope: [local-authorities]
description:
  fr:
    shortDescription: Donne l’heure sur chaque page d’un site.
    longDescription: >
      ${'Les habitants voient l’heure du guichet qu’ils vont appeler, par fuseau. '.repeat(3)}
    features: [Heure par langue]
legal:
  license: MIT
maintenance:
  type: contract
  contractors:
    - name: Example Works
      until: "2028-12-31"
localisation:
  localisationReady: true
  availableLanguages: [fr, en]
`

type Change = readonly [from: string | RegExp, to: string]

const sheet = (...changes: readonly Change[]) => {
  return changes.reduce((text, [from, to]) => text.replace(from, to), SHEET)
}
const files = (...changes: readonly Change[]) => ({ 'publiccode.yml': sheet(...changes), 'images/logo.svg': '<svg/>' })
const NONE: Case = { name: 'no sheet', files: { a: '' }, expect: 'not-applicable' }
const BROKEN: Case = {
  name: 'no YAML, which is the business of another rule',
  files: { 'publiccode.yml': 'name: "Clock\n' },
  expect: 'unknown',
  findings: ['broken publiccode.yml:2'],
}
const WHOLE: Case = { name: 'a whole sheet', files: files(), expect: 'pass' }
const git = { refs: refs(['develop'], ['plugin-clock-1.0.0', 'plugin-clock-1.1.0', 'plugin-clock-1.1.0-RC-01']) }

const published = (day: string) => {
  const release = { name: null, isPrerelease: false, notesLength: 100, publishedAt: `${day}T10:00:00Z` }
  return host({ releases: { count: 1, newest: [{ tag: 'plugin-clock-1.1.0', ...release }] } })
}

function fails(name: string, change: Change, ...findings: readonly string[]): Case {
  return { name, files: files(change), expect: 'fail', findings }
}

export const publiccodeCases: Cases = {
  'PCY-01': [
    WHOLE,
    { name: 'another spelling', files: { 'publiccode.yaml': SHEET }, expect: 'fail', findings: ['missing info'] },
    { name: 'in another folder', files: { 'docs/publiccode.yml': SHEET }, expect: 'fail' },
  ],
  'PCY-02': [
    WHOLE,
    {
      name: 'a quote left open',
      files: { 'publiccode.yml': 'name: "Clock\nurl: a\n' },
      expect: 'fail',
      findings: ['yaml error publiccode.yml:3'],
    },
    { name: 'a list', files: { 'publiccode.yml': '- name: Clock\n' }, expect: 'fail', findings: ['empty'] },
    { name: 'nothing', files: { 'publiccode.yml': '\n' }, expect: 'fail', findings: ['empty'] },
    {
      name: 'another encoding',
      files: { 'publiccode.yml': 'name: Horloge réglée\n' },
      encoding: 'latin1',
      expect: 'fail',
      findings: ['encoding'],
    },
    NONE,
  ],
  'PCY-03': [
    WHOLE,
    { ...BROKEN },
    NONE,
    fails(
      'no licence',
      ['  license: MIT\n', '  mainCopyrightOwner: City of Example\n'],
      'missing error publiccode.yml:20',
    ),
    fails('no platforms', ['platforms: [web]\n', ''], 'missing'),
    fails('an empty key', ['name: Clock', 'name:'], 'missing'),
    fails('no features in any language', ['    features: [Heure par langue]\n', ''], 'missing publiccode.yml:15'),
    {
      name: 'a second language in short',
      files: files(['legal:', '  en:\n    shortDescription: Shows the time.\nlegal:']),
      expect: 'pass',
    },
    fails('a contractor without an end', ['      until: "2028-12-31"\n', ''], 'missing publiccode.yml:25'),
  ],
  'PCY-04': [
    WHOLE,
    BROKEN,
    NONE,
    fails('a state of one’s own', ['stable', 'production'], 'value error publiccode.yml:9'),
    fails('a type of one’s own', ['addon', 'plugin'], 'value'),
    fails('a category of one’s own', ['time-management', 'clocks'], 'value'),
    fails('a truth in words', ['localisationReady: true', 'localisationReady: "yes"'], 'kind'),
    fails('a list that is a text', ['[fr, en]', 'fr'], 'kind'),
    fails('a person whose name is a list', ['type: contract', 'contacts: [{ name: [X] }]\n  type: contract'], 'kind'),
    fails('a scope that is no list', ['[local-authorities]', '{}'], 'kind'),
    {
      name: 'categories that came later',
      files: files(['time-management', 'integrated-library-system, other']),
      expect: 'pass',
    },
    fails('a patron without an address', ['legal:', 'fundedBy: [{ name: X, uri: "1" }]\nlegal:'], 'value'),
    fails('a logo of another kind', ['logo.svg', 'logo.gif'], 'value'),
    fails('a version to come', ['"0.7"', '"2.0"'], 'value publiccode.yml:1'),
    { name: 'versions as numbers', files: files(['"0.7"', '0'], ['"1.1.0"', '1.1']), expect: 'pass' },
    { name: 'a platform of one’s own, which is allowed', files: files(['[web]', '[web, plan9]']), expect: 'pass' },
    {
      name: 'a law by its alias',
      files: files(['legal:', 'supports: [{ id: "alias:gdpr" }]\nlegal:']),
      expect: 'pass',
    },
    fails('an alias that nobody knows', ['legal:', 'supports: [{ id: "alias:clock" }]\nlegal:'], 'value'),
  ],
  'PCY-05': [
    WHOLE,
    BROKEN,
    fails('a day the other way round', ['2026-03-15', '15/03/2026'], 'value error publiccode.yml:5'),
    fails('a day that the calendar lacks', ['2028-12-31', '2028-02-31'], 'value'),
    fails('an address without its beginning', ['https://', 'www.'], 'value publiccode.yml:3'),
    { name: 'a day without quotes', files: files(['"2026-03-15"', '2026-03-15']), expect: 'pass' },
  ],
  'PCY-06': [
    WHOLE,
    BROKEN,
    fails('too long for a line', [/shortDescription: .*/u, `shortDescription: ${'a'.repeat(151)}`], 'long error'),
    fails('too short to tell', [/longDescription: >\n.*/u, 'longDescription: Une horloge.'], 'short'),
    fails('no feature', ['[Heure par langue]', '[]'], 'short'),
  ],
  'PCY-07': [
    WHOLE,
    BROKEN,
    fails('a country for a language', ['[fr, en]', '[fr, cz]'], 'language error'),
    fails('a description in no language', ['  fr:', '  french:'], 'language publiccode.yml:15'),
    fails('a country in mixed letters', ['[FR]', '[Fr]'], 'country error'),
    fails('a country in small letters', ['[FR]', '[fr]'], 'small warning'),
    fails('a country by another code', ['[FR]', '[UK]'], 'country'),
    { name: 'a language of a region', files: files(['[fr, en]', '[fr-CA, pt-BR, gsw]']), expect: 'pass' },
  ],
  'PCY-08': [
    WHOLE,
    BROKEN,
    NONE,
    fails('a licence in words', ['license: MIT', 'license: GPL v3'], 'invalid error publiccode.yml:21'),
    fails('an id that SPDX has replaced', ['license: MIT', 'license: GPL-3.0'], 'deprecated warning'),
    { name: 'two of them', files: files(['license: MIT', 'license: MIT OR EUPL-1.2']), expect: 'pass' },
    { name: 'one of one’s own', files: files(['license: MIT', 'license: LicenseRef-Clock']), expect: 'pass' },
  ],
  'PCY-09': [
    WHOLE,
    BROKEN,
    fails('a contract with nobody', [/ {2}contractors:\n.*\n.*\n/u, ''], 'missing error'),
    fails('contractors of a community', ['type: contract', 'type: none'], 'forbidden'),
    fails('nobody to speak to', ['type: contract\n  contractors', 'type: internal\n  others'], 'missing'),
    {
      name: 'somebody to speak to',
      files: files([
        /type: contract\n {2}contractors:\n.*\n.*\n/u,
        'type: internal\n  contacts:\n    - name: Clock team\n',
      ]),
      expect: 'pass',
    },
  ],
  'PCY-10': [
    WHOLE,
    BROKEN,
    fails(
      'an owner of the repository',
      ['license: MIT', 'license: MIT\n  repoOwner: City of Example'],
      'deprecated warning',
    ),
    fails('a section of a country', ['legal:', 'it:\n  countryExtensionVersion: "1.0"\nlegal:'], 'deprecated'),
  ],
  'PCY-11': [
    WHOLE,
    BROKEN,
    fails(
      'a slip of the pen',
      ['logo:', 'landingUrl: https://city.example\nlogo:'],
      'unknown warning publiccode.yml:6',
    ),
    fails('a block with a slip', ['legal:', 'legals:\n  other: a\nlegal:'], 'unknown'),
    { name: 'what PCY-10 tells', files: files(['legal:', 'it:\n  spid: true\nlegal:']), expect: 'pass' },
    {
      name: 'contacts',
      files: files(['localisation:', '  contacts:\n    - name: Team\n      phone: "1"\nlocalisation:']),
      expect: 'pass',
    },
  ],
  'PCY-12': [
    WHOLE,
    fails('a former name', ['plugin-clock', 'plugin-dial'], 'differs warning publiccode.yml:3'),
    {
      name: 'another case, without the ending',
      files: files([`${REPOSITORY}.git`, `${REPOSITORY.toUpperCase()}/`]),
      expect: 'pass',
    },
    {
      name: 'nobody knows the repository',
      files: files(),
      repository: null,
      expect: 'unknown',
      findings: ['no-identity'],
    },
  ],
  'PCY-13': [
    { name: 'both say so', files: { ...files(), LICENSE: MIT }, expect: 'pass' },
    {
      name: 'a choice, one of which is there',
      files: { ...files(['license: MIT', 'license: EUPL-1.2 OR MIT']), LICENSE: MIT },
      expect: 'pass',
    },
    {
      name: 'two answers',
      files: { ...files(['license: MIT', 'license: EUPL-1.2']), LICENSE: MIT },
      expect: 'fail',
      findings: ['differs error publiccode.yml:21'],
    },
    { name: 'no text to compare with', files: files(), expect: 'not-applicable' },
  ],
  'PCY-14': [
    { name: 'the latest', files: files(), git, expect: 'pass' },
    {
      name: 'the latest final one, a beta of the next being tagged',
      files: files(),
      git: { refs: [...git.refs, ...refs([], ['plugin-clock-1.2.0-beta-01'])] },
      expect: 'pass',
    },
    {
      name: 'forgotten',
      files: files(['1.1.0', '1.0.0']),
      git,
      expect: 'fail',
      findings: ['version warning publiccode.yml:4'],
    },
    {
      name: 'stable, and never released',
      files: files(),
      git: { refs: refs(['develop']) },
      expect: 'fail',
      findings: ['unreleased publiccode.yml:9'],
    },
    { name: 'released that week', files: files(), git: { ...git, host: published('2026-03-18') }, expect: 'pass' },
    {
      name: 'a date that was not brought along',
      files: files(),
      git: { ...git, host: published('2026-06-01') },
      expect: 'fail',
      findings: ['date publiccode.yml:5'],
    },
    {
      name: 'another version: its date is not compared as well',
      files: files(['1.1.0', '1.0.0']),
      git: { ...git, host: published('2026-06-01') },
      expect: 'fail',
      findings: ['version'],
    },
    {
      name: 'archived, and said to be stable',
      files: files(),
      git: { ...git, host: host({ isArchived: true }) },
      expect: 'fail',
      findings: ['archived publiccode.yml:9'],
    },
    {
      name: 'archived and obsolete',
      files: files(['developmentStatus: stable', 'developmentStatus: obsolete']),
      git: { ...git, host: host({ isArchived: true }) },
      expect: 'pass',
    },
    { name: 'nobody knows the tags', files: files(), expect: 'unknown', findings: ['no-refs'] },
  ],
  'PCY-15': [
    WHOLE,
    fails('run out', ['2028-12-31', '2026-11-20'], 'ended warning publiccode.yml:26'),
    fails('still to come', ['2026-03-15', '2026-12-24'], 'ahead publiccode.yml:5'),
    { name: 'the last day', files: files(['2028-12-31', '2026-11-21']), expect: 'pass' },
  ],
  'PCY-16': [
    WHOLE,
    {
      name: 'not there',
      files: { 'publiccode.yml': SHEET },
      expect: 'fail',
      findings: ['absent warning publiccode.yml:6'],
    },
    {
      name: 'elsewhere',
      files: { 'publiccode.yml': sheet(['images/logo.svg', 'https://city.example/logo.svg']) },
      expect: 'not-applicable',
    },
  ],
}
