/** How answers about the inventory are written; the first unless another is asked for. */
export const INVENTORY_FORMATS = ['table', 'json', 'csv', 'cyclonedx'] as const
