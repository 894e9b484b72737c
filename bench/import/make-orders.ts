/** A table of made-up orders of any length, for measuring. */
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { makeXlsx, type SheetCell } from '../../server/intake/files/fixtures/make-zip.ts';

const header = ['Номер заказа', 'Дата заказа', 'Статус', 'Телефон', 'Город', 'Артикул', 'Товар', 'Количество', 'Цена'];
const cities = ['Москва', 'Казань', 'Екатеринбург', 'Новосибирск', 'Самара'];
const linesPerOrder = 3;

export async function writeOrdersCsv(path: string, rows: number): Promise<void> {
  await pipeline(Readable.from(csvPieces(rows)), createWriteStream(path));
}

function* csvPieces(rows: number): Generator<string> {
  yield `${header.join(';')}\n`;
  for (let start = 0; start < rows; start += 5_000) {
    const size = Math.min(5_000, rows - start);
    yield Array.from({ length: size }, (_, i) => `${orderRow(start + i).join(';')}\n`).join('');
  }
}

export function ordersXlsx(rows: number): Buffer {
  return makeXlsx([
    header,
    ...Array.from({ length: rows }, (_, i): SheetCell[] =>
      orderRow(i).map((cell, at) => (at >= 7 ? Number(cell.replace(',', '.')) : cell)),
    ),
  ]);
}

function orderRow(row: number): string[] {
  const order = Math.floor(row / linesPerOrder);
  const product = (row * 7919) % 4_000;
  const day = String(1 + (order % 28)).padStart(2, '0');
  const phone = `+79${String((order * 31) % 1_000_000_000).padStart(9, '0')}`;
  const price = `${100 + (product % 900)},${String(product % 100).padStart(2, '0')}`;
  return [
    `Z-${order}`,
    `${day}.10.2026 12:00`,
    'Доставлен',
    phone,
    cities[order % cities.length]!,
    `SKU-${product}`,
    `Товар ${product}`,
    String(1 + (row % 3)),
    price,
  ];
}
