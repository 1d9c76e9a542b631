declare module 'virtual:parvis-site' {
  /** Settings of this build, written by `site/build.ts`. */
  export const settings: import('../settings.ts').SiteSettings
}
