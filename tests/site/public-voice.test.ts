import { afterAll, beforeAll } from 'vitest'
import { buildCities, remove } from './public-voice/voice.ts'

/** What a city may say in public, and how: read on built files, a subject a file, on cities built once for all of them. */

beforeAll(buildCities, 600_000)
afterAll(remove)

await import('./public-voice/audiences.ts')
await import('./public-voice/contributors.ts')
await import('./public-voice/people.ts')
await import('./public-voice/third-parties.ts')
await import('./public-voice/claims.ts')
await import('./public-voice/reserve.ts')
await import('./public-voice/words.ts')
