import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import { propertyTexts } from '#data/facts/property-texts.ts'
import { editBundle } from '#data/inventory/translations/edit-bundle.ts'

const ORDER = ['title', 'sent', 'manage.title', 'built']

function edited(content: string | Uint8Array, texts: Readonly<Record<string, string>>, like = ''): Buffer {
  const bytes = Buffer.from(content)
  const after = editBundle({
    content: bytes,
    texts: new Map(Object.entries(texts)),
    order: ORDER,
    like: Buffer.from(like),
  })
  if (after === null) throw new Error('no text')
  return Buffer.from(after)
}

describe('a bundle that translations come into', () => {
  it('keeps comments, blank lines, order and the writing of other lines', () => {
    const before = '# Forum\n\ntitle : A\\\n   long title\n! end\nbuilt=x\n'
    expect(edited(before, { sent: 'S', 'manage.title': 'M', built: 'y' }).toString()).toBe(
      '# Forum\n\ntitle : A\\\n   long title\nsent : S\nmanage.title : M\n! end\nbuilt=y\n',
    )
  })

  it('replaces a text that runs over several lines', () => {
    expect(edited('title = A\\\n  long\nbuilt = x\n', { title: 'B' }).toString()).toBe('title = B\nbuilt = x\n')
  })

  it('replaces the value that is read when a key is met twice', () => {
    expect(edited('title=1\ntitle=2\n', { title: '3' }).toString()).toBe('title=1\ntitle=3\n')
  })

  it('stays ISO-8859-1, letters written as escapes', () => {
    const after = edited(Buffer.from('title=déjà\r\n', 'latin1'), { sent: 'Élan ő 😀' })
    expect(after.toString('latin1')).toBe('title=déjà\r\nsent=\\u00C9lan \\u0151 \\uD83D\\uDE00\r\n')
  })

  it('stays ASCII when it is, and raw UTF-8 when it is, with its byte order mark', () => {
    expect(edited('title=a\n', { sent: 'é' }).toString()).toBe('title=a\nsent=\\u00E9\n')
    expect(edited('\uFEFFtitle=ő\n', { sent: 'é' }).toString()).toBe('\uFEFFtitle=ő\nsent=é\n')
  })

  it('ends the last line before it adds one', () => {
    expect(edited('title=a', { sent: 'b' }).toString()).toBe('title=a\nsent=b\n')
  })

  it('begins in the order of the reference and as another language of the bundle is written', () => {
    expect(edited('', { sent: 'é', title: 'T' }, 'title = é\r\n').toString()).toBe('title = T\r\nsent = é\r\n')
    expect(edited('', { sent: 'é' }, 'title=x\n').toString()).toBe('sent=\\u00E9\n')
  })

  it('reads back what was written, whatever is in it', () => {
    const texts = { title: '  blank \\ back\tslash\nline', sent: '#{0} = : ! é', 'manage.title': '', built: '\\u0041' }
    expect(Object.fromEntries(propertyTexts(edited('', texts)) ?? [])).toEqual(texts)
  })
})
