import compiled from '../packs/ggi/compiled.json' with { type: 'json' }
import type { Method } from './method.ts'

// Written by .ci/compile-packs.ts with the loader that a method goes through.
const METHOD = compiled as unknown as Method

/** The Good Governance Initiative as this version of Parvis knows it. */
export function governanceMethod(): Method {
  return METHOD
}
