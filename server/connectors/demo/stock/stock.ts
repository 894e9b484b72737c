/** Goods in three warehouses: sold down, ordered again with some delay, sometimes run out; nobody buys what is not there. */
import type { StockRecord } from '../../../../contract/records.ts';
import { announcementDay, isOffered, isOnSale } from '../assortment/offers.ts';
import type { Product } from '../assortment/products.ts';
import { type Day, dayOf, iso } from '../calendar/calendar.ts';
import type { Ledger } from '../ledger.ts';
import { Random } from '../random.ts';
import { isModel, neglected } from '../stories.ts';
import { streams, type World } from '../world.ts';

/** Share of yesterday's demand in what the buyer of goods expects. */
const memory = 0.06;
const reviewLead = 16;
const coverDays = 34;
const firstLotDays = 42;

export class Stock {
  readonly #world: World;
  readonly #ledger: Ledger;
  readonly #random: Random;
  readonly #quantity: Int32Array;
  readonly #reserved: Int32Array;
  readonly #wanted: Float64Array;
  readonly #expected: Float64Array;
  readonly #arrives: Int16Array;
  readonly #incoming: Int32Array;

  /**
   * @param expected units a day for each warehouse and product, to begin with
   */
  constructor(world: World, ledger: Ledger, expected: Float64Array) {
    const cells = expected.length;
    this.#world = world;
    this.#ledger = ledger;
    this.#random = new Random(world.seed, streams.stock);
    this.#quantity = new Int32Array(cells);
    this.#reserved = new Int32Array(cells);
    this.#wanted = new Float64Array(cells);
    this.#expected = expected;
    this.#arrives = new Int16Array(cells).fill(-1);
    this.#incoming = new Int32Array(cells);
  }

  available(warehouse: number, product: number): number {
    return this.#quantity[this.#cell(warehouse, product)] ?? 0;
  }

  /** Notes that somebody wanted what was not there: the next order to the supplier grows by it. */
  miss(warehouse: number, product: number, quantity: number): void {
    this.#change(this.#wanted, this.#cell(warehouse, product), quantity);
  }

  /** Sells what must be there; tells the channel when it was the last one. */
  take(warehouse: number, product: number, quantity: number, at: number): void {
    const cell = this.#cell(warehouse, product);
    this.#change(this.#quantity, cell, -quantity);
    this.#change(this.#wanted, cell, quantity);
    if (this.#quantity[cell] === 0) this.#report(warehouse, product, at);
  }

  /** Counts units of orders that have not left the warehouse. */
  reserve(warehouse: number, product: number, quantity: number): void {
    this.#change(this.#reserved, this.#cell(warehouse, product), quantity);
  }

  /** Morning: deliveries arrive, orders to suppliers go out; on the first of a month all levels are reported. */
  openDay(day: Day): void {
    for (const warehouse of this.#world.words.warehouses.keys()) {
      for (const product of this.#world.products) this.#review(warehouse, product, day);
    }
  }

  /** Reports every level as it is now. */
  reportAll(at: number): void {
    for (const warehouse of this.#world.words.warehouses.keys()) {
      for (const product of this.#world.products) {
        this.#report(warehouse, product.index, at);
      }
    }
  }

  #review(warehouse: number, product: Product, day: Day): void {
    if (day.index < product.launched || !this.#keeps(warehouse, product)) return;
    const cell = this.#cell(warehouse, product.index);
    if (day.index === product.launched) this.#quantity[cell] = this.#lot(cell, firstLotDays);
    else this.#learn(cell);
    const arrived = this.#arrives[cell] === day.index;
    if (arrived) this.#receive(cell);
    if (arrived || day.date === 1 || day.index === announcementDay(product)) this.#report(warehouse, product.index, day.start);
    this.#reorder(cell, product, day.index);
  }

  /** Yesterday's demand changes what is expected. */
  #learn(cell: number): void {
    this.#expected[cell] = (this.#expected[cell] ?? 0) * (1 - memory) + (this.#wanted[cell] ?? 0) * memory;
    this.#wanted[cell] = 0;
  }

  #receive(cell: number): void {
    this.#change(this.#quantity, cell, this.#incoming[cell] ?? 0);
    this.#arrives[cell] = -1;
  }

  /** One order to the supplier at a time; suppliers are late now and then. */
  #reorder(cell: number, product: Product, day: number): void {
    const level = (this.#expected[cell] ?? 0) * reviewLead + 1;
    if (this.#arrives[cell] !== -1 || (this.#quantity[cell] ?? 0) > level || !isOnSale(product, day)) return;
    const late = this.#random.chance(0.14) ? this.#random.whole(10, 25) : 0;
    const forgotten = isModel(neglected, product) ? 45 : 0;
    this.#arrives[cell] = Math.min(day + this.#random.whole(6, 14) + late + forgotten, 30_000);
    this.#incoming[cell] = this.#lot(cell, coverDays);
  }

  #lot(cell: number, days: number): number {
    return Math.max(6, Math.ceil((this.#expected[cell] ?? 0) * days));
  }

  /** A marketplace's warehouse keeps what the marketplace sells; the seller's own keeps everything. */
  #keeps(warehouse: number, product: Product): boolean {
    return this.#world.channels.some(
      (channel, index) => channel.ways.some((way) => way.warehouse === warehouse) && isOffered(this.#world, index, product),
    );
  }

  /** Only of goods that the reporting channel has announced. */
  #report(warehouse: number, product: number, at: number): void {
    const { channels, products, calendar } = this.#world;
    const reporter = channels.findIndex((channel) => channel.reportsStockOf === warehouse);
    const sold = products[product];
    if (!sold || !isOffered(this.#world, reporter, sold) || dayOf(calendar, at) < announcementDay(sold)) return;
    this.#ledger.add(reporter, at, this.#describe(reporter, warehouse, product, at));
  }

  #describe(reporter: number, warehouse: number, product: number, at: number): StockRecord {
    const cell = this.#cell(warehouse, product);
    return {
      kind: 'stock',
      productExternalId: this.#world.channels[reporter]?.productId(product) ?? '',
      warehouse: this.#world.words.warehouses[warehouse] ?? '',
      quantity: this.#quantity[cell] ?? 0,
      reserved: this.#reserved[cell] ?? 0,
      changedAt: iso(at),
    };
  }

  #cell(warehouse: number, product: number): number {
    return warehouse * this.#world.products.length + product;
  }

  #change(cells: Int32Array | Float64Array, cell: number, by: number): void {
    cells[cell] = (cells[cell] ?? 0) + by;
  }
}
