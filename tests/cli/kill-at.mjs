// Loaded before the command line (`node --import`): counts its steps, each question put to the host and each statement
// written to the database, and kills the process without a word at step KILL_AT. Writes the count to STEPS_FILE at the end.
import { writeFileSync } from 'node:fs'
import Database from 'better-sqlite3'

const fatal = Number(process.env.KILL_AT ?? 0)
let steps = 0

function step() {
  steps += 1
  if (steps === fatal) process.kill(process.pid, 'SIGKILL')
}

const ask = globalThis.fetch
globalThis.fetch = (...asked) => {
  step()
  return ask(...asked)
}

const { prepare } = Database.prototype
Database.prototype.prepare = function prepareCounted(sql) {
  const statement = prepare.call(this, sql)
  if (statement.reader) return statement
  const { run } = statement
  statement.run = (...values) => {
    step()
    return run.apply(statement, values)
  }
  return statement
}

process.once('exit', () => {
  if (process.env.STEPS_FILE !== undefined) writeFileSync(process.env.STEPS_FILE, String(steps))
})
