/** Catalogue feeds: YML of marketplaces and price services, and ICML, RetailCRM's dialect of it. */
import type { BadRowReason } from '../../../../../contract/imports.ts';
import type { ProductRecord } from '../../../../../contract/records.ts';
import type { Source, SourceFile } from '../../source/source.ts';
import { type FeedHead, type FeedOffer, readFeed } from '../../tables/feed.ts';
import { detectFormat } from '../../tables/open-table.ts';
import { emptyPiece, type Piece } from '../../translate/piece.ts';
import type { OpenOptions, Preset, Reading } from '../preset.ts';
import { OfferFault, readOffer } from './offer.ts';

const looksLikeIcml = /<offer[^>]*\bproductId=|<productName>|<xmlId>|<productActivity>/;

function cataloguePreset(name: 'yml' | 'icml'): Preset {
  return {
    name,
    title: 'Catalogue',
    channelKind: 'file',
    fits: (sketches) => {
      const feed = sketches.find(({ format }) => format === 'feed');
      if (!feed) return 0;
      return looksLikeIcml.test(feed.start) === (name === 'icml') ? 1 : 0.2;
    },
    open: openFeeds,
  };
}

export const yml = cataloguePreset('yml');
export const icml = cataloguePreset('icml');

async function openFeeds(source: Source, options: OpenOptions): Promise<Reading> {
  const feeds: SourceFile[] = [];
  const ignored: string[] = [];
  for (const file of source.files) {
    if ((await detectFormat(file)) === 'feed') feeds.push(file);
    else ignored.push(file.name);
  }
  let rows = 0;
  for (const file of feeds) for await (const chunk of readFeed(file, newHead())) rows += chunk.offers.length;
  return { rows, ignored, pieces: () => readFeeds(feeds, options) };
}

const newHead = (): FeedHead => ({ date: null, baseCurrency: null, categories: new Map() });

async function* readFeeds(feeds: readonly SourceFile[], options: OpenOptions): AsyncGenerator<Piece> {
  for (const file of feeds) {
    const head = newHead();
    for await (const { offers, faults } of readFeed(file, head)) {
      const piece: Piece = { ...emptyPiece(), rows: offers.length };
      for (const { line, message } of faults) piece.bad.push({ file: file.name, line, column: null, reason: 'broken_xml', raw: message });
      for (const offer of offers) addOffer(offer, head, options, file.name, piece);
      yield piece;
    }
  }
}

function addOffer(offer: FeedOffer, head: FeedHead, options: OpenOptions, file: string, piece: Piece): void {
  try {
    const product: ProductRecord = readOffer(offer, head, options.defaults);
    piece.records.push(product);
  } catch (error) {
    if (!(error instanceof OfferFault)) throw error;
    const reason: BadRowReason = error.reason;
    piece.bad.push({
      file,
      line: offer.line,
      column: error.element,
      reason,
      raw: JSON.stringify({ ...offer.attributes, ...offer.fields }).slice(0, 2_000),
    });
  }
}
