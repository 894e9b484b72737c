/** Catalogue feeds (YML and RetailCRM's ICML) offer by offer, with the category tree that stands before them. */
import { detectEncoding } from '../source/encoding.ts';
import type { SourceFile } from '../source/source.ts';
import { readXml, type XmlHandlers } from './xml-events.ts';

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
  const events = new FeedEvents(head);
  for await (const _ of readXml(await file.open(), await detectEncoding(file), events)) {
    const chunk = events.take();
    if (chunk.offers.length > 0 || chunk.faults.length > 0) yield chunk;
  }
}

/** Puts offers and categories together from the events of their elements. */
class FeedEvents implements XmlHandlers {
  readonly #head: FeedHead;
  readonly #path: string[] = [];
  #chunk: FeedChunk = { offers: [], faults: [] };
  #offer: FeedOffer | null = null;
  #category: { id: string; parent: string | null; name: string; text: string } | null = null;
  #param: FeedParam | null = null;
  #text = '';

  constructor(head: FeedHead) {
    this.#head = head;
  }

  /** What was completed since the last call. */
  take(): FeedChunk {
    const chunk = this.#chunk;
    this.#chunk = { offers: [], faults: [] };
    return chunk;
  }

  open(name: string, attributes: Record<string, string>, line: number): void {
    this.#path.push(name);
    this.#text = '';
    const { id = '', parentId = null, code = null, unit = null } = attributes;
    if (name === 'yml_catalog') this.#head.date = attributes.date ?? null;
    else if (name === 'currency' && /^1(?:\.0*)?$/.test(attributes.rate ?? '')) this.#head.baseCurrency ??= id || null;
    else if (name === 'category') this.#category = { id, parent: parentId, name: '', text: '' };
    else if (name === 'offer') this.#offer = { attributes, fields: {}, params: [], line };
    else if (name === 'param') this.#param = { name: attributes.name ?? '', code, unit, value: '' };
  }

  text(piece: string): void {
    this.#text += piece;
    if (this.#category && this.#path.at(-1) === 'category') this.#category.text += piece;
  }

  close(name: string): void {
    this.#path.pop();
    const value = this.#text.trim();
    this.#text = '';
    if (this.#category) this.#closeInCategory(name, value);
    else if (this.#offer) this.#closeInOffer(this.#offer, name, value);
  }

  fault(message: string, line: number): void {
    this.#chunk.faults.push({ line, message });
  }

  /** A category is a text, or an element of its own with `name` and `picture`. */
  #closeInCategory(name: string, value: string): void {
    const category = this.#category!;
    if (name === 'name') category.name = value;
    if (name !== 'category') return;
    this.#head.categories.set(category.id, { name: category.name || category.text.trim(), parent: category.parent });
    this.#category = null;
  }

  #closeInOffer(offer: FeedOffer, name: string, value: string): void {
    if (name === 'offer') {
      this.#chunk.offers.push(offer);
      this.#offer = null;
    } else if (name === 'param' && this.#param) {
      offer.params.push({ ...this.#param, value });
      this.#param = null;
    } else if (this.#path.at(-1) === 'offer') {
      offer.fields[name] = [...(offer.fields[name] ?? []), value];
    }
  }
}
