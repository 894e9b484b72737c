/** The name of a custom field in the reader's language, or in whichever it has. */
interface Labelled {
  key: string;
  labels: { ru?: string; uk?: string; en?: string };
}

export function labelOf({ key, labels }: Labelled, language: string): string {
  return labels[language as 'ru'] ?? labels.ru ?? labels.uk ?? labels.en ?? key;
}
