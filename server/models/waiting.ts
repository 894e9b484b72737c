/** Something that waits for a person, for the first screen. */
export interface Waiting {
  /** Its words are `analytics:waiting.<kind>`. */
  kind: string;
  count: number;
  oldestAt: Date | null;
}
