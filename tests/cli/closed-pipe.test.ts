import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { temporaryFolder } from './temporary-folder.ts'

const GUARD = fileURLToPath(new URL('../../cli/parvis.js', import.meta.url))

it('ends without a word when whoever reads the answer has read enough', async () => {
  const child = spawn(process.execPath, [GUARD, 'rules', '--format', 'json'], { cwd: temporaryFolder(), stdio: 'pipe' })
  let trouble = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    trouble += text
  })
  child.stdout.once('data', () => child.stdout.destroy())
  const code = await new Promise((resolve) => child.once('close', resolve))
  expect({ code, trouble }).toEqual({ code: 141, trouble: '' })
})
