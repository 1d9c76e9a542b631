import './display.ts'

if (document.querySelector('[data-chart]') !== null) void import('./figures.ts')
if (document.querySelector('[data-search]') !== null) void import('./search.ts')
if (document.querySelector('[data-catalogue]') !== null) void import('./catalogue.ts')
if (document.querySelector('[data-compare]') !== null) void import('./compare.ts')
if (document.querySelector('[data-adopters]') !== null) void import('./adopters.ts')
for (const button of document.querySelectorAll('[data-print]')) button.addEventListener('click', () => print())
if (document.querySelector('[data-copy] pre') !== null) void import('./copy.ts')
if (document.querySelector('[data-picture]') !== null) void import('./picture.ts')
if (document.querySelector('[data-naming]') !== null) void import('./naming.ts')
