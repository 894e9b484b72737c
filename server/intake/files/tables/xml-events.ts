/** A large XML file as a sequence of events, piece by piece, forgiving what feeds get wrong. */
import type { Readable } from 'node:stream';
import { SaxesParser } from 'saxes';
import { decodeText, type Encoding } from '../source/encoding.ts';

export interface XmlHandlers {
  open(name: string, attributes: Record<string, string>, line: number): void;
  text(text: string): void;
  close(name: string, line: number): void;
  /** The file is not well formed here; reading goes on as well as it can. */
  fault?(message: string, line: number): void;
}

/** Entities of web pages that shops leave in their feeds. */
const webEntities = {
  nbsp: '\u00a0',
  laquo: '«',
  raquo: '»',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  copy: '©',
  deg: '°',
  times: '×',
  euro: '€',
};

/** Yields once after each piece of the file, when its events have been handed over. */
export async function* readXml(stream: Readable, encoding: Encoding, handlers: XmlHandlers): AsyncGenerator<void> {
  const parser = new SaxesParser({ position: true });
  Object.assign(parser.ENTITIES, webEntities);
  parser.on('opentag', (tag) => handlers.open(tag.name, tag.attributes as Record<string, string>, parser.line));
  parser.on('closetag', (tag) => handlers.close(tag.name, parser.line));
  parser.on('text', (text) => handlers.text(text));
  parser.on('cdata', (text) => handlers.text(text));
  parser.on('error', (error) => handlers.fault?.(error.message, parser.line));
  try {
    for await (const piece of decodeText(stream, encoding)) {
      parser.write(piece);
      yield;
    }
    parser.close();
    yield;
  } finally {
    stream.destroy();
  }
}
