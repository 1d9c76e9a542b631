import { type CollectionOptions, collectInto } from '../collect/collection.ts'
import { planCollection } from '../collect/planning.ts'
import { loadConfig } from '../config.ts'
import { EXIT } from '../exit.ts'
import { languageOf } from '../io.ts'
import { planJson, planText } from '../reporters/plan.ts'
import { runsJson, runsText } from '../reporters/runs.ts'
import type { Session } from '../session.ts'

interface CollectOptions extends CollectionOptions {
  readonly plan?: boolean
  readonly format: 'text' | 'json'
}

export async function collect(call: Session & { scopes: readonly string[]; options: CollectOptions }): Promise<void> {
  const { io, options } = call
  const config = await loadConfig({ cwd: io.cwd, file: options.config, database: options.db })
  const language = languageOf(options, io.env, config.language)
  if (options.plan === true) {
    const plan = await planCollection({ ...call, config })
    io.out(options.format === 'json' ? planJson(plan) : planText(plan, language))
    return
  }
  const collected = await collectInto({ ...call, config })
  const told = { language, verbose: options.verbose === true }
  io.out(options.format === 'json' ? runsJson(collected) : runsText(collected, told))
  const isWhole = collected.runs.every(({ status }) => status === 'complete')
  call.exit(isWhole ? EXIT.clean : EXIT.trouble)
}
