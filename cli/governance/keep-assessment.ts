import { instant } from '#collectors/clock.ts'
import { openStore } from '#data/store.ts'
import { keptOf } from './load-assessment.ts'
import type { Looked } from './look.ts'

/** Keeps how governance stands; false where it stands as the last time, which is confirmed then. */
export async function keepAssessment({ config, governance }: Looked, now: Date): Promise<boolean> {
  const store = await openStore({ path: config.database, mode: 'write' })
  try {
    return await store.saveAssessment(keptOf(governance.assessment), { at: instant(now.toISOString()) })
  } finally {
    store.close()
  }
}
