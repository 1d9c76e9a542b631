import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { appKey } from '#cli/collect/app-key.ts'
import type { UsageFailure } from '#data/model/failures.ts'
import { temporaryFolder } from './temporary-folder.ts'

const pair = generateKeyPairSync('rsa', { modulusLength: 2048 })
const pem = (type: 'pkcs1' | 'pkcs8') => pair.privateKey.export({ type, format: 'pem' }).toString()
const app = (privateKeyFrom: string) => ({ id: 7, privateKeyFrom, installation: undefined })

describe('the private key of an app', () => {
  it.each(['pkcs1', 'pkcs8'] as const)('is read from a file beside the configuration, as %s', (type) => {
    const folder = temporaryFolder({ 'app.pem': pem(type) })
    expect(appKey(app('app.pem'), { env: {}, folder }).equals(pair.privateKey)).toBe(true)
  })

  it.each([
    ['with its lines', pem('pkcs1')],
    ['in one line, its ends written out', pem('pkcs1').replaceAll('\n', '\\n')],
  ])('is read from a variable %s', (_form, APP_KEY) => {
    expect(appKey(app('APP_KEY'), { env: { APP_KEY }, folder: '/nowhere' }).equals(pair.privateKey)).toBe(true)
  })

  it('that is nowhere is missed by its place', () => {
    expect(failure('APP_KEY', {})).toMatchObject({
      code: 'app-key-missing',
      message: expect.stringContaining('APP_KEY'),
    })
  })

  it.each([
    'not a key at all, but a secret',
    pair.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  ])('that is none is refused without a word of it', (APP_KEY) => {
    const refused = failure('APP_KEY', { APP_KEY })
    expect(refused).toMatchObject({ code: 'app-key-unreadable', message: 'APP_KEY holds no private key of app 7.' })
    expect(`${refused.hint} ${refused.stack}`).not.toContain(APP_KEY.slice(0, 20))
  })
})

function failure(from: string, env: Readonly<Record<string, string>>): UsageFailure {
  try {
    appKey(app(from), { env, folder: '/nowhere' })
  } catch (error) {
    return error as UsageFailure
  }
  return expect.fail('it was taken')
}
