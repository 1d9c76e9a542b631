/** Where components of the platform keep their texts, from the folder of the component. */
export const BUNDLE_FOLDERS = ['src/java', 'src/main/resources', 'src/resources'] as const

/** What the name of every bundle ends with, before the language. */
export const BUNDLE_ENDING = '_messages'

/** The language of the file without suffix: the platform reads English from it, and never a file with `_en`. */
export const REFERENCE_LANGUAGE = 'en'
