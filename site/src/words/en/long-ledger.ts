import type { longLedger as french } from '../fr/long-ledger.ts'

/** Ledgers of the office of which a page shows the beginning. */
export const longLedger: typeof french = {
  shown: ({ shown, all }) => `The first ${shown} lines of ${all}.`,
  file: 'The whole list',
  detailOf: (name) => `${name} (detail)`,
  component: 'Component',
  owner: 'Organisation',
}
