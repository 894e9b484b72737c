/** The tables of an Olist export: which file is which, and what of each row is needed. */
import type { SourceFile } from '../../source/source.ts';
import { openTable } from '../../tables/open-table.ts';
import type { Table } from '../../tables/table.ts';

/** Each table with the columns that tell it from the others. */
const signatures = {
  orders: ['order_id', 'customer_id', 'order_status', 'order_purchase_timestamp'],
  items: ['order_id', 'order_item_id', 'product_id', 'price', 'freight_value'],
  payments: ['order_id', 'payment_sequential', 'payment_type', 'payment_value'],
  reviews: ['review_id', 'order_id', 'review_score'],
  customers: ['customer_id', 'customer_unique_id'],
  products: ['product_id', 'product_category_name'],
  translation: ['product_category_name', 'product_category_name_english'],
} as const;

export type OlistTable = keyof typeof signatures;

export interface OlistFile {
  table: Table;
  size: number;
}

export type OlistTables = Partial<Record<OlistTable, OlistFile>>;

export function olistTableOf(header: readonly string[]): OlistTable | null {
  const names = Object.keys(signatures) as OlistTable[];
  return names.find((name) => signatures[name].every((column) => header.includes(column))) ?? null;
}

/** Where two files are the same table, the one that belongs to the order sample (`..._dataset`) is taken. */
export async function openOlist(files: readonly SourceFile[]): Promise<{ tables: OlistTables; ignored: string[] }> {
  const tables: OlistTables = {};
  const ignored: string[] = [];
  for (const file of files.toSorted((a, b) => Number(b.name.includes('_dataset')) - Number(a.name.includes('_dataset')))) {
    const table = await openTable(file);
    const name = table && olistTableOf(table.header);
    if (!table || !name || tables[name]) ignored.push(file.name);
    else tables[name] = { table, size: file.path ? file.size : file.size * 4 };
  }
  return { tables, ignored };
}

const numbered = Object.keys(signatures);

/** By which rows of several tables laid aside together are told apart. */
export function tableNumber(name: OlistTable): number {
  return numbered.indexOf(name);
}

/** Rows by column name. */
export class NamedCells {
  readonly #at: Map<string, number>;
  #row: readonly string[] = [];

  constructor(header: readonly string[]) {
    this.#at = new Map(header.map((name, index) => [name, index]));
  }

  read(row: readonly string[]): this {
    this.#row = row;
    return this;
  }

  /** Empty where the row has nothing in the column. */
  text(column: string): string {
    return (this.#row[this.#at.get(column) ?? -1] ?? '').trim();
  }
}
