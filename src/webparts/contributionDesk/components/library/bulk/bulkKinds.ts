/** What can be done with several documents at once. */
export const BULK_KINDS = ['number', 'publish', 'hold', 'admit', 'reassign', 'requestTranslation', 'remind'] as const;
/** One of {@link BULK_KINDS}. */
export type BulkKind = (typeof BULK_KINDS)[number];

/** Those that can be taken back: the others give numbers or make public, which nothing undoes. */
export const CAN_BE_UNDONE: ReadonlySet<BulkKind> = new Set(['hold', 'admit', 'reassign', 'requestTranslation', 'remind']);
