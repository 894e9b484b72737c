/** Catalogue feeds (YML and RetailCRM's ICML) offer by offer, with the category tree that stands before them. */
import { detectEncoding } from '../source/encoding.ts';
import type { SourceFile } from '../source/source.ts';
import { readXml } from './xml-events.ts';

export interface FeedParam {
  name: string;
  code: string | null;
  unit: string | null;
  value: string;
}

export interface FeedOffer {
  attributes: Record<string, string>;
  /** Child elements by name, in order; each at least once. */
  fields: Record<string, string[]>;
  params: FeedParam[];
  line: number;
}

export interface FeedChunk {
  offers: FeedOffer[];
  faults: { line: number; message: string }[];
}

export interface FeedHead {
  /** When the feed was made, as written. */
  date: string | null;
  baseCurrency: string | null;
  categories: Map<string, { name: string; parent: string | null }>;
}

/** The head is complete as soon as the first offer is yielded. */
export async function* readFeed(file: SourceFile, head: FeedHead): AsyncGenerator<FeedChunk> {
  const path: string[] = [];
  let chunk: FeedChunk = { offers: [], faults: [] };
  let offer: FeedOffer | null = null;
  let category: { id: string; parent: string | null; name: string; text: string } | null = null;
  let param: FeedParam | null = null;
  let text = '';
  const reading = readXml(await file.open(), await detectEncoding(file), {
    open: (name, attributes, line) => {
      path.push(name);
      text = '';
      if (name === 'yml_catalog') head.date = attributes.date ?? null;
      else if (name === 'currency' && /^1(?:\.0*)?$/.test(attributes.rate ?? '')) head.baseCurrency ??= attributes.id ?? null;
      else if (name === 'category') category = { id: attributes.id ?? '', parent: attributes.parentId ?? null, name: '', text: '' };
      else if (name === 'offer') offer = { attributes, fields: {}, params: [], line };
      else if (name === 'param') param = { name: attributes.name ?? '', code: attributes.code ?? null, unit: attributes.unit ?? null, value: '' };
    },
    text: (piece) => {
      text += piece;
      if (category && path.at(-1) === 'category') category.text += piece;
    },
    close: (name) => {
      path.pop();
      const value = text.trim();
      text = '';
      if (category && name === 'name') category.name = value;
      else if (category && name === 'category') {
        head.categories.set(category.id, { name: category.name || category.text.trim(), parent: category.parent });
        category = null;
      } else if (offer && param && name === 'param') {
        offer.params.push({ ...param, value });
        param = null;
      } else if (offer && name === 'offer') {
        chunk.offers.push(offer);
        offer = null;
      } else if (offer && path.at(-1) === 'offer') (offer.fields[name] ??= []).push(value);
    },
    fault: (message, line) => chunk.faults.push({ line, message }),
  });
  for await (const _ of reading) {
    if (chunk.offers.length === 0 && chunk.faults.length === 0) continue;
    yield chunk;
    chunk = { offers: [], faults: [] };
  }
}
