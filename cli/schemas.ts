import { registerSchema } from '#data/model/register-schema.ts'
import { affiliationRegister } from '#data/model/registers/affiliations.ts'
import { REGISTERS } from '#data/model/registers/registry.ts'
import { CHECKS, CLASSIFIERS } from '#policies/checks/registry.ts'
import { type OptionSchema, withPlaces } from '#policies/option-schema.ts'
import { CHECKLIST, FAMILY, MANIFEST } from '#policies/pack-format.ts'
import { configSchema } from './config.ts'

export interface EditorSchema {
  /** Of its file, without ending. */
  readonly name: string
  readonly schema: OptionSchema
}

const CHECK_NAMES = { enum: CHECKS.map(({ id }) => id) }

/** What an editor needs to help with each file that people write, made from what reads those files. */
export function editorSchemas(): readonly EditorSchema[] {
  const registers = [affiliationRegister, ...REGISTERS]
  return [
    named('parvis', 'Configuration of Parvis', configSchema()),
    named('pack', 'Rule pack', MANIFEST.schema(), packNames()),
    named('pack-family', 'Rules of a pack', FAMILY.schema(), packNames()),
    named('pack-checklist', 'Checklist of a pack', CHECKLIST.schema()),
    ...registers.map((one) => named(`register-${one.id}`, one.title.en, registerSchema(one))),
  ]
}

function named(name: string, title: string, schema: OptionSchema, $defs?: OptionSchema): EditorSchema {
  const head = { $schema: 'https://json-schema.org/draft/2020-12/schema', $id: `urn:parvis:schema:${name}:1`, title }
  return { name, schema: { ...head, ...schema, ...($defs && { $defs }) } }
}

/** Which checks and classifiers there are, and what the options of each may be. */
function packNames(): OptionSchema {
  const optionsBy = (
    key: string,
    known: readonly { readonly id: string; readonly options: { schema(): OptionSchema } }[],
  ) =>
    known.map(({ id, options }) => ({
      if: { properties: { [key]: { const: id } }, required: [key] },
      // biome-ignore lint/suspicious/noThenProperty: the word of JSON Schema.
      then: { properties: { options: withPlaces(options.schema()) } },
    }))
  return {
    check: CHECK_NAMES,
    classifier: { enum: CLASSIFIERS.map(({ id }) => id) },
    optionsOfCheck: { allOf: optionsBy('check', CHECKS) },
    optionsOfClassifier: { allOf: optionsBy('id', CLASSIFIERS) },
  }
}
