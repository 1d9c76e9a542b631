/** A pack of one's own, for tests that want to know every rule there is. */

const PROSE = `## Pourquoi

Parce que.

## À éviter

Rien.

## À faire

Rien.

## Corriger

Renommer le \`fichier\`.
`
const PROSE_EN = `## Why

Because.

## Bad

None.

## Good

None.

## Fix

Rename the \`file\`.
`

const MANIFEST = `id: ours
title: Ours
policy: { title: Ours, url: "https://ville.example/rules" }
families: [names]
`

/**
 * OUR-01 (error): no .tmp file. OUR-02 (warning): notes have plain names. OUR-03 (info): a CHANGELOG.md.
 * OUR-04 (error): the name of the repository, unknown without one. `more` goes to the manifest, `stages` to OUR-03.
 */
export function ownPack({ more = '', stages = '' } = {}): Readonly<Record<string, string>> {
  const rules = `title: Names
rules:
- { id: tree/without-leftovers, code: OUR-01, title: "No <leftovers> | [here](x)", question: "None?", check: file-absent, options: { paths: ["**/*.tmp"] }, severity: error, effort: minutes }
- { id: notes/plainly-named, code: OUR-02, title: { fr: Noms simples, en: Plain names }, question: "Plain?", check: path-matches, options: { paths: ["notes/**"], forms: [{ pattern: "notes/[a-z]+[.]md", form: "notes/name.md" }] }, severity: warning, effort: minutes }
- { id: changes/told, code: OUR-03, title: "Changes told", question: "Told?", check: file-count, options: { paths: [CHANGELOG.md], least: 1 }, severity: info, effort: minutes${stages} }
- { id: repository/plainly-named, code: OUR-04, title: "Name", question: "Name?", check: name-matches, options: { name: repository, patterns: [{ pattern: "[a-z-]+", form: "small letters" }] }, severity: error, effort: minutes }
`
  const pages = ['OUR-01', 'OUR-02', 'OUR-03', 'OUR-04'].flatMap((code) => [
    [`pack/${code}.fr.md`, PROSE],
    [`pack/${code}.en.md`, PROSE_EN],
  ])
  return { 'pack/pack.yaml': `${MANIFEST}${more}`, 'pack/names.yaml': rules, ...Object.fromEntries(pages) }
}
