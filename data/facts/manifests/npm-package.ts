import { cut, decodeText } from '../decode.ts'
import { defineExtractor, NOT_TEXT } from '../extractor.ts'
import type { BrickList, BrickScope, UsedBrick } from '../shapes/brick-list.ts'
import { invalid, isObject, parseJson, textOf } from './json.ts'

const SECTIONS: Readonly<Record<string, BrickScope>> = {
  dependencies: 'runtime',
  peerDependencies: 'runtime',
  optionalDependencies: 'optional',
  devDependencies: 'build',
}

/** A `package.json`: what it asks for, by section. */
export const npmPackage = defineExtractor<BrickList>({
  id: 'npm-package',
  version: 1,
  maxBytes: 4_000_000,
  extract(content) {
    const decoded = decodeText(content)
    if (decoded === null) return { ok: false, problem: NOT_TEXT }
    const parsed = parseJson(decoded.text)
    if (!parsed.ok) return parsed
    if (!isObject(parsed.value)) return invalid('A package.json is a JSON object.')
    const manifest = parsed.value
    const bricks = Object.entries(SECTIONS).flatMap(([section, scope]) => bricksOf(manifest[section], scope))
    const license = isObject(manifest.license) ? manifest.license.type : manifest.license
    return {
      ok: true,
      fact: {
        about: { name: textOf(manifest.name), version: textOf(manifest.version), license: textOf(license) },
        bricks,
      },
    }
  },
})

function bricksOf(section: unknown, scope: BrickScope): readonly UsedBrick[] {
  if (!isObject(section)) return []
  return Object.entries(section).map(([written, wanted]) => {
    // `npm:other@1` installs another package under this name.
    const [, alias, aliased] = /^npm:(@?[^@]+)(?:@(.*))?$/u.exec(String(wanted)) ?? []
    const [name = '', scopeName] = (alias ?? written).split('/').reverse()
    return {
      type: 'npm',
      namespace: scopeName ?? null,
      name: cut(name, 300),
      version: cut(alias === undefined ? String(wanted) : (aliased ?? '*'), 300),
      scope,
      license: null,
      line: null,
    }
  })
}
