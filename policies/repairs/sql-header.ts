import { sqlPlace } from '../sql-places.ts'
import { linesOf, type Repair } from './repair.ts'

/**
 * The header that the migration tool asks for, and a changeset named after component and file where there is none. Tables
 * that are there already are left alone, as in the scripts that the platform writes.
 */
export const missingHeader: Repair = (text, { location: { path } }) => {
  const place = sqlPlace(path.slice(Math.max(0, path.indexOf('src/sql/'))), { kind: 'plugin' })
  const hasChangeset = /^\s*-+\s*changeset\s+[^:\n]+:\S/imu.test(text)
  if (place === null && !hasChangeset) return text
  const mark = BYTE_ORDER_MARK.exec(text)?.[0] ?? ''
  const ending = /\r?\n/u.exec(text)?.[0] ?? '\n'
  const changeset = [`--changeset ${place?.component}:${place?.file}`, '--preconditions onFail:MARK_RAN onError:WARN']
  const header = ['--liquibase formatted sql', ...(hasChangeset ? [] : changeset)]
  return `${mark}${header.map((line) => line + ending).join('')}${text.slice(mark.length)}`
}

/** The header of a script for the migration tool, moved to the top. */
export const lateHeader: Repair = (text, { location }) => {
  const lines = linesOf(text)
  const index = (location.line ?? 0) - 1
  const header = lines[index]
  if (index < 1 || header === undefined) return text
  const mark = BYTE_ORDER_MARK.exec(text)?.[0] ?? ''
  const ended = header.endsWith('\n') ? header : `${header}\n`
  return `${mark}${ended}${lines.toSpliced(index, 1).join('').slice(mark.length)}`
}

/** The byte order mark of UTF-8, a character a byte. */
const BYTE_ORDER_MARK = /^\u00ef\u00bb\u00bf/u
