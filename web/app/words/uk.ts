/** All words of the house in one language, as one file to load. */
export const words: Record<string, Record<string, unknown>> = import.meta.glob('../../../contract/words/*/uk.json', {
  eager: true,
  import: 'default',
});
