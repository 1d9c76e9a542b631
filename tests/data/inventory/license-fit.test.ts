import { describe, expect, it } from 'vitest'
import { licenseFit } from '#data/inventory/license-fit.ts'

const fitOf = (part: string | null, whole: string | null) => licenseFit({ part, whole, scopes: ['runtime'] })

describe('how a licence goes with that of the whole', () => {
  it.each([
    ['MIT', 'BSD-2-Clause', 'fits'],
    ['BSD-2-Clause', 'BSD-2-Clause', 'fits'],
    ['MPL-2.0', 'BSD-2-Clause', 'keeps-its-terms'],
    ['LGPL-2.1-or-later', 'BSD-3-Clause', 'keeps-its-terms'],
    ['GPL-3.0-only', 'MIT', 'reaches-the-whole'],
    ['AGPL-3.0-or-later', 'BSD-2-Clause', 'reaches-the-whole'],
    ['GPL-2.0-only WITH Classpath-exception-2.0', 'BSD-2-Clause', 'keeps-its-terms'],
    ['Apache-2.0', 'GPL-2.0-only', 'conflicts'],
    ['Apache-2.0', 'GPL-2.0-or-later', 'fits'],
    ['GPL-2.0-only', 'GPL-3.0-only', 'conflicts'],
    ['GPL-2.0-or-later', 'GPL-3.0-only', 'fits'],
    ['GPL-3.0-only', 'AGPL-3.0-only', 'fits'],
    ['AGPL-3.0-only', 'GPL-3.0-only', 'conflicts'],
    ['EUPL-1.2', 'GPL-3.0-only', 'fits'],
    ['GPL-3.0-only', 'EUPL-1.2', 'conflicts'],
    ['EPL-2.0', 'GPL-3.0-only', 'conflicts'],
    ['LGPL-3.0-only', 'GPL-3.0-only', 'fits'],
  ])('%s in %s: %s', (part, whole, expected) => {
    expect(fitOf(part, whole)).toBe(expected)
  })

  it('takes the better of what may be chosen, and the worse of what holds together', () => {
    expect(fitOf('GPL-3.0-only OR MIT', 'BSD-2-Clause')).toBe('fits')
    expect(fitOf('MIT OR LicenseRef-House', 'BSD-2-Clause')).toBe('fits')
    expect(fitOf('MPL-2.0 OR LicenseRef-House', 'BSD-2-Clause')).toBe('unknown')
    expect(fitOf('MIT AND LGPL-2.1-only', 'BSD-2-Clause')).toBe('keeps-its-terms')
    expect(fitOf('MIT AND LicenseRef-House', 'BSD-2-Clause')).toBe('unknown')
  })

  it('is not known where a licence is not, is in no table, or leaves open what the answer hangs on', () => {
    expect(fitOf(null, 'MIT')).toBe('unknown')
    expect(fitOf('MIT', null)).toBe('unknown')
    expect(fitOf('free for all', 'MIT')).toBe('unknown')
    expect(fitOf('SSPL-1.0', 'MIT')).toBe('unknown')
    expect(fitOf('MIT', 'MIT OR GPL-3.0-only')).toBe('unknown')
    expect(fitOf('GPL-2.0', 'GPL-3.0-only')).toBe('unknown')
    expect(fitOf('Apache-2.0', 'GPL-2.0')).toBe('unknown')
  })

  it('does not reach what only runs beside it', () => {
    expect(licenseFit({ part: 'AGPL-3.0-only', whole: 'MIT', scopes: ['image', 'build'] })).toBe('beside')
  })
})
