/** A table to take away: what a screen shows, as a file that the spreadsheets of its language open without questions. */

export type Cell = string | number | null;

/** Spreadsheets run text that begins like a formula. */
const harmless = (text: string) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

/** Where the decimal sign is a comma, a semicolon parts the cells. Not known is an empty cell. */
export function csvText(rows: readonly (readonly Cell[])[], language: string): string {
  const commas = language !== 'en';
  const written = (cell: Cell) => {
    if (cell === null) return '';
    if (typeof cell === 'number') return commas ? String(cell).replace('.', ',') : String(cell);
    return /[";,\n\r]/.test(cell) ? `"${harmless(cell).replaceAll('"', '""')}"` : harmless(cell);
  };
  return rows.map((row) => row.map(written).join(commas ? ';' : ',')).join('\r\n');
}

/** Puts the table on the reader's disk as `name.csv`, with the mark by which spreadsheets know UTF-8. */
export function saveCsv(name: string, rows: readonly (readonly Cell[])[]): void {
  const link = document.createElement('a');
  const address = URL.createObjectURL(
    new Blob([`\ufeff${csvText(rows, document.documentElement.lang)}`], { type: 'text/csv;charset=utf-8' }),
  );
  link.href = address;
  link.download = `${name.replaceAll(/[\\/:*?"<>|]+/g, ' ').trim()}.csv`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}
