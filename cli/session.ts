import type { Io } from './io.ts'

/** What a command is handed: the terminal, the interruption, and the way to say its exit code. */
export interface Session {
  readonly io: Io
  readonly signal: AbortSignal
  exit(code: number): void
}
