import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openRecording } from '#collectors/transport/replay.ts'
import { UsageFailure } from '#data/model/failures.ts'
import { englishCount, frenchCount } from '#data/model/plural.ts'
import { collectInto } from '../collect/collection.ts'
import { loadConfig } from '../config.ts'
import { clearDemo } from '../demo-leftovers.ts'
import { type CommonOptions, languageOf } from '../io.ts'
import { judgeAll } from '../lint/judge.ts'
import { openPacks } from '../packs.ts'
import { publish } from '../publication/publish.ts'
import { runsText } from '../reporters/runs.ts'
import { serve } from '../serve.ts'
import type { Session } from '../session.ts'

interface DemoOptions extends CommonOptions {
  readonly out: string
  readonly serve: boolean
  readonly port: number
}

const RECORDING = fileURLToPath(new URL('../../data/demo', import.meta.url))

const STEPS = {
  fr: {
    collect: '1/3  collecte : une ville inventée, d’après un enregistrement',
    lint: (count: number) => `2/3  règles : ${frenchCount(count, 'dépôt jugé', 'dépôts jugés')}`,
    site: (folder: string) => `3/3  site : ${folder}`,
  },
  en: {
    collect: '1/3  collect: an invented city, from a recording',
    lint: (count: number) => `2/3  lint: ${englishCount(count, 'repository', 'repositories')} judged`,
    site: (folder: string) => `3/3  site: ${folder}`,
  },
} as const

/** The whole way through on an invented city: collect from a recording, lint, build, serve. Writes under `--out` only. */
export async function demo(call: Session & { options: DemoOptions }): Promise<void> {
  const { options } = call
  const out = resolve(call.io.cwd, options.out)
  const written = await loadConfig({ cwd: call.io.cwd, file: join(RECORDING, 'parvis.yaml') })
  const config = { ...written, database: join(out, 'parvis.sqlite'), secretFile: join(out, '.parvis', 'secret') }
  await clearDemo(config)
  const { recordedAt } = await openRecording(RECORDING)
  const io = { ...call.io, now: () => new Date(recordedAt) }
  const say = (text: string) => {
    if (options.quiet !== true) io.err(text)
  }

  const language = languageOf(options, io.env, config.language)
  const steps = STEPS[language]
  say(`${steps.collect}\n`)
  const collected = await collectInto({
    ...call,
    io,
    config,
    scopes: [],
    options: { ...options, replay: RECORDING, quiet: true },
  })
  say(runsText(collected, { language }))
  if (collected.runs.some(({ status }) => status !== 'complete')) {
    throw new UsageFailure('recording-stale', 'the recording of the demo does not answer what is asked today.', {
      hint: 'In a checkout: npm run demo:record',
    })
  }

  const subjects = config.organisations.map(({ name }) => name)
  const packs = await openPacks(config)
  const report = await judgeAll({ ...call, io, config, packs, subjects, options: {} })
  say(`${steps.lint(report.subjects.length)}\n`)

  const site = join(out, 'site')
  await publish({ config, profile: 'public', out: site, env: io.env, now: io.now(), warn: say, signal: call.signal })
  say(`${steps.site(site)}\n`)
  if (options.serve) await serve({ ...call, directory: site, base: '/', port: options.port })
}
