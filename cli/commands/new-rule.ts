import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { UsageFailure } from '#data/model/failures.ts'
import type { CommonOptions } from '../io.ts'
import type { Session } from '../session.ts'

interface NewRuleOptions extends CommonOptions {
  readonly pack: string
  readonly code: string
}

/**
 * Writes a rule that works as it stands, into the folder of a pack: the rule with its cases, and its page in French and
 * English. Makes the pack where there is none; refuses to write over anything.
 */
export async function newRule(call: Session & { id: string; options: NewRuleOptions }): Promise<void> {
  const { io, id, options } = call
  const { code } = options
  if (!/^[a-z\d]+(?:-[a-z\d]+)*\/[a-z\d]+(?:-[a-z\d]+)*$/.test(id)) {
    throw new UsageFailure('rule-id', `"${id}" is no id of a rule.`, {
      hint: 'subject/desired-state, as in readme/present.',
    })
  }
  if (!/^[A-Z][A-Z\d]*-\d{2,3}$/.test(code)) {
    throw new UsageFailure('rule-code', `"${code}" is no code of a rule.`, {
      hint: 'Capital letters and a number: CITY-01.',
    })
  }
  const folder = resolve(io.cwd, options.pack)
  const family = id.replace('/', '-')
  const files: Readonly<Record<string, string>> = {
    [`${family}.yaml`]: familyText(id, code),
    [`${code}.fr.md`]: PAGE.fr,
    [`${code}.en.md`]: PAGE.en,
  }
  const taken = Object.keys(files).find((name) => existsSync(join(folder, name)))
  if (taken !== undefined) {
    throw new UsageFailure('file-exists', `${join(options.pack, taken)} is there already.`, {
      hint: 'Choose another id or --code.',
    })
  }
  const manifest = join(folder, 'pack.yaml')
  const listed = await withFamily(existsSync(manifest) ? readFileSync(manifest, 'utf8') : MANIFEST, family)
  mkdirSync(folder, { recursive: true })
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  writeFileSync(manifest, listed)
  for (const name of [...Object.keys(files), 'pack.yaml']) io.out(`${relative(io.cwd, join(folder, name))}\n`)
  if (options.quiet !== true) io.err(`try it: parvis rules --pack ${options.pack} --try\n`)
}

/** The manifest with one more family, everything else in it as it was written. */
async function withFamily(manifest: string, family: string): Promise<string> {
  const { parseDocument } = await import('yaml')
  const document = parseDocument(manifest)
  if (document.errors.length > 0) throw new UsageFailure('pack-invalid', 'the pack.yaml of that folder is not YAML.')
  if (document.has('families')) document.addIn(['families'], family)
  else document.set('families', [family])
  return document.toString({ lineWidth: 120 })
}

const MANIFEST = `id: ours
title: { fr: Nos règles, en: Our rules }
policy: { title: Our charter, url: "https://city.example/charter" }
`

const familyText = (id: string, code: string) => `title: { fr: "${id}", en: "${id}" }
rules:
  - id: ${id}
    code: ${code}
    title: { fr: Un fichier NOTES.md, en: A file NOTES.md }
    question: { fr: Y a-t-il un fichier NOTES.md ?, en: Is there a file NOTES.md? }
    check: file-count
    options: { paths: [NOTES.md], least: 1 }
    severity: warning
    effort: minutes
    # Invented trees and what the rule must say of them: parvis rules --try
    cases:
      - { name: it is there, files: { NOTES.md: "Notes\\n" }, expect: pass }
      - { name: it is not, files: { README.md: "Read me\\n" }, expect: fail }
`

const PAGE = {
  fr: `## Pourquoi

Dire ici ce que la règle protège.

## À éviter

Un dépôt sans \`NOTES.md\`.

## À faire

Un dépôt avec \`NOTES.md\`.

## Corriger

Écrire \`NOTES.md\`.
`,
  en: `## Why

Say here what the rule protects.

## Bad

A repository without \`NOTES.md\`.

## Good

A repository with \`NOTES.md\`.

## Fix

Write \`NOTES.md\`.
`,
} as const
