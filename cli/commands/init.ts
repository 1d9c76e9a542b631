import { existsSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { UsageFailure } from '#data/model/failures.ts'
import { type Answers, checkAnswers, organisationNames } from '../init/answers.ts'
import { askFor } from '../init/ask.ts'
import { template } from '../init/template.ts'
import { type CommonOptions, languageOf } from '../io.ts'
import type { Session } from '../session.ts'
import { writeWhole } from '../write-whole.ts'

type InitOptions = CommonOptions & Omit<Answers, 'organisations'>

/** Writes a first configuration into the current folder, or where `--config` says. One that is there stays. */
export async function init(call: Session & { organisations: readonly string[]; options: InitOptions }): Promise<void> {
  const { io, options } = call
  const file = resolve(io.cwd, options.config ?? 'parvis.yaml')
  if (existsSync(file)) {
    throw new UsageFailure('file-exists', `${file} is there already, and stays as it is.`, {
      hint: 'Edit it, or name another with --config.',
    })
  }
  const language = languageOf(options, io.env)
  const { server, publisher, contact } = options
  const asked = await askFor({ organisations: call.organisations, server, publisher, contact }, io, language)
  const answers = { ...asked, organisations: organisationNames(asked.organisations) }
  if (answers.organisations.length === 0) {
    throw new UsageFailure('no-organisation', 'no organisation was named, so nothing was written.', {
      hint: 'Name those to follow: parvis init my-organisation my-other-organisation',
    })
  }
  checkAnswers(answers)
  writeWhole(file, template(answers, language))
  io.out(`${file}\n`)
  io.err(NEXT[language](basename(file)))
}

const NEXT = {
  fr: (file: string) =>
    `Ensuite : relire ${file}, mettre un jeton de lecture dans GITHUB_TOKEN, ajouter .parvis/ à .gitignore,\n` +
    'puis `parvis collect --plan`, qui dit le coût avant de le dépenser.\n',
  en: (file: string) =>
    `Next: read ${file} over, put a token that reads into GITHUB_TOKEN, add .parvis/ to .gitignore,\n` +
    'then `parvis collect --plan`, which says the cost before it is spent.\n',
}
