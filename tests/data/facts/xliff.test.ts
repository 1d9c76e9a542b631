import { describe, expect, it } from 'vitest'
import { readXliff } from '#data/facts/xliff.ts'

describe('an XLIFF document', () => {
  it('of version 1.2 gives targets with their placeholders', () => {
    const read = readXliff(`<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file original="ville/forum|a/b" source-language="en" target-language="hu"><body>
<trans-unit id="1" resname="sent"><source><ph id="1">{0}</ph> sent</source><target>Elküldve: <ph id="1">{0}</ph> &amp; <x id="2" equiv-text="{1}"/></target></trans-unit>
<trans-unit id="title"><source>T</source></trans-unit>
</body></file></xliff>`)
    expect(read).toEqual({
      ok: true,
      units: [
        { original: 'ville/forum|a/b', key: 'sent', language: 'hu', target: 'Elküldve: {0} & {1}', line: 3 },
        { original: 'ville/forum|a/b', key: 'title', language: 'hu', target: null, line: 4 },
      ],
    })
  })

  it('of version 2.0 joins segments and finds the data that elements stand for', () => {
    const read = readXliff(`<xliff version="2.0" srcLang="en" trgLang="cs"><file id="f" original="ville/forum|a/b">
<unit id="u" name="sent"><originalData><data id="d">{0}</data></originalData>
<segment><source>x</source><target>A <ph id="1" dataRef="d"/></target></segment>
<segment><source>y</source><target> B <ph id="2" equiv="{1}"/></target></segment></unit></file></xliff>`)
    expect(read).toMatchObject({ units: [{ key: 'sent', language: 'cs', target: 'A {0} B {1}', line: 2 }] })
  })

  it.each([
    ['<xliff version="1.2"><file></xliff>', 'xml-malformed'],
    ['<html/>', 'not-xliff'],
    ['', 'xml-malformed'],
  ])('that is none says so: %s', (text, code) => {
    expect(readXliff(text)).toMatchObject({ ok: false, problem: { code } })
  })
})
