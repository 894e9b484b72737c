/** Which orders a question is about: the one place where channels and categories narrow it down. */

import { outboxLag } from '../../platform/outbox.ts';
import type { Platform } from '../../platform/platform.ts';
import type { WarehouseParams } from '../../platform/warehouse/warehouse.ts';
import { getWorkspace } from '../../platform/workspace.ts';
import { categoryPath } from '../../records/catalog/index.ts';

export interface Scope {
  channels: readonly number[];
  /** The category's path, or empty for all goods. */
  category: string;
}

export async function readScope(platform: Platform, asked: { channel?: number[]; category?: number }): Promise<Scope> {
  return { channels: asked.channel ?? [], category: asked.category ? await categoryPath(platform.db.db, asked.category) : '' };
}

export const scopeParams = ({ channels, category }: Scope): WarehouseParams => ({ channels, category });

const inChannels = '(empty({channels:Array(UInt32)}) OR has({channels:Array(UInt32)}, channel_id))';

/** Products of the scope's category and below. */
const inCategory = `product_id IN (SELECT product_id FROM products FINAL
  WHERE category_path = {category:String} OR startsWith(category_path, concat({category:String}, ' / ')))`;

/** Orders of the scope; with a category an order's `total` is the sum of its lines in it. */
export function ordersOf({ category }: Scope): string {
  if (!category) return `(SELECT * FROM orders FINAL WHERE ${inChannels})`;
  return `(SELECT o.* REPLACE (l.total AS total) FROM orders AS o FINAL
    INNER JOIN (SELECT order_id, sum(total) AS total FROM order_lines FINAL WHERE ${inChannels} AND ${inCategory} GROUP BY order_id) AS l
    ON l.order_id = o.order_id)`;
}

/** Lines of goods of the scope. */
export function linesOf({ category }: Scope): string {
  return `(SELECT * FROM order_lines FINAL WHERE ${inChannels} AND kind = 'goods'${category ? ` AND ${inCategory}` : ''})`;
}

/** Lines that came back; amounts and quantities are negative. */
export function returnsOf({ category }: Scope): string {
  return `(SELECT * FROM return_lines FINAL WHERE ${inChannels}${category ? ` AND ${inCategory}` : ''})`;
}

/** Events of the site. */
export function eventsOf({ category }: Scope): string {
  return `(SELECT * FROM events FINAL WHERE ${inChannels}${category ? ` AND ${inCategory}` : ''})`;
}

/** Bound as `{name_start}` and `{name_end}`. */
export const during = (column: string, name: string) =>
  `(${column} >= toDateTime({${name}_start:String}, 'UTC') AND ${column} < toDateTime({${name}_end:String}, 'UTC'))`;

export async function readFreshness(platform: Platform): Promise<{ at: string; lagSeconds: number }> {
  return { at: new Date().toISOString(), lagSeconds: Math.round((await outboxLag(platform.db.db)).seconds) };
}

export async function accountingCurrency(platform: Platform) {
  return (await getWorkspace(platform.db.db)).currency;
}
