/** What a batch made and replaced, told to whoever must be able to take the batch back. */
export interface Journal {
  created(record: string, ids: readonly number[]): void;
  /** Rows as they were, each with its `id`. */
  replaced(record: string, rows: readonly object[]): void;
}

export const noJournal: Journal = { created: () => {}, replaced: () => {} };
