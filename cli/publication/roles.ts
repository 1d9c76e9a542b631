import { basename } from 'node:path'
import type { RegisterLine } from '#data/inventory/registers.ts'
import { REGISTERS } from '#data/model/registers/registry.ts'
import { namesSomebody } from '#data/model/roles.ts'
import type { Text } from '#data/model/vocabulary.ts'
import type { RulePack } from '#policies/rule.ts'
import type { Config } from '../config.ts'

interface Looked {
  readonly config: Pick<Config, 'file' | 'registers' | 'promise' | 'site'>
  readonly lines: readonly RegisterLine[]
  readonly packs: readonly Pick<RulePack, 'id' | 'waivers'>[]
}

/**
 * Places that should name a role or a team and read like a login, a personal address or somebody's name: one line each,
 * without what stands there, since the output of a build is read by others.
 */
export function placesOfPeople({ config, lines, packs }: Looked): readonly string[] {
  const places = [...inConfig(config), ...inRegisters(config, lines), ...inWaivers(packs)]
  return places.map((place) => `${place} reads like a person: name a role or a team.`)
}

function inConfig({ file, promise, site }: Looked['config']): readonly string[] {
  const said: readonly (readonly [string, string | Text | undefined])[] = [
    ['site.contact', site.contact],
    ['promise.contact', promise?.contact],
    ...(site.headlines ?? []).map(({ figure, by }) => [`site.headlines, ${figure}: by`, by] as const),
    ...(site.office?.roles ?? []).map((role, index) => [`site.office.roles, entry ${index + 1}`, role] as const),
  ]
  const name = basename(file ?? 'parvis.yaml')
  return said.flatMap(([key, text]) => (textsOf(text).some(namesSomebody) ? [`${name}: ${key}`] : []))
}

function textsOf(text: string | Text | undefined): readonly string[] {
  return text === undefined ? [] : typeof text === 'string' ? [text] : [text.fr, text.en]
}

function inRegisters({ registers }: Looked['config'], lines: readonly RegisterLine[]): readonly string[] {
  const files = new Map(registers.map(({ id, file }) => [id, basename(file)]))
  return lines.flatMap(({ register, line, entry }) => {
    const fields = Object.entries(REGISTERS.find(({ id }) => id === register)?.fields ?? {})
    const wrong = fields.filter(([name, { isRole }]) => {
      const value = entry[name]
      if (isRole !== true || value === null) return false
      const texts = typeof value === 'object' ? Object.values(value) : [value]
      return texts.some((text) => typeof text === 'string' && namesSomebody(text))
    })
    return wrong.map(([name]) => `${files.get(register) ?? register}:${line}: ${name}`)
  })
}

function inWaivers(packs: Looked['packs']): readonly string[] {
  return packs.flatMap(({ id, waivers }) =>
    waivers.flatMap(({ rule, approvedBy }) =>
      namesSomebody(approvedBy) ? [`pack ${id}, waiver of ${rule}: approvedBy`] : [],
    ),
  )
}
