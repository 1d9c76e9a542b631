import type { Language } from '#data/model/vocabulary.ts'
import { type Config, loadConfig } from '../config.ts'
import { brokenBy, type Finding, type Health } from '../doctor/finding.ts'
import { lookAtDatabase } from '../doctor/look-at-database.ts'
import { lookAtHosts } from '../doctor/look-at-hosts.ts'
import { lookAtRules } from '../doctor/look-at-rules.ts'
import { DOCTOR_WORDS, type DoctorWords } from '../doctor/words.ts'
import { EXIT } from '../exit.ts'
import { type CommonOptions, languageOf } from '../io.ts'
import { doctorText } from '../reporters/doctor.ts'
import type { Session } from '../session.ts'

const CODES = {
  fine: EXIT.clean,
  attention: EXIT.findings,
  broken: EXIT.trouble,
  unknown: EXIT.trouble,
} as const satisfies Record<Health, number>

/** Whether everything that Parvis stands on holds, each with its remedy. Writes nothing. */
export async function doctor(call: Session & { options: CommonOptions }): Promise<void> {
  const { io, options } = call
  const config = await loadConfig({ cwd: io.cwd, file: options.config, database: options.db }).catch((error: unknown) =>
    brokenBy('config', error),
  )
  const isRead = !('health' in config)
  const language = languageOf(options, io.env, isRead ? config.language : undefined)
  const words = DOCTOR_WORDS[language]
  const node: Finding = { subject: 'node', health: 'fine', says: words.node(process.versions.node) }
  const found = isRead
    ? [node, configFound(config, words), ...(await look(config, { call, language }))]
    : [node, config]
  io.out(doctorText(found, language))
  call.exit(Math.max(...found.map(({ health }) => CODES[health])))
}

function configFound({ file }: Config, words: DoctorWords): Finding {
  if (file !== null) return { subject: 'config', health: 'fine', says: words.configRead(file) }
  return { subject: 'config', health: 'attention', says: words.configNone, remedy: words.init }
}

async function look(
  config: Config,
  { call, language }: { readonly call: Session; readonly language: Language },
): Promise<readonly Finding[]> {
  const words = DOCTOR_WORDS[language]
  const looking = { config, io: call.io, signal: call.signal, words, language }
  return [...(await lookAtDatabase(looking)), ...(await lookAtHosts(looking)), ...(await lookAtRules(looking))]
}
