import { EXIT } from './exit.ts'
import { failureText } from './failure-text.ts'
import { type Io, processIo } from './io.ts'
import { buildProgram } from './program.ts'

/** Runs one command line to its exit code. Whatever is thrown ends as words here, never half-said. */
export async function main(args: readonly string[], io: Io = processIo()): Promise<number> {
  const interruption = new AbortController()
  const interrupt = () => {
    // Whoever asks twice has had enough of waiting; a batch under way is rolled back by the database.
    if (interruption.signal.aborted) process.exit(EXIT.interrupted)
    interruption.abort()
    io.err('\nparvis: stopping; what was saved stays. Ctrl-C once more stops at once.\n')
  }
  process.on('SIGINT', interrupt)
  process.on('SIGTERM', interrupt)
  try {
    let code: number = EXIT.clean
    const exit = (given: number) => {
      code = given
    }
    const program = await buildProgram({ io, signal: interruption.signal, exit })
    await program.parseAsync(args, { from: 'user' })
    return interruption.signal.aborted ? EXIT.interrupted : code
  } catch (error) {
    if (interruption.signal.aborted) return EXIT.interrupted
    return explainFailure(error, io)
  } finally {
    process.off('SIGINT', interrupt)
    process.off('SIGTERM', interrupt)
  }
}

function explainFailure(error: unknown, io: Io): number {
  if (isCommanderExit(error)) return error.exitCode === 0 ? EXIT.clean : EXIT.trouble
  io.err(failureText(error))
  return EXIT.trouble
}

/** commander throws for --help and --version too, and has printed by then. */
function isCommanderExit(error: unknown): error is { exitCode: number } {
  return error instanceof Error && 'exitCode' in error && 'code' in error && String(error.code).startsWith('commander.')
}
