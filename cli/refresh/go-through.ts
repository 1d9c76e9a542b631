import { failureText } from '../failure-text.ts'
import { REFRESH_STEPS, type RefreshCall, type StepEnd, type StepId } from './steps.ts'

export interface StepDone {
  readonly step: StepId
  readonly seconds: number
  /** What came of it; why it was not done, in words; or nothing, where Ctrl-C came first. */
  readonly end: StepEnd | { readonly of: 'failure'; readonly text: string } | undefined
}

/** Goes through all steps, whatever becomes of one of them; after Ctrl-C the others are listed as not begun. */
export async function goThrough(call: RefreshCall, begin: (step: StepId) => void): Promise<readonly StepDone[]> {
  const done: StepDone[] = []
  for (const [step, run] of Object.entries(REFRESH_STEPS) as [StepId, (call: RefreshCall) => Promise<StepEnd>][]) {
    if (call.signal.aborted) {
      done.push({ step, seconds: 0, end: undefined })
      continue
    }
    begin(step)
    const started = performance.now()
    const end = await run(call).catch((error: unknown) =>
      call.signal.aborted ? undefined : ({ of: 'failure', text: failureText(error) } as const),
    )
    done.push({ step, seconds: (performance.now() - started) / 1000, end })
  }
  return done
}
