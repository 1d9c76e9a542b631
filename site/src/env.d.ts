declare module 'virtual:parvis-site' {
  /** Settings of this build, written by `site/build.ts`. */
  export const settings: import('../settings.ts').SiteSettings
}

/** Tokens of the city's look, made by `site/city/brand.ts`. */
declare module 'virtual:parvis-look.css' {}
