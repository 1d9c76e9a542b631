import { describe, expect, it } from 'vitest'
import { factOf } from './extract.ts'

const styles: readonly (readonly [string, string])[] = [
  ['Java', '/*\n * Copyright (c) 2002-2025, Town\n *\n * License 1.0\n */\npackage a;'],
  ['JavaScript', '#!/usr/bin/env node\n"use strict";\n// Copyright (c) 2002-2025, Town\n//\n// License 1.0\nlet a'],
  ['CSS', '@charset "utf-8";\n/* Copyright (c) 2002-2025, Town\n\nLicense 1.0 */\n#menu { }'],
  ['SQL', '-- Copyright (c) 2002-2025, Town\n--\n-- License 1.0\nSELECT 1'],
  ['XML', '<?xml version="1.0"?>\n<!DOCTYPE html>\n<!--\n  Copyright (c) 2002-2025, Town\n\n  License 1.0\n-->\n<a/>'],
  ['a JSP', '<%@ page language="java" %>\n<%-- Copyright (c) 2002-2025, Town\n\nLicense 1.0 --%>\n<a/>'],
  ['FreeMarker', '<#-- Copyright (c) 2002-2025, Town\n\nLicense 1.0 -->\n<#macro a>'],
  ['properties', '# Copyright (c) 2002-2025, Town\n#\n# License 1.0\na=1'],
  ['a shell script', '#!/bin/sh\n# Copyright (c) 2002-2025, Town\n#\n# License 1.0\nset -e'],
]

describe('The leading comment', () => {
  for (const [language, source] of styles) {
    it(`of ${language} is read without its marks`, async () => {
      const comment = await factOf('leading-comment', source)
      expect(comment.text).toBe('Copyright (c) 2002-2025, Town\n\nLicense 1.0')
      expect(comment.copyrights).toMatchObject([{ text: 'Copyright (c) 2002-2025, Town' }])
    })
  }

  it('takes several comments together, and tells where they begin and end', async () => {
    const comment = await factOf('leading-comment', '\n/* one */\n// two\nclass A { } // three')
    expect(comment).toMatchObject({ text: 'one\ntwo', line: 2, endLine: 3 })
  })

  it('is null when a file begins with something else', async () => {
    expect(await factOf('leading-comment', 'package a;\n/* late */')).toEqual({
      text: null,
      line: null,
      endLine: null,
      spdx: [],
      copyrights: [],
    })
    expect((await factOf('leading-comment', '#menu { }')).text).toBeNull()
  })

  it('gives the SPDX expressions in it', async () => {
    const comment = await factOf(
      'leading-comment',
      '// SPDX-FileCopyrightText: 2026 Town\n// SPDX-License-Identifier: (MIT OR EUPL-1.2)',
    )
    expect(comment.spdx).toEqual(['(MIT OR EUPL-1.2)'])
    expect(comment.copyrights).toHaveLength(1)
  })

  it('can be told which comments there are', async () => {
    expect((await factOf('leading-comment', '# Title', { style: 'c' })).text).toBeNull()
    expect((await factOf('leading-comment', '-- a', { style: 'dash' })).text).toBe('a')
  })
})
