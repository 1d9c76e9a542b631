import { mkdirSync, rmSync } from 'node:fs'
import { test } from 'vitest'
import { voiceCity } from './voice-city.ts'

test('x', async () => {
  rmSync('/tmp/voice-city', { recursive: true, force: true })
  mkdirSync('/tmp/voice-city')
  const c = await voiceCity('/tmp/voice-city')
  console.log(c.said)
}, 300000)
