/** Keys of the texts that a JSON or YAML file holds, joined by dots: `menu.open`; list items by number. */
export type DataKeys = readonly { readonly key: string; readonly isEmpty: boolean }[]
