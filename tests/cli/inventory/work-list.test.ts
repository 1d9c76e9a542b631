import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readWorkList } from '#cli/inventory/work-list-file.ts'
import { workListCsv, workListXliff } from '#cli/reporters/work-list.ts'
import { placeholdersOf } from '#data/facts/placeholders.ts'
import type { WorkItem } from '#data/inventory/translations/work-list.ts'
import { scratchFolder } from '../../collectors/git-scratch.ts'

const ODD = ['=1+1', 'two\nlines; and "quotes"', '<b>{0}</b> & #i18n{forum.title}', "'quoted'", '@all', 'ends with \\']

const items = ODD.map((present, index): WorkItem => {
  const place = {
    component: 'ville/forum',
    bundle: 'src/java/a/b_messages',
    key: index % 2 === 0 ? `key.${index}` : `KEY.${index - 1}`,
    language: 'cs',
  }
  return { ...place, why: 'copy', en: present, fr: present, present, placeholders: placeholdersOf(present) }
})

describe('a work list, written and read again', () => {
  it('is the same in XLIFF, placeholders and all', () => {
    const file = join(scratchFolder(), 'work.xlf')
    writeFileSync(file, workListXliff(items))
    expect(readWorkList(file).map(({ text }) => text)).toEqual(ODD)
  })

  it('is the same in CSV, whatever texts hold, and no text is a formula', () => {
    const file = join(scratchFolder(), 'work.csv')
    const csv = workListCsv(items)
    expect(csv).not.toMatch(/(?:^|;)"?[=@]/mu)
    // As if somebody had filled in the very same texts.
    writeFileSync(file, csv.replace('present;placeholders;translation', 'translation;placeholders;present'))
    expect(readWorkList(file).map(({ text }) => text)).toEqual(ODD)
  })
})
