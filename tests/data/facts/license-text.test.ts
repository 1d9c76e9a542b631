import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { licenseMarks } from '#data/reference/license-marks.ts'
import { factOf } from './extract.ts'

const ours = readFileSync(new URL('../../../LICENSE', import.meta.url), 'utf8')
const thirdClause = `3. Neither the name of the Town nor the names of its contributors may be used to
   endorse or promote products derived from this software without specific prior written permission.`

describe('A licence text', () => {
  it('of ours is the two-clause BSD licence, whole', async () => {
    expect(await factOf('license-text', ours)).toEqual({ spdx: 'BSD-2-Clause', confidence: 'high', alsoFound: [] })
  })

  it('with a third clause is the three-clause one, with a fourth none of those known', async () => {
    const three = ours.replace(/\n(?=THIS SOFTWARE)/, `\n${thirdClause}\n\n`)
    expect(three).not.toBe(ours)
    expect(await factOf('license-text', three)).toMatchObject({ spdx: 'BSD-3-Clause', confidence: 'high' })
    const four = `${three}\nAll advertising materials mentioning features of this software must say so.`
    expect((await factOf('license-text', four)).confidence).not.toBe('high')
  })

  it('counts the same as a comment, in capitals, and broken into other lines', async () => {
    const commented = ours.replace(/^/gm, ' * ').replaceAll(' OR ', '\n * OR ')
    expect(await factOf('license-text', commented)).toMatchObject({ spdx: 'BSD-2-Clause', confidence: 'high' })
    expect(await factOf('license-text', ours.toUpperCase())).toMatchObject({ spdx: 'BSD-2-Clause' })
  })

  for (const { spdx, marks } of licenseMarks) {
    it(`with all marks of ${spdx} is that and no other`, async () => {
      const text = marks.map((phrases) => phrases[0]).join('.\n\n')
      expect(await factOf('license-text', text)).toEqual({ spdx, confidence: 'high', alsoFound: [] })
    })
  }

  it('in French is recognised, accents or not', async () => {
    const text = `CONTRAT DE LICENCE DE LOGICIEL LIBRE CeCILL\n\nVersion 2.1 du 2013-06-21\n\nAvertissement\n\nle Contributeur ...
      Article 13 LOI APPLICABLE ET TRIBUNAUX COMPÉTENTS`
    expect((await factOf('license-text', text)).spdx).toBe('CECILL-2.1')
    const b = text.replace(
      'CeCILL\n\nVersion 2.1 du 2013-06-21',
      'CeCILL-B\n\nVersion 1.0 du 2006-09-05, obligation de citation',
    )
    expect((await factOf('license-text', b)).spdx).toBe('CECILL-B')
  })

  it('followed by another one gives the first, and names the other', async () => {
    const [mit] = licenseMarks
    const text = `${ours}\n${mit?.marks.map((phrases) => phrases[0]).join('\n')}`
    expect(await factOf('license-text', text)).toEqual({ spdx: 'BSD-2-Clause', confidence: 'high', alsoFound: ['MIT'] })
  })

  it('that only names a licence is of low confidence', async () => {
    expect(await factOf('license-text', 'Licensed under the Apache License, Version 2.0.')).toMatchObject({
      spdx: 'Apache-2.0',
      confidence: 'low',
    })
    expect(await factOf('license-text', 'SPDX-License-Identifier: GPL-3.0-or-later')).toMatchObject({ spdx: 'GPL-3.0' })
  })

  it('that is none is none', async () => {
    for (const text of ['', 'All rights reserved.', 'Contrat de travail', 'the gpl']) {
      expect(await factOf('license-text', text)).toEqual({ spdx: null, confidence: null, alsoFound: [] })
    }
  })
})
