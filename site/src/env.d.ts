declare module 'virtual:parvis-site' {
  /** Settings of this build, written by `site/build.ts`. */
  export const settings: import('../settings.ts').SiteSettings
}

/** The same tokens as a text. */
declare module 'virtual:parvis-look' {
  const look: string
  export default look
}

/** A stylesheet as a text. */
declare module '*.css?raw' {
  const text: string
  export default text
}

/** Tokens of the city's look, made by `site/city/brand.ts`. */
declare module 'virtual:parvis-look.css' {}
