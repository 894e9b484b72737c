/** All words of the house in one language, as one file to load. */
export const words: Record<string, Record<string, unknown>> = import.meta.glob('../../../contract/words/*/en.json', {
  eager: true,
  import: 'default',
});
