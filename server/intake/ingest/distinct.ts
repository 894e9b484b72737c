/** The values that records of a batch name, each once, for looking them up together. */
export const distinct = (values: readonly (string | undefined)[]) => [...new Set(values.filter((value) => value !== undefined))];
