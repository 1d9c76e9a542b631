import { describe, expect, it } from 'vitest'
import { factOf } from './extract.ts'

describe('An SQL script', () => {
  it('gives its Liquibase marks', async () => {
    const script = await factOf(
      'sql-script',
      [
        '-- liquibase formatted sql',
        '--changeset fountain:create_db_fountain.sql logicalFilePath:a/b.sql',
        '-- preconditions onFail:MARK_RAN onError:WARN',
        'CREATE TABLE IF NOT EXISTS `fountain_basin` ( id INT );',
        '-- changeset fountain:second',
        'create table town."fountain_spout"( id int ); INSERT INTO t VALUES (\'; CREATE TABLE no (\');',
      ].join('\n'),
    )
    expect(script.header).toEqual({ line: 1, isFirst: true })
    expect(script.changesets).toEqual([
      {
        author: 'fountain',
        id: 'create_db_fountain.sql',
        attributes: 'logicalFilePath:a/b.sql',
        hasPreconditions: true,
        line: 2,
      },
      { author: 'fountain', id: 'second', attributes: '', hasPreconditions: false, line: 5 },
    ])
    expect(script.tables).toEqual([
      { name: 'fountain_basin', line: 4 },
      { name: 'town.fountain_spout', line: 6 },
    ])
    expect(script.statements).toEqual({ CREATE: 2, INSERT: 1 })
    expect(script.isEmpty).toBe(false)
  })

  it('sees the header behind blank lines and a byte order mark as first, behind anything else as not', async () => {
    expect((await factOf('sql-script', '\uFEFF\n\n--liquibase formatted sql')).header).toEqual({
      line: 3,
      isFirst: true,
    })
    expect((await factOf('sql-script', '-- hello\n--liquibase formatted sql')).header).toEqual({
      line: 2,
      isFirst: false,
    })
    expect((await factOf('sql-script', 'SELECT 1;')).header).toBeNull()
  })

  it('of comments only is empty', async () => {
    expect((await factOf('sql-script', '-- DROP TABLE a;\n/* CREATE TABLE b ( ); */\n')).isEmpty).toBe(true)
  })
})
