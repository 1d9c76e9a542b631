import { expect, test } from 'vitest'
import { cleanSvg } from '#site/city/svg.ts'

const svg = (inner: string, more = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"${more}>${inner}</svg>`
const clean = (source: string) => {
  const made = cleanSvg(source)
  if ('problem' in made) throw new Error(`${made.line}:${made.column} ${made.problem}`)
  return made.svg.trim()
}

test('a drawing keeps its shapes, and loses what programs write for themselves', () => {
  const source = `<?xml version="1.0"?><!-- by a program --><!DOCTYPE svg><svg xmlns="http://www.w3.org/2000/svg" xmlns:ink="http://ink.example" viewBox="0 0 4 4" ink:version="1"><metadata><ink:made/></metadata><ink:view><path d="M9 9"/></ink:view><g id="a"><path d="M0 0h4"/></g></svg>`
  expect(clean(source)).toBe(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><g id="a"><path d="M0 0h4"></path></g></svg>',
  )
})

test('styles become attributes', () => {
  const source = svg(
    '<style>.a, .b { fill: #123456 } .b { stroke: red; }</style><path class="b" style="opacity:.5" d="M0 0"/>',
  )
  expect(clean(source)).toContain('<path d="M0 0" fill="#123456" stroke="red" opacity=".5">')
})

test('references within the drawing stay', () => {
  expect(clean(svg('<use href="#a" fill="url(#b)"/>'))).toContain('<use href="#a" fill="url(#b)">')
})

test.each([
  ['<script>alert(1)</script>', /<script>/u],
  ['<foreignObject><b xmlns="http://www.w3.org/1999/xhtml">x</b></foreignObject>', /<foreignObject>/u],
  ['<b xmlns="http://www.w3.org/1999/xhtml">x</b>', /<b>/u],
  ['<path onclick="alert(1)"/>', /onclick runs/u],
  ['<a href="https://a.example"><path/></a>', /<a>|leads to another/u],
  ['<image href="https://a.example/x.png"/>', /leads to another|<image>/u],
  ['<use href="other.svg#a"/>', /href leads to another/u],
  ['<path fill="url(https://a.example/x)"/>', /fill leads to another/u],
  ['<path style="fill:url( \'//a.example\' )"/>', /fill leads to another/u],
  ['<path style="fill:\\75rl(//a.example)"/>', /fill leads to another/u],
  ['<style>@import "https://a.example/x.css";</style>', /rules of single classes/u],
  ['<style>path { fill: red }</style>', /rules of single classes/u],
  ['<set attributeName="href" to="javascript:alert(1)"/>', /<set>/u],
  ['<animate attributeName="x"/>', /<animate>/u],
  ['<path', /./u],
  ['&unknown;', /entity/u],
])('%s is refused', (inner, message) => {
  const made = cleanSvg(svg(inner))
  expect(made).toEqual({
    problem: expect.stringMatching(message),
    line: expect.any(Number),
    column: expect.any(Number),
  })
})
