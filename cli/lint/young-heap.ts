import { setFlagsFromString } from 'node:v8'

/**
 * Keeps the part of the heap where objects begin as small as it is now. Answers of a host are large and short-lived:
 * left alone, the engine makes room for ever more of them at once, a hundred megabytes for a large organisation.
 */
export function keepYoungHeapSmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1')
}
