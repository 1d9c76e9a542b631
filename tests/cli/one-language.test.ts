import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { plannedWork } from '#cli/collect/work.ts'
import { loadConfig } from '#cli/config.ts'
import { keptRegisters } from '#collectors/registers/kept.ts'
import { parseRegister } from '#collectors/registers/read-register.ts'
import type { UsageFailure } from '#data/model/failures.ts'
import { registerIn } from '#data/model/register.ts'
import { needs } from '#data/model/registers/needs.ts'
import type { Language } from '#data/model/vocabulary.ts'
import { temporaryFolder } from './temporary-folder.ts'

const inYaml = (site: string) => temporaryFolder({ 'parvis.yaml': site })
const failureOf = async (cwd: string) =>
  (await loadConfig({ cwd }).then(
    () => undefined,
    (error: unknown) => error,
  )) as UsageFailure | undefined

describe('a site in one language', () => {
  it.each(['fr', 'en'] as const)('asks nothing of its configuration in another than %s', async (language) => {
    const text = `{ ${language}: Ardoise }`
    const site = `{ languages: [${language}], title: Ardoise, purpose: ${text}, office: { roles: [Ardoise, ${text}] } }`
    const config = await loadConfig({ cwd: inYaml(`promise: { workingDays: 5, contact: Ardoise }\nsite: ${site}\n`) })
    const both = { fr: 'Ardoise', en: 'Ardoise' }
    expect(config.site).toMatchObject({ title: both, purpose: both, office: { roles: [both, both] } })
    expect(config.promise?.contact).toEqual(both)
  })

  it('is told which text it lacks: one in another language is not its own', async () => {
    const failure = await failureOf(inYaml('site:\n  languages: [fr]\n  title: { en: Slate }\n'))
    expect(failure?.details).toMatchObject([
      { line: 3, message: 'site.title: "fr" is missing: expected a text in fr.' },
    ])
  })

  it('asks the same of its registers, in YAML and in a CSV with one column', () => {
    const read = (text: string, { file = 'needs.yaml', languages = ['fr'] as readonly Language[] } = {}) =>
      parseRegister(registerIn(needs, languages), { file, text }).map(({ entry }) => entry.words)
    const both = { fr: 'Salles', en: 'Salles' }
    expect(read('- { id: a, words: Salles }\n- { id: b, words: { fr: Salles } }')).toEqual([both, both])
    expect(read('id;words\na;Salles', { file: 'needs.csv' })).toEqual([both])
    expect(read('id;words.fr\na;Salles', { file: 'needs.csv' })).toEqual([both])
    expect(read('- { id: a, words: { fr: Salles, en: Rooms } }')).toEqual([{ fr: 'Salles', en: 'Rooms' }])
    expect(() => read('- { id: a, words: { en: Rooms } }')).toThrow('mistake')
    expect(() => read('id;words.en\na;Rooms', { file: 'needs.csv' })).toThrow('mistake')
    expect(() => read('- { id: a, words: Salles }', { languages: ['fr', 'en'] })).toThrow('mistake')
  })

  it('has its registers collected in it', async () => {
    const cwd = inYaml('registers: { needs: needs.yaml }\nsite: { languages: [en] }\n')
    const [work] = plannedWork(await loadConfig({ cwd }), { scopes: [], only: undefined, env: {} })
    expect(work?.scope).toMatchObject({ register: 'needs', file: join(cwd, 'needs.yaml'), languages: ['en'] })
    expect(keptRegisters).toContain(work?.collector)
  })
})

describe('a site in both languages', () => {
  it('names the language that a text lacks, and how a site says that it has one alone', async () => {
    const failure = await failureOf(inYaml('site:\n  title: { fr: Ardoise }\n  purpose: Ardoise\n'))
    expect(failure?.details.map(({ line, message }) => `${line} ${message}`)).toEqual([
      '2 site.title: "en" is missing: expected a text in fr and one in en. A site in one language says which in site.languages.',
      ...['fr', 'en'].map(
        (lacking) =>
          `3 site.purpose: "${lacking}" is missing: expected a text in fr and one in en. A site in one language says which in site.languages.`,
      ),
    ])
  })

  it('may name them in any order', async () => {
    const config = await loadConfig({ cwd: inYaml('site: { languages: [en, fr], title: { fr: A, en: B } }\n') })
    expect(config.site.languages).toEqual(['en', 'fr'])
  })
})
