/**
 * How far the conditions of a licence reach: `permissive` to nothing but its notice, `file` to its own files, `library` to
 * the library itself, `whole` to all that is handed on with it as one work, `network` to what is offered over a network as
 * well. Families, without `-only` and `-or-later`. A licence that is not here is not known.
 *
 * Source: the texts themselves, grouped as the Joinup Licensing Assistant of the European Commission and the licence list of
 * the Free Software Foundation group them; read in November 2026. An indication, and no advice.
 */
export const LICENSE_CLASSES = {
  permissive: [
    ...['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'BSD-4-Clause', 'BSL-1.0', 'CC0-1.0', 'CECILL-B', 'ISC'],
    ...['MIT', 'MIT-0', 'NCSA', 'PostgreSQL', 'Python-2.0', 'Unlicense', 'UPL-1.0', 'W3C', 'X11', 'Zlib'],
  ],
  file: ['CDDL-1.0', 'CDDL-1.1', 'EPL-1.0', 'EPL-2.0', 'MPL-1.1', 'MPL-2.0'],
  library: ['CECILL-C', 'LGPL-2.0', 'LGPL-2.1', 'LGPL-3.0'],
  whole: ['CECILL-2.0', 'CECILL-2.1', 'GPL-2.0', 'GPL-3.0'],
  network: ['AGPL-3.0', 'EUPL-1.1', 'EUPL-1.2', 'OSL-3.0'],
} as const

/**
 * Families that nobody may hand on as one work, whichever of the two holds the whole. GPL-2.0 stands for itself alone
 * here: what may be taken under a later version is judged under that one.
 */
export const LICENSE_CONFLICTS: readonly (readonly [string, string])[] = [
  ...['Apache-2.0', 'GPL-3.0', 'LGPL-3.0', 'AGPL-3.0'].map((other) => ['GPL-2.0', other] as const),
  ...['GPL-2.0', 'GPL-3.0', 'AGPL-3.0'].flatMap((one) =>
    ['BSD-4-Clause', 'CDDL-1.0', 'CDDL-1.1', 'EPL-1.0', 'EPL-2.0', 'MPL-1.1', 'OSL-3.0'].map(
      (other) => [one, other] as const,
    ),
  ),
]

/** Wholes that may hold works of these families by the words of the families themselves. */
export const LICENSE_WELCOMES: Readonly<Record<string, readonly string[]>> = {
  // Their own words let them be taken under the GNU licences.
  'LGPL-2.0': ['GPL-2.0', 'GPL-3.0', 'AGPL-3.0'],
  'LGPL-2.1': ['GPL-2.0', 'GPL-3.0', 'AGPL-3.0'],
  'LGPL-3.0': ['GPL-3.0', 'AGPL-3.0'],
  'GPL-3.0': ['AGPL-3.0'],
  'MPL-2.0': ['GPL-2.0', 'GPL-3.0', 'LGPL-2.1', 'LGPL-3.0', 'AGPL-3.0'],
  'CECILL-2.0': ['GPL-2.0', 'GPL-3.0'],
  'CECILL-2.1': ['GPL-2.0', 'GPL-3.0', 'AGPL-3.0', 'EUPL-1.1', 'EUPL-1.2'],
  // The appendix of each.
  'EUPL-1.1': ['GPL-2.0', 'OSL-3.0', 'CECILL-2.0', 'EPL-1.0', 'EUPL-1.2'],
  'EUPL-1.2': [
    'GPL-2.0',
    'GPL-3.0',
    'AGPL-3.0',
    'OSL-3.0',
    'EPL-1.0',
    'CECILL-2.0',
    'CECILL-2.1',
    'MPL-2.0',
    'LGPL-2.1',
    'LGPL-3.0',
  ],
}

/** Exceptions that let what is only linked keep its own terms. */
export const LINKING_EXCEPTIONS: readonly string[] = [
  'Classpath-exception-2.0',
  'GCC-exception-3.1',
  'OpenJDK-assembly-exception-1.0',
  'Universal-FOSS-exception-1.0',
]
