import { createPrivateKey, type KeyObject } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { UsageFailure } from '#data/model/failures.ts'
import type { OrganisationConfig } from '../config.ts'

type AppConfig = NonNullable<OrganisationConfig['app']>

interface Place {
  readonly env: Readonly<Record<string, string | undefined>>
  /** Folder that a path is relative to. */
  readonly folder: string
}

/** The private key of an app. Throws `app-key-missing` or `app-key-unreadable`, in words that hold nothing of the key. */
export function appKey({ id, privateKeyFrom }: AppConfig, place: Place): KeyObject {
  try {
    // In a variable the line ends are often written out.
    const key = createPrivateKey(pemOf(id, privateKeyFrom, place).replaceAll('\\n', '\n'))
    if (key.asymmetricKeyType === 'rsa') return key
  } catch (error) {
    if (error instanceof UsageFailure) throw error
  }
  throw new UsageFailure('app-key-unreadable', `${privateKeyFrom} holds no private key of app ${id}.`, {
    hint: 'The host gives it as a .pem file, once: Settings, Developer settings, GitHub Apps, Private keys.',
  })
}

function pemOf(id: number, from: string, { env, folder }: Place): string {
  const inVariable = env[from]
  if (inVariable) return inVariable
  try {
    return readFileSync(resolve(folder, from), 'utf8')
  } catch {
    throw new UsageFailure(
      'app-key-missing',
      `the private key of app ${id} is not there: ${from} is neither set in the environment nor a file.`,
    )
  }
}
