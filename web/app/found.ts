/** One line of what the search finds, whatever kind of thing it is. */
export interface Found {
  id: string | number;
  title: string;
  note?: string;
  /** Where choosing it leads. */
  to: string;
}
