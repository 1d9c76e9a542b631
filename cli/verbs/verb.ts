import { type Command, type CommandOptions, Option } from 'commander'
import { isOneOf, LANGUAGES } from '#data/model/vocabulary.ts'
import { REFERENCE_LANGUAGE } from '#data/reference/bundle-places.ts'
import type { CommonOptions } from '../io.ts'

/** A command with the manners that all have. */
export function verb(parent: Command, usage: string, description: string, more: CommandOptions = {}): Command {
  return parent.command(usage, more).description(description).copyInheritedSettings(parent)
}

export function format(...formats: readonly string[]): Option {
  return new Option('--format <format>', 'how to answer').choices(formats).default(formats[0])
}

export function withCommon<Options extends CommonOptions>(program: Command, options: Options): Options {
  const { lang } = program.opts<{ readonly lang?: string }>()
  if (lang !== undefined && !isOneOf(LANGUAGES, lang))
    program.error(
      `error: option '--lang <language>' argument '${lang}' is invalid. Allowed choices are ${LANGUAGES.join(', ')}.`,
    )
  return { ...program.opts(), ...options }
}

/** As `withCommon`, where a language is that of texts, unless it is the one they are translated from; reports are in it when they can be. */
export function withTexts<Options extends CommonOptions>(
  program: Command,
  options: Options,
): Options & { readonly texts?: string } {
  const { lang, ...common } = program.opts<{ readonly lang?: string }>()
  const known = isOneOf(LANGUAGES, lang) ? { lang } : {}
  return { ...common, ...options, ...known, ...(lang !== undefined && lang !== REFERENCE_LANGUAGE && { texts: lang }) }
}
