import { settings } from 'virtual:parvis-site'
import { lineParents, namingForms } from '#policies/naming.ts'
import { builtinPacks } from '#policies/registry.ts'

/** How things are named here, by the rules of this build; asked once. */

const packs = settings.packs ?? builtinPacks()

export const forms = namingForms(packs)
export const parents = lineParents(packs)

/** The value of a parameter of the packs, the first of several; as Parvis brings it when no pack has it. */
export function parameter(name: string): string {
  const of = [...packs, ...builtinPacks()].find(({ parameters }) => Object.hasOwn(parameters, name))
  const value = of?.parameters[name]?.value ?? ''
  return typeof value === 'string' ? value : (value[0] ?? '')
}

/** All values of a parameter of the packs in use; none when no pack has it. */
export function parameterValues(name: string): readonly string[] {
  return packs.flatMap(({ parameters }) => {
    const value = parameters[name]?.value ?? []
    return typeof value === 'string' ? [value] : value
  })
}
