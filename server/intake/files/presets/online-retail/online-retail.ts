/** UCI Online Retail (doi 10.24432/C5BW33): lines of a UK shop's invoices; `C` invoices are returns, `A` ones correct bad debts. */
import type { OrderLine } from '../../../../../contract/records.ts';
import { tablePreset } from '../table-preset.ts';

const postage = new Set(['POST', 'DOT', 'C2']);
const notGoods = /^(?:M|D|S|B|BANK CHARGES|AMAZONFEE|CRUK|PADS|ADJUST\d*)$/i;

export const onlineRetail = tablePreset({
  name: 'online-retail',
  title: 'Online Retail',
  home: { currency: 'GBP', timeZone: 'Europe/London', country: 'other' },
  timeZone: 'Europe/London',
  currency: 'GBP',
  tables: [
    {
      kind: 'order',
      has: ['InvoiceNo', 'StockCode', 'Quantity', 'InvoiceDate', 'UnitPrice'],
      columns: {
        externalId: ['InvoiceNo'],
        productId: ['StockCode'],
        sku: ['StockCode'],
        productName: ['Description'],
        quantity: ['Quantity'],
        placedAt: ['InvoiceDate'],
        price: ['UnitPrice'],
        buyerId: ['CustomerID'],
        country: ['Country'],
      },
    },
  ],
  rules: {
    status: 'completed',
    isReturn: (invoice) => /^c/i.test(invoice),
    lineKind,
    finish: (record) => {
      // A country alone is no person: 135,080 lines have no customer.
      if (record.buyer?.externalId === undefined) record.buyer = undefined;
    },
  },
});

function lineKind(line: OrderLine, invoice: string): OrderLine['kind'] {
  const code = line.sku?.toUpperCase() ?? '';
  if (/^a/i.test(invoice)) return 'adjustment';
  if (postage.has(code)) return 'delivery';
  if (notGoods.test(code)) return 'service';
  return line.quantity < 0 ? 'adjustment' : 'goods';
}
