/** Programming languages by the globs of their files; what lies in a folder of somebody else's code does not count. */
const FILES = {
  c: ['**/*.c'],
  cpp: ['**/*.{cc,cpp,cxx,hpp}'],
  csharp: ['**/*.cs'],
  elixir: ['**/*.{ex,exs}'],
  erlang: ['**/*.{erl,hrl}'],
  go: ['**/*.go'],
  java: ['**/*.java'],
  javascript: ['**/*.{js,mjs,cjs,jsx}'],
  kotlin: ['**/*.{kt,kts}'],
  'objective-c': ['**/*.m'],
  perl: ['**/*.{pl,pm}'],
  php: ['**/*.php'],
  python: ['**/*.py'],
  r: ['**/*.{r,R}'],
  ruby: ['**/*.rb'],
  rust: ['**/*.rs'],
  scala: ['**/*.scala'],
  shell: ['**/*.{sh,bash}'],
  sql: ['**/*.sql'],
  swift: ['**/*.swift'],
  typescript: ['**/*.{ts,mts,cts,tsx}'],
} as const satisfies Record<string, readonly string[]>

export type SourceLanguage = keyof typeof FILES
export const SOURCE_LANGUAGES = Object.keys(FILES) as readonly SourceLanguage[]

export const FOREIGN_FOLDERS = ['**/node_modules/**', '**/vendor/**', '**/third_party/**', '**/target/**', '**/dist/**']

export function globsOf(languages: readonly SourceLanguage[]): readonly string[] {
  return languages.flatMap((language) => [...FILES[language]])
}
