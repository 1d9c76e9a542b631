// Loaded before the command line: no database grows beyond MOST_PAGES pages, so that SQLite meets a full disk of its own.
import Database from 'better-sqlite3'

const { exec } = Database.prototype
Database.prototype.exec = function execOnSmallDisk(sql) {
  exec.call(this, `PRAGMA max_page_count = ${Number(process.env.MOST_PAGES)}`)
  return exec.call(this, sql)
}
