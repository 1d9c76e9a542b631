/**
 * What tells one licence text from another: phrases from its beginning, middle and end, in lower case, without accents,
 * every run of other signs folded into one blank. A text with all `marks` and none of `without` is that licence.
 * Chosen so that no two listed licences can both be whole in one text unless both stand there.
 */
export interface LicenseMarks {
  readonly spdx: string
  /** Each entry lists equivalents (languages, editions), of which one is enough. */
  readonly marks: readonly (readonly string[])[]
  readonly without?: readonly string[]
  /** How it is called when it is only named. */
  readonly names: readonly string[]
}

const BSD_GRANT = [
  'redistribution and use in source and binary forms with or without modification are permitted provided that the following conditions are met',
]
const BSD_BINARY = ['redistributions in binary form must reproduce the above copyright notice']
const BSD_SOURCE = [
  'redistributions of source code must retain the above copyright notice',
  'redistributions of source code must retain the copyright notice',
]
const BSD_WARRANTY = ['in no event shall', 'disclaimed in no event']
const BSD_ENDORSEMENT = 'endorse or promote products derived from this software'
const BSD_ADVERTISING = 'all advertising materials mentioning features'

const MIT_GRANT = [
  'permission is hereby granted free of charge to any person obtaining a copy of this software and associated documentation files',
]
const MIT_WARRANTY = ['the software is provided as is without warranty of any kind']
const ISC_GRANT = [
  'permission to use copy modify and or distribute this software for any purpose with or without fee is hereby granted',
  'permission to use copy modify and distribute this software for any purpose with or without fee is hereby granted',
]
const ISC_WARRANTY = ['the software is provided as is and']

export const licenseMarks: readonly LicenseMarks[] = [
  {
    spdx: 'MIT',
    marks: [
      MIT_GRANT,
      [
        'the above copyright notice and this permission notice shall be included in all copies or substantial portions',
        'the above copyright notice and this permission notice including the next paragraph shall be included in all copies',
      ],
      MIT_WARRANTY,
    ],
    without: ['shall be used for good not evil', 'except as contained in this notice the name'],
    names: ['the mit license', 'mit license', 'licence mit'],
  },
  {
    spdx: 'MIT-0',
    marks: [MIT_GRANT, MIT_WARRANTY],
    without: ['this permission notice'],
    names: ['mit no attribution'],
  },
  {
    spdx: 'BSD-2-Clause',
    marks: [BSD_GRANT, BSD_SOURCE, BSD_BINARY, BSD_WARRANTY],
    without: [BSD_ENDORSEMENT, BSD_ADVERTISING],
    names: ['bsd 2 clause', '2 clause bsd', 'simplified bsd license', 'freebsd license'],
  },
  {
    spdx: 'BSD-3-Clause',
    marks: [BSD_GRANT, BSD_SOURCE, BSD_BINARY, [BSD_ENDORSEMENT], BSD_WARRANTY],
    without: [BSD_ADVERTISING],
    names: ['bsd 3 clause', '3 clause bsd', 'new bsd license', 'modified bsd license', 'revised bsd license'],
  },
  {
    spdx: 'Apache-2.0',
    marks: [
      ['apache license version 2 0 january 2004'],
      ['terms and conditions for use reproduction and distribution'],
      ['grant of patent license'],
      ['submission of contributions'],
      ['accepting warranty or additional liability'],
    ],
    names: ['apache license version 2 0', 'apache license 2 0', 'apache 2 0'],
  },
  {
    spdx: 'GPL-2.0',
    marks: [
      ['gnu general public license version 2 june 1991'],
      [
        'by contrast the gnu general public license is intended to guarantee your freedom to share and change free software',
      ],
      [
        'this general public license applies to any program or other work which contains a notice',
        'this license applies to any program or other work which contains a notice placed by the copyright holder',
      ],
      ['end of terms and conditions', 'because the program is licensed free of charge there is no warranty'],
    ],
    names: ['gnu general public license version 2', 'gnu general public license v2', 'gpl 2 0', 'gplv2'],
  },
  {
    spdx: 'GPL-3.0',
    marks: [
      ['gnu general public license version 3 29 june 2007'],
      ['the gnu general public license is a free copyleft license for software and other kinds of works'],
      ['use with the gnu affero general public license'],
      ['interpretation of sections 15 and 16'],
    ],
    names: ['gnu general public license version 3', 'gnu general public license v3', 'gpl 3 0', 'gplv3'],
  },
  {
    spdx: 'LGPL-2.1',
    marks: [
      ['gnu lesser general public license version 2 1 february 1999'],
      ['it also counts as the successor of the gnu library public license'],
      ['a work that uses the library'],
      ['because the library is licensed free of charge there is no warranty'],
    ],
    names: ['gnu lesser general public license version 2 1', 'lgpl 2 1', 'lgplv2 1'],
  },
  {
    spdx: 'LGPL-3.0',
    marks: [
      ['gnu lesser general public license version 3 29 june 2007'],
      [
        'this version of the gnu lesser general public license incorporates the terms and conditions of version 3 of the gnu general public license',
      ],
      ['object code incorporating material from library header files'],
      ['revised versions of the gnu lesser general public license'],
    ],
    names: ['gnu lesser general public license version 3', 'lgpl 3 0', 'lgplv3'],
  },
  {
    spdx: 'AGPL-3.0',
    marks: [
      ['gnu affero general public license version 3 19 november 2007'],
      ['the gnu affero general public license is a free copyleft license for software and other kinds of works'],
      ['remote network interaction use with the gnu general public license'],
      ['interpretation of sections 15 and 16'],
    ],
    names: ['gnu affero general public license version 3', 'agpl 3 0', 'agplv3'],
  },
  {
    spdx: 'MPL-2.0',
    marks: [
      ['mozilla public license version 2 0'],
      ['covered software means source code form'],
      ['incompatible with secondary licenses means'],
      ['exhibit b incompatible with secondary licenses notice'],
    ],
    names: ['mozilla public license version 2 0', 'mozilla public license v 2 0', 'mpl 2 0'],
  },
  {
    spdx: 'EUPL-1.1',
    marks: [
      ['european union public licence v 1 1', 'licence publique de l union europeenne v 1 1'],
      ['obligations of the licensee', 'obligations du licencie'],
      ['disclaimer of warranty', 'exclusion de garantie', 'exonerations de garantie'],
      ['compatible licence', 'licence compatible', 'licences compatibles'],
    ],
    without: ['european union public licence v 1 2', 'licence publique de l union europeenne v 1 2'],
    names: ['european union public licence v 1 1', 'eupl v 1 1', 'eupl 1 1'],
  },
  {
    spdx: 'EUPL-1.2',
    marks: [
      ['european union public licence v 1 2', 'licence publique de l union europeenne v 1 2'],
      ['obligations of the licensee', 'obligations du licencie'],
      ['disclaimer of warranty', 'exclusion de garantie', 'exoneration de garantie'],
      ['compatible licence', 'licence compatible', 'licences compatibles'],
    ],
    names: [
      'european union public licence v 1 2',
      'licence publique de l union europeenne v 1 2',
      'eupl v 1 2',
      'eupl 1 2',
    ],
  },
  {
    spdx: 'CECILL-2.1',
    marks: [
      [
        'contrat de licence de logiciel libre cecill avertissement',
        'contrat de licence de logiciel libre cecill version 2 1',
        'cecill free software license agreement',
      ],
      ['version 2 1 du 2013 06 21', 'version 2 1 dated 2013 06 21', 'cecill v2 1', 'cecill version 2 1'],
      ['le contributeur', 'the contributor', 'contributor'],
      ['loi applicable et tribunaux competents', 'governing law and jurisdiction'],
    ],
    names: ['cecill 2 1', 'cecill v2 1', 'cecill version 2 1'],
  },
  {
    spdx: 'CECILL-B',
    marks: [
      ['contrat de licence de logiciel libre cecill b', 'cecill b free software license agreement'],
      [
        'obligation de citation',
        'obligation of attribution',
        'accredit the software',
        'mention du logiciel',
        'make sure that any modified software contains this notice',
        'faire mention',
      ],
      ['loi applicable et tribunaux competents', 'governing law and jurisdiction'],
    ],
    names: ['cecill b'],
  },
  {
    spdx: 'CECILL-C',
    marks: [
      ['contrat de licence de logiciel libre cecill c', 'cecill c free software license agreement'],
      ['modifications integrees', 'integrated contribution', 'integrated contributions', 'contribution integree'],
      ['loi applicable et tribunaux competents', 'governing law and jurisdiction'],
    ],
    names: ['cecill c'],
  },
  {
    spdx: '0BSD',
    marks: [ISC_GRANT, ISC_WARRANTY],
    without: ['this permission notice'],
    names: ['0bsd', 'bsd zero clause license'],
  },
  {
    spdx: 'ISC',
    marks: [
      ISC_GRANT,
      ['provided that the above copyright notice and this permission notice appear in all copies'],
      ISC_WARRANTY,
    ],
    names: ['isc license'],
  },
  {
    spdx: 'Unlicense',
    marks: [
      ['this is free and unencumbered software released into the public domain'],
      ['anyone is free to copy modify publish use compile sell or distribute this software'],
      ['we intend this dedication to be an overt act of relinquishment in perpetuity'],
    ],
    names: ['the unlicense', 'unlicense org'],
  },
  {
    spdx: 'CC0-1.0',
    marks: [
      ['cc0 1 0 universal'],
      ['statement of purpose'],
      ['public license fallback'],
      ['affirmer understands and acknowledges that creative commons is not a party to this document'],
    ],
    names: ['cc0 1 0'],
  },
  {
    spdx: 'CC-BY-4.0',
    marks: [
      ['creative commons attribution 4 0 international public license', 'attribution 4 0 international'],
      ['by exercising the licensed rights defined below you accept and agree to be bound by the terms'],
      ['identification of the creator'],
      ['interpretation'],
    ],
    without: ['noncommercial public license', 'sharealike 4 0', 'noderivatives 4 0', 'noncommercial 4 0'],
    names: ['cc by 4 0', 'creative commons attribution 4 0'],
  },
]
