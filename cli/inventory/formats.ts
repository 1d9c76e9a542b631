/** How a question about the inventory can be answered. */
export const INVENTORY_FORMATS = ['table', 'json', 'csv', 'cyclonedx'] as const
/** What of it is no bill of materials. */
export const REGISTER_FORMATS = ['table', 'json', 'csv'] as const
/** To print on paper. */
export const PAGE_FORMATS = ['markdown', 'html'] as const
