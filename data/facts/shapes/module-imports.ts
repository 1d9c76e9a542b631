/** What a JavaScript or TypeScript file imports, in order. Computed names are not known and left out. */
export type ModuleImports = readonly ModuleImport[]

export interface ModuleImport {
  /** As it is written: `./clock.ts`, `node:fs`, `left-pad/lib`. */
  readonly specifier: string
  readonly kind: 'import' | 'export' | 'dynamic' | 'require'
  /** Types only: gone when the program runs. */
  readonly isType: boolean
  readonly line: number
  readonly column: number
}

export interface ModuleImportsOptions {
  readonly language: 'js' | 'jsx' | 'ts' | 'tsx' | 'dts'
}
