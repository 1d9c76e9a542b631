import { MIT } from '../component.ts'
import { entriesOf } from '../source.ts'
import type { Cases } from './case.ts'

const COPYRIGHT = 'SPDX-FileCopyrightText: 2026 City of Example'
const tagged = (license = 'MIT') => `// ${COPYRIGHT}\n// SPDX-License-Identifier: ${license}\nexport {}\n`
const table = (path: string, more = '') => `
[[annotations]]
path = "${path}"
${more}
SPDX-FileCopyrightText = "2026 City of Example"
SPDX-License-Identifier = "MIT"
`
const toml = (path: string, more = '') => `version = 1\n${table(path, more)}`
const dep5 = (files: string) => `Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/

Files: ${files}
Copyright: 2026 City of Example
License: MIT
`
const TEXT = { 'LICENSES/MIT.txt': MIT }
/** In halves, so that this very file is not read as ending here. */
const [IGNORE, HEED] = ['Start', 'End'].map((end) => `REUSE-Ignore${end}`)

export const reuseCases: Cases = {
  'OSS-21': [
    { name: 'a text', files: TEXT, expect: 'pass' },
    { name: 'a repository that does without REUSE', files: { LICENSE: MIT }, expect: 'not-applicable' },
    {
      name: 'a table, and no text',
      files: { 'REUSE.toml': toml('**'), LICENSE: MIT },
      expect: 'fail',
      findings: ['missing info'],
    },
    { name: 'nothing lent counts', files: { '.reuse/dep5': dep5('*') }, inherited: entriesOf(TEXT), expect: 'fail' },
  ],
  'OSS-22': [
    { name: 'a repository that does without REUSE', files: { LICENSE: MIT, 'a.ts': 'a' }, expect: 'not-applicable' },
    { name: 'tags in the file', files: { ...TEXT, 'a.ts': tagged() }, expect: 'pass' },
    {
      name: 'copyright alone',
      files: { ...TEXT, 'a.ts': `// ${COPYRIGHT}`, 'b.ts': tagged() },
      expect: 'fail',
      findings: ['below info a.ts'],
    },
    { name: 'licence alone', files: { ...TEXT, 'a.ts': '// SPDX-License-Identifier: MIT' }, expect: 'fail' },
    {
      name: 'the sign of copyright',
      files: { ...TEXT, 'a.ts': '// © City\n// SPDX-License-Identifier: MIT' },
      expect: 'pass',
    },
    {
      name: 'tags in a frame',
      files: { ...TEXT, 'a.md': `|* ${COPYRIGHT} *|\n|* SPDX-License-Identifier: MIT *|\n` },
      expect: 'pass',
    },
    {
      name: 'a title in capitals, which REUSE takes for no copyright',
      files: { ...TEXT, 'a.ts': '// COPYRIGHT City\n// SPDX-License-Identifier: MIT' },
      expect: 'fail',
    },
    {
      name: 'a list of tags that another tool keeps, and a licence under its own name',
      files: { ...TEXT, '.hgtags': 'x', 'SHL-2.1.txt': 'x', 'a.ts': tagged() },
      expect: 'pass',
    },
    {
      name: 'the usual words without a tag',
      files: { ...TEXT, 'a.ts': '// Copyright (c) 2026 City of Example\n// Licensed under MIT' },
      expect: 'fail',
      findings: ['below a.ts'],
    },
    {
      name: 'a file beside another that cannot hold a comment',
      files: { ...TEXT, 'a.png': '\u0000\u0001', 'a.png.license': tagged() },
      expect: 'pass',
    },
    {
      name: 'what stands beside speaks alone',
      files: { ...TEXT, 'a.ts': tagged(), 'a.ts.license': COPYRIGHT },
      expect: 'fail',
    },
    {
      name: 'files that need none',
      files: { ...TEXT, LICENSE: MIT, 'lib/COPYING.LESSER': MIT, 'a.spdx.json': '{}', empty: '', 'a.ts': tagged() },
      expect: 'pass',
    },
    {
      name: 'tags between the marks are samples',
      files: { ...TEXT, 'a.md': `${IGNORE}\n${tagged()}\n${HEED}\n` },
      expect: 'fail',
    },
    {
      name: 'a table for everything',
      files: { ...TEXT, 'REUSE.toml': toml('**'), 'src/a.ts': 'a', b: 'b' },
      expect: 'pass',
    },
    {
      name: 'a star stays in its folder',
      files: { ...TEXT, 'REUSE.toml': toml('*'), 'src/a.ts': 'a' },
      expect: 'fail',
    },
    {
      name: 'a table of a folder speaks from there',
      files: { ...TEXT, 'src/REUSE.toml': toml('lib/*.ts'), 'src/lib/a.ts': 'a', 'src/lib/deep/b.ts': tagged() },
      expect: 'pass',
    },
    {
      name: 'a table does not speak for others',
      files: { ...TEXT, 'src/REUSE.toml': toml('**'), 'a.ts': 'a' },
      expect: 'fail',
    },
    {
      name: 'a star that is meant as one',
      files: { ...TEXT, 'REUSE.toml': toml('a\\\\*.ts'), 'ab.ts': 'a' },
      expect: 'fail',
    },
    {
      name: 'closest fills what the file leaves out',
      files: { ...TEXT, 'REUSE.toml': toml('**'), 'a.ts': `// ${COPYRIGHT}` },
      expect: 'pass',
    },
    {
      name: 'the last table that names a file holds, even where it says less',
      files: {
        ...TEXT,
        'REUSE.toml': `${toml('**')}\n[[annotations]]\npath = "a.ts"\nSPDX-FileCopyrightText = "2026 City"\n`,
        'a.ts': 'a',
      },
      expect: 'fail',
      findings: ['below a.ts'],
    },
    {
      name: 'an old form, whose star goes everywhere',
      files: { ...TEXT, '.reuse/dep5': dep5('src/*'), 'src/a/b.ts': 'a' },
      expect: 'pass',
    },
    {
      name: 'an old form that names others',
      files: { ...TEXT, '.reuse/dep5': dep5('lib/?.ts'), 'lib/ab.ts': 'a' },
      expect: 'fail',
    },
    {
      name: 'a table that cannot be read covers nothing',
      files: { 'REUSE.toml': table('**'), 'a.ts': 'a' },
      expect: 'fail',
    },
  ],
  'OSS-23': [
    {
      name: 'an id in a frame',
      files: { ...TEXT, 'a.md': '|* SPDX-License-Identifier: MIT *|\n' },
      expect: 'pass',
    },
    { name: 'a repository that does without REUSE', files: { 'a.ts': tagged('Nonsense') }, expect: 'not-applicable' },
    { name: 'ids of SPDX', files: { ...TEXT, 'a.ts': tagged('MIT OR Apache-2.0') }, expect: 'pass' },
    {
      name: 'one of one’s own',
      files: { 'LICENSES/LicenseRef-City.txt': 'x', 'a.ts': tagged('LicenseRef-City') },
      expect: 'pass',
    },
    {
      name: 'an expression in a written text is a sample',
      files: { ...TEXT, 'a.ts': `${tagged()}const a = '// SPDX-License-Identifier: BSD'\n` },
      expect: 'pass',
    },
    {
      name: 'behind code on its line',
      files: { ...TEXT, 'a.py': 'import os  # SPDX-License-Identifier: Nonsense\n' },
      expect: 'fail',
      findings: ['bad a.py:1'],
    },
    { name: 'an exception', files: { 'LICENSES/Classpath-exception-2.0.txt': 'x' }, expect: 'pass' },
    {
      name: 'a comment that ends on the line',
      files: { ...TEXT, 'a.css': `/* ${COPYRIGHT} */ /* SPDX-License-Identifier: MIT */` },
      expect: 'pass',
    },
    {
      name: 'a word that is no id',
      files: { ...TEXT, 'a.ts': tagged('BSD'), 'b.ts': tagged('BSD') },
      expect: 'fail',
      findings: ['bad warning a.ts:2'],
    },
    {
      name: 'an id that SPDX has replaced',
      files: { 'LICENSES/GPL-2.0.txt': 'x' },
      expect: 'fail',
      findings: ['deprecated info LICENSES/GPL-2.0.txt'],
    },
    {
      name: 'a text that is none',
      files: { ...TEXT, 'LICENSES/notes.txt': 'x' },
      expect: 'fail',
      findings: ['text LICENSES/notes.txt'],
    },
    {
      name: 'a text without an ending',
      files: { 'LICENSES/MIT': MIT },
      expect: 'fail',
      findings: ['ending info LICENSES/MIT'],
    },
  ],
  'OSS-24': [
    { name: 'a repository that does without REUSE', files: { 'a.ts': tagged() }, expect: 'not-applicable' },
    { name: 'a text for each', files: { ...TEXT, 'a.ts': tagged() }, expect: 'pass' },
    {
      name: 'a licence without its text',
      files: { ...TEXT, 'a.ts': tagged('MIT AND Apache-2.0') },
      expect: 'fail',
      findings: ['missing warning a.ts'],
    },
    {
      name: 'an exception without its text',
      files: { 'LICENSES/GPL-2.0-or-later.txt': 'x', 'a.ts': tagged('GPL-2.0-or-later WITH Classpath-exception-2.0') },
      expect: 'fail',
      findings: ['missing a.ts'],
    },
    {
      name: 'a text that nothing is under',
      files: { ...TEXT, 'LICENSES/Apache-2.0.txt': 'x', 'a.ts': tagged() },
      expect: 'fail',
      findings: ['unused info LICENSES/Apache-2.0.txt'],
    },
    { name: 'named by a table alone', files: { ...TEXT, 'REUSE.toml': toml('**'), a: 'b' }, expect: 'pass' },
    {
      name: 'a table that overrides what the file says',
      files: { ...TEXT, 'REUSE.toml': toml('**', 'precedence = "override"'), 'a.ts': tagged('Apache-2.0') },
      expect: 'pass',
    },
    {
      name: 'a table that adds to what the file says',
      files: { ...TEXT, 'REUSE.toml': toml('**', 'precedence = "aggregate"'), 'a.ts': tagged('Apache-2.0') },
      expect: 'fail',
      findings: ['missing a.ts'],
    },
    {
      name: 'a table that is farther than what the file says',
      files: { 'REUSE.toml': toml('**'), 'LICENSES/0BSD.txt': 'x', 'a.ts': tagged('0BSD') },
      expect: 'pass',
    },
  ],
  'OSS-25': [
    { name: 'none', files: TEXT, expect: 'not-applicable' },
    { name: 'a table', files: { 'REUSE.toml': toml('**') }, expect: 'pass' },
    {
      name: 'no version',
      files: { 'REUSE.toml': table('**') },
      expect: 'fail',
      findings: ['invalid warning REUSE.toml:1'],
    },
    {
      name: 'no path',
      files: { 'REUSE.toml': 'version = 1\n[[annotations]]\n' },
      expect: 'fail',
      findings: ['invalid'],
    },
    {
      name: 'an unknown precedence',
      files: { 'REUSE.toml': toml('**', 'precedence = "first"') },
      expect: 'fail',
      findings: ['invalid'],
    },
    {
      name: 'no TOML',
      files: { 'REUSE.toml': 'version = 1\n[[annotations]\n' },
      expect: 'fail',
      findings: ['invalid REUSE.toml:2'],
    },
    {
      name: 'the old form',
      files: { '.reuse/dep5': dep5('*') },
      expect: 'fail',
      findings: ['deprecated info .reuse/dep5'],
    },
    {
      name: 'both forms',
      files: { '.reuse/dep5': dep5('*'), 'REUSE.toml': toml('**') },
      expect: 'fail',
      findings: ['both .reuse/dep5'],
    },
  ],
}
