import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { git } from '../../collectors/git-scratch.ts'
import { runParvis } from '../run-parvis.ts'
import { ENV, forumCheckout, PLUGIN, translatedCity } from './translated-city.ts'

const run = (cwd: string, ...args: readonly string[]) =>
  runParvis(['translations', ...args], { cwd, env: { ...ENV, LANG: 'en_GB.UTF-8' } })

const PATCH = join('translation-patches', 'ville--plugin-forum.patch')

/** A CSV with the translations of these keys filled in, as somebody does in a spreadsheet. */
function filled(csv: string, translations: Readonly<Record<string, string>>): string {
  return csv
    .split('\r\n')
    .map((line) => {
      const translation = translations[line.split(';')[2] ?? '']
      return translation === undefined ? line : `${line}${translation}`
    })
    .join('\r\n')
}

describe('parvis translations export', () => {
  it('lists what is left, with the texts in English and French and what must be kept', async () => {
    const { out, err } = await run(await translatedCity(), 'export', 'site-belvedere', '--lang', 'cz')
    expect(out.split('\r\n')).toEqual([
      '\uFEFFcomponent;bundle;key;language;why;en;fr;present;placeholders;translation',
      `ville/plugin-forum;${PLUGIN};sent;cs;missing;{0} messages were sent;{0} messages envoyés;;{0};`,
      `ville/plugin-forum;${PLUGIN};manage.title;cs;missing;Manage the forum;;;;`,
      `ville/plugin-forum;${PLUGIN};built;cs;missing;Made by code;;;;`,
      '',
    ])
    expect(err).toContain('3 texts to translate (cs).')
  })

  it('asks for a language other than the one that is translated from', async () => {
    const { code, err } = await run(await translatedCity(), 'export')
    expect(code).toBe(2)
    expect(err).toContain('say which language')
  })
})

describe('parvis translations import', () => {
  it('makes a patch that git applies, in the encoding of the bundle', async () => {
    const cwd = await translatedCity()
    const { out } = await run(cwd, 'export', '--lang', 'fr')
    writeFileSync(join(cwd, 'work.csv'), filled(out, { 'manage.title': 'Gérer le forum', built: 'Bâti' }))
    const imported = await run(cwd, 'import', 'work.csv')
    expect(imported.out).toBe(`${PATCH}  keys gained: 2, changed: 0\nKeys gained in all: 2.\n`)

    const checkout = forumCheckout()
    git(checkout, 'apply', join(cwd, PATCH))
    expect(readFileSync(join(checkout, `${PLUGIN}_fr.properties`), 'latin1')).toBe(
      '# Textes\ntitle=Forum déplacé\nsent={0} messages envoyés\nmanage.title=G\\u00E9rer le forum\nbuilt=B\\u00E2ti\n',
    )
  })

  it('takes a spreadsheet as Excel in French writes it back', async () => {
    const cwd = await translatedCity()
    const { out } = await run(cwd, 'export', '--lang', 'fr')
    const returned = filled(out, { 'manage.title': '"Gérer ; le forum"' }).replace('\uFEFF', '')
    writeFileSync(join(cwd, 'work.csv'), Buffer.from(returned, 'latin1'))
    expect((await run(cwd, 'import', 'work.csv')).out).toContain('keys gained: 1')
    expect(readFileSync(join(cwd, PATCH), 'latin1')).toContain('+manage.title=G\\u00E9rer ; le forum\n')
  })

  it('begins a file for a language that the bundle had not', async () => {
    const cwd = await translatedCity()
    const { out } = await run(cwd, 'export', '--lang', 'hu', '--format', 'xliff')
    writeFileSync(
      join(cwd, 'work.xlf'),
      out.replace('<target state="needs-translation"></target>', '<target>Fórum</target>'),
    )
    expect((await run(cwd, 'import', 'work.xlf', '--out', 'out')).out).toContain('Keys gained in all: 1.')
    const checkout = forumCheckout()
    git(checkout, 'apply', join(cwd, 'out/ville--plugin-forum.patch'))
    expect(readFileSync(join(checkout, `${PLUGIN}_hu.properties`), 'utf8')).toBe('title=F\\u00F3rum\n')
  })

  it('refuses what loses or invents a placeholder, line by line, and writes nothing', async () => {
    const cwd = await translatedCity()
    const { out } = await run(cwd, 'export', '--lang', 'cs')
    writeFileSync(
      join(cwd, 'work.csv'),
      filled(out, { sent: 'Bylo posláno', built: 'Kód {0}', 'manage.title': 'Dobře' }),
    )
    const { code, err } = await run(cwd, 'import', 'work.csv')
    expect(code).toBe(2)
    expect(err).toContain('work.csv:2: sent: the translation lost {0}.')
    expect(err).toContain('work.csv:4: built: the translation has {0}, which the reference has not.')
    expect(existsSync(join(cwd, PATCH))).toBe(false)
  })

  it('refuses keys, bundles and columns that nobody asked for', async () => {
    const cwd = await translatedCity()
    const head = 'component;bundle;key;language;translation\n'
    writeFileSync(
      join(cwd, 'work.csv'),
      `${head}ville/plugin-forum;${PLUGIN};titel;cs;X\nville/else;a/b_messages;a;cs;X\n`,
    )
    const { err } = await run(cwd, 'import', 'work.csv')
    expect(err).toContain('work.csv:2: titel: the reference has no such key. Did you mean "title"?')
    expect(err).toContain('work.csv:3: no bundle a/b_messages of ville/else')
    writeFileSync(join(cwd, 'work.csv'), 'component;bundel\nx;y\n')
    expect((await run(cwd, 'import', 'work.csv')).err).toContain('unknown key "bundel". Did you mean "bundle"?')
  })

  it('writes into a checkout only when told which', async () => {
    const cwd = await translatedCity()
    const checkout = forumCheckout()
    const { out } = await run(cwd, 'export', '--lang', 'cs')
    writeFileSync(join(cwd, 'work.csv'), filled(out, { built: 'Kód' }))
    await run(cwd, 'import', 'work.csv')
    expect(git(checkout, 'status', '--porcelain')).toBe('')
    const applied = await run(cwd, 'import', 'work.csv', '--apply', checkout)
    expect(applied.out).toContain('(ville/plugin-forum)  keys gained: 1')
    expect(readFileSync(join(checkout, `${PLUGIN}_cz.properties`), 'utf8')).toBe('title=M\\u011bsto\nbuilt=K\\u00F3d\n')
    // A second time there is nothing that the patch could change.
    expect((await run(cwd, 'import', 'work.csv', '--apply', checkout)).code).toBe(2)
  })
})
