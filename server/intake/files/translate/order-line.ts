/** One line of an order or a return from one row of a table. */
import type { OrderLine } from '../../../../contract/records.ts';
import type { Decimal } from '../values/decimal.ts';
import { lineTotal, toMinor, toNumber } from '../values/money.ts';
import type { Cells } from './cells.ts';

const one: Decimal = { digits: 1, scale: 0 };

/** Undefined where the row names no goods: an order known by its total alone, or a row that only adds a payment. */
export function readLine(cells: Cells): OrderLine | undefined {
  const sku = cells.text('sku', 120);
  const product = cells.text('productId', 200) ?? sku;
  const name = cells.text('productName') ?? product;
  if (name === undefined) return undefined;
  const quantity = cells.decimal('quantity') ?? one;
  const { price, total, discount } = readMoney(cells, quantity);
  const line: OrderLine = { name, quantity: toNumber(quantity), price, total };
  if (product !== undefined) line.productExternalId = product;
  if (sku !== undefined) line.sku = sku;
  if (discount) line.discount = discount;
  if (cells.has('cost')) line.cost = totalOf(cells, 'cost', quantity);
  if (cells.has('commission')) line.commission = cells.minor('commission');
  if (cells.has('logistics')) line.logistics = cells.minor('logistics');
  return line;
}

/** The price decides; the line's own total is taken where the file gives one, and its difference to the price is the discount. */
function readMoney(cells: Cells, quantity: Decimal): { price: number; discount?: number; total: number } {
  const price = cells.decimal('price');
  const given = cells.minor('lineTotal');
  const discount = cells.minor('discount');
  if (price === undefined) return fromTotal(cells, quantity, given);
  const gross = lineTotal(quantity, price);
  const unit = toMinor(price);
  if (gross === null || unit === null) {
    cells.fail('price', 'too_large');
    return { price: 0, total: 0 };
  }
  if (given !== undefined) return { price: unit, discount: gross - given, total: given };
  return { price: unit, discount, total: gross - (discount ?? 0) };
}

function fromTotal(cells: Cells, quantity: Decimal, total: number | undefined): { price: number; total: number } {
  if (total === undefined) {
    cells.fail(cells.has('price') ? 'price' : 'lineTotal', 'no_price');
    return { price: 0, total: 0 };
  }
  const units = toNumber(quantity);
  return { price: units === 0 ? total : Math.round(total / units), total };
}

/** Files give the cost of one unit; a line carries the cost of all of them. */
function totalOf(cells: Cells, field: 'cost', quantity: Decimal): number | undefined {
  const unit = cells.decimal(field);
  return unit && (lineTotal(quantity, unit) ?? undefined);
}
