import { describe, expect, it } from 'vitest'
import { runsText } from '#cli/reporters/runs.ts'
import type { RunSummary } from '#data/model/collection.ts'

const run: RunSummary = {
  ...{ collector: 'github/issues', scope: 'github.test/@town', status: 'complete', requests: 3, points: 3 },
  ...{ read: 10, written: 9, unchanged: 1, from: '2026-11-01T08:00:00Z', to: '2026-11-01T08:05:00Z', problems: [] },
}

function told(runs: readonly RunSummary[], language: 'fr' | 'en'): string {
  return runsText({ runs, gaps: [], coverage: [], database: { file: 'x.sqlite', bytes: 0 } }, { language })
}

const wait = (reason: 'primary' | 'secondary' | 'pace', seconds: number, until: string) =>
  ({ reason, times: 1, seconds, until: `2026-11-01T${until}Z` }) as const

describe('what a collection took of the host', () => {
  const runs = [
    { ...run, busySeconds: 12.3, waits: [wait('secondary', 61, '08:02:01')] },
    { ...run, busySeconds: 0.4, waits: [wait('secondary', 20, '08:04:00'), wait('pace', 3.2, '08:01:00')] },
  ]

  it('is told over all runs, with each reason, how long, and until when', () => {
    expect(told(runs, 'en').split('\n')).toEqual(
      expect.arrayContaining([
        'The host took 12.7 s to answer.',
        'Waited 81 s, 2 times, the last until 08:04:00Z: the host asked to slow down.',
        'Waited 4 s, once, the last until 08:01:00Z: to spare the host.',
      ]),
    )
    expect(told(runs, 'fr')).toContain('L’hôte a passé 12,7 s à répondre.')
    expect(told(runs, 'fr')).toContain(
      'Attendu 81 s en 2 fois, la dernière jusqu’à 08:04:00Z : l’hôte demandait de ralentir.',
    )
  })

  it('is not told of runs that asked no host', () => {
    expect(told([run], 'en')).not.toMatch(/host took|Waited/)
  })
})
