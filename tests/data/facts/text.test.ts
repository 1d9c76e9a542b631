import { describe, expect, it } from 'vitest'
import { factOf } from './extract.ts'

describe('A text', () => {
  it('in Markdown gives headings, links and the length of its prose', async () => {
    const text = await factOf(
      'text',
      [
        '# Fountain #',
        '',
        '[![Build](https://ci.example.org/b.svg)](https://ci.example.org/job)',
        '',
        'Pours **water**, see [the guide](docs/guide.md "Guide").',
        '<!-- # hidden -->',
        '```sh',
        '# no heading',
        '```',
        'Install',
        '-------',
        '<h2>More <em>to</em> read</h2>',
      ].join('\n'),
      { syntax: 'markdown' },
    )
    expect(text.headings).toEqual([
      { level: 1, text: 'Fountain', line: 1 },
      { level: 2, text: 'Install', line: 10 },
      { level: 2, text: 'More to read', line: 12 },
    ])
    expect(text.links).toEqual([
      { url: 'https://ci.example.org/b.svg', text: 'Build', isImage: true, line: 3 },
      { url: 'https://ci.example.org/job', text: '', isImage: false, line: 3 },
      { url: 'docs/guide.md', text: 'the guide', isImage: false, line: 5 },
    ])
    expect(text.proseLength).toBe('Pours water, see the guide.'.length)
    expect(text).toMatchObject({ isText: true, lines: 12, encoding: 'utf-8' })
  })

  it('may have headings without a blank, as old generators write them, and words with a hash', async () => {
    const text = await factOf('text', '#Fountain\n\n##Install\n\n#12 is done\n#hashtag', { syntax: 'markdown' })
    expect(text.headings.map((heading) => heading.text)).toEqual(['Fountain', 'Install'])
  })

  it('in AsciiDoc likewise', async () => {
    const source =
      ':toc:\n= Fountain\n// remark\n== Install\n\nRun it, see https://example.org[here].\n----\n== code\n----\nimage::a.png[A]\n'
    const text = await factOf('text', source, { syntax: 'asciidoc' })
    expect(text.headings.map(({ level, text: title, line }) => [level, title, line])).toEqual([
      [1, 'Fountain', 2],
      [2, 'Install', 4],
    ])
    expect(text.proseLength).toBe('Run it, see here.'.length)
    expect(text.links.map((link) => [link.url, link.isImage])).toEqual([
      ['https://example.org', false],
      ['a.png', true],
    ])
  })

  it('in the XML of a documentation site counts what is not a title', async () => {
    const source =
      '<?xml version="1.0"?><document><properties><title>Plugin fountain</title></properties><body><section name="What &amp; why"><p>Water.</p></section></body></document>'
    const text = await factOf('text', source, { syntax: 'xml' })
    expect(text.headings.map((heading) => heading.text)).toEqual(['Plugin fountain', 'What & why'])
    expect(text.proseLength).toBe('Water.'.length)
  })

  it('in HTML counts neither scripts nor styles', async () => {
    const text = await factOf(
      'text',
      '<title>A</title><script>let a = "<p>no"</script><style>p{}</style><p>Caf&#233;</p><img alt="I" src="i.png">',
      {
        syntax: 'html',
      },
    )
    expect(text.proseLength).toBe('Café'.length)
    expect(text.links).toEqual([{ url: 'i.png', text: 'I', isImage: true, line: 1 }])
  })

  it('that is plain is prose from one end to the other', async () => {
    expect(await factOf('text', 'one\r\n two\r\n')).toMatchObject({ lines: 2, proseLength: 7, bytes: 11, headings: [] })
    expect(await factOf('text', '')).toMatchObject({ isText: true, lines: 0, proseLength: 0 })
  })

  it('that is binary says so, and its size', async () => {
    expect(await factOf('text', new Uint8Array([137, 80, 78, 71, 0, 0]))).toMatchObject({
      isText: false,
      bytes: 6,
      lines: 0,
    })
  })
})
