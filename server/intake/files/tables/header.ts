/** Which of the first rows names the columns. Reports often begin with a title, and some have no header at all. */

const rowsLookedAt = 20;

export interface Header {
  names: string[];
  /** How many rows to pass over before the first row of data. */
  skip: number;
}

/** Finds the header among the first rows; a table without one gets the names `1`, `2`, `3`... */
export function findHeader(rows: readonly string[][]): Header {
  const width = commonWidth(rows);
  const first = rows.slice(0, rowsLookedAt);
  const at = first.findIndex((row) => namesColumns(row, width));
  if (at < 0) return { names: Array.from({ length: width }, (_, i) => String(i + 1)), skip: 0 };
  return { names: distinct(first[at]!.map(cleanName)), skip: at + 1 };
}

function namesColumns(row: string[], width: number): boolean {
  const filled = row.filter((cell) => cell.trim() !== '');
  if (filled.length < Math.max(1, width * 0.6) || row.length < width * 0.8) return false;
  const named = filled.filter((cell) => /\p{L}/u.test(cell) && !/^\d+[\s.,:/-]/.test(cell) && cell.length <= 120);
  return named.length >= filled.length * 0.8 && new Set(filled).size >= filled.length * 0.5;
}

function commonWidth(rows: readonly string[][]): number {
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
  return [...counts].reduce((a, b) => (b[1] > a[1] ? b : a), [0, 0])[0];
}

function cleanName(name: string): string {
  return name.replace(/[\ufeff\s\u00a0]+/g, ' ').trim();
}

/** The second column of one name becomes `name (2)`, so that each can be chosen. */
function distinct(names: string[]): string[] {
  const seen = new Map<string, number>();
  return names.map((name, index) => {
    const base = name || String(index + 1);
    const times = (seen.get(base) ?? 0) + 1;
    seen.set(base, times);
    return times === 1 ? base : `${base} (${times})`;
  });
}
