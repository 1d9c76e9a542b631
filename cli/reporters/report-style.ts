import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The face of the register, inside the page: a report that is mailed finds no other file. */
function face(): string {
  const file = import.meta.resolve('@fontsource-variable/stix-two-text/files/stix-two-text-latin-wght-normal.woff2')
  const bytes = readFileSync(fileURLToPath(file)).toString('base64')
  return `@font-face{font-family:Register;src:url(data:font/woff2;base64,${bytes}) format("woff2");font-weight:400 700}`
}

/** For the screen and for A4; lines are those of the site. */
export function reportStyle(footer: string): string {
  return [
    face(),
    ':root{color-scheme:light;--ink:#161a22;--muted:#4a5160;--brand:#1a458f;--mid:#9a9da6;--pale:#d9d6cd;--good:#1b6b3a;--watch:#8a4b00;--bad:#b3261e}',
    `@page{size:A4;margin:14mm 16mm 16mm;@bottom-left{content:"${cssText(footer)}";font:7.5pt sans-serif;color:#4a5160}@bottom-right{content:counter(page) " / " counter(pages);font:7.5pt sans-serif;color:#4a5160}}`,
    '*{box-sizing:border-box}',
    'body{margin:0 auto;max-width:186mm;padding:8mm;color:var(--ink);font:10pt/1.5 -apple-system,"Segoe UI",Roboto,"Helvetica Neue","Liberation Sans",Arial,sans-serif;font-variant-numeric:lining-nums tabular-nums;overflow-wrap:break-word}',
    'h1,h2,h3,p,ul,table,figure{margin:0;padding:0}',
    'ul{list-style:none}',
    'h1,h2{font-family:Register,"Times New Roman",serif;font-weight:500;text-wrap:balance}',
    'h1{font-size:25pt;line-height:1.15;letter-spacing:-.012em;margin:2mm 0 3mm}',
    'h2{font-size:15pt;line-height:1.25;break-after:avoid}',
    'h3{font-size:9pt;line-height:1.5;break-after:avoid;margin-top:4mm}',
    '.over{font-size:8pt;color:var(--muted);border-top:2mm solid var(--brand);padding-top:2mm}',
    '.lead{color:var(--muted);font-size:9pt}',
    'section{border-top:1mm solid var(--ink);margin-top:8mm;padding-top:2mm}',
    'section>*+*{margin-top:2mm}',
    '.note{font-size:8pt;color:var(--muted)}',
    'table{border-collapse:collapse;width:100%;border-block:.3mm solid var(--ink);font-size:8.5pt;line-height:1.4}',
    'th,td{text-align:start;vertical-align:baseline;padding:1.4mm 3mm 1.4mm 0;border-top:.2mm solid var(--pale);font-weight:400}',
    'thead th{border-top:0;border-bottom:.3mm solid var(--ink);font-size:7.5pt;color:var(--muted);vertical-align:bottom}',
    'tbody tr:first-child>*{border-top:0}',
    'tbody th b{display:block}',
    'tbody th span{color:var(--muted);font-size:7.5pt}',
    'td.n,th.n{text-align:end;white-space:nowrap}',
    'td.big{font-family:Register,"Times New Roman",serif;font-size:15pt;line-height:1;letter-spacing:-.02em;white-space:nowrap;text-align:end}',
    'td.until span{display:block;color:var(--muted);font-size:7.5pt}',
    'td:last-child,th:last-child{padding-right:0}',
    'tr,.matter,.cases>li{break-inside:avoid}',
    '.state{white-space:nowrap}',
    '.state svg{vertical-align:-1px;margin-inline-end:1.5mm}',
    '.reached svg{color:var(--good)}.to-watch svg{color:var(--watch)}.behind svg{color:var(--bad)}.unknown svg,.no-target svg{color:var(--muted)}',
    '.trend{color:var(--brand);display:block}',
    '.cases>li{border-top:.2mm solid var(--pale);padding:1.4mm 0}',
    '.cases>li:first-child{border-top:.3mm solid var(--ink)}',
    '.cases>li:last-child{border-bottom:.3mm solid var(--ink)}',
    '.cases ul,.matter ul{font-size:8.5pt;color:var(--muted);columns:2;column-gap:6mm;margin-top:.6mm}',
    '.cases ul.one{columns:1}',
    '.cases ul li,.matter ul li{break-inside:avoid;padding-inline-end:2mm}',
    '.cases .day{display:inline-block;min-width:15mm;color:var(--muted)}',
    '.matter{border-top:.2mm solid var(--pale);padding:1.6mm 0}',
    '.matter:first-child{border-top:.3mm solid var(--ink)}',
    '.matter:last-child{border-bottom:.3mm solid var(--ink)}',
    'table.series{font-size:7pt}',
    'table.series th,table.series td{padding-inline-end:1mm}',
    'table.series thead th{font-size:6.5pt}',
    '@media print{body{max-width:none;padding:0;font-size:9pt;line-height:1.45}h1{font-size:20pt}h2{font-size:13pt}section{margin-top:5mm}section>*+*{margin-top:1.5mm}.cases>li,.matter{padding:1mm 0}td.big{font-size:13pt}}',
    '@media (max-width:40rem){.scroll{overflow-x:auto}}',
  ].join('')
}

/** Inside a string of CSS, which ends at a quote, a backslash or a line. */
function cssText(text: string): string {
  return text.replaceAll(/["\\<\n\r]/gu, ' ')
}
