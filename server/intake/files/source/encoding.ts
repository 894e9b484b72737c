/** Which letters the bytes of a text file stand for: byte-order mark, XML declaration, valid UTF-8, else the likeliest old code page. */
import type { Readable } from 'node:stream';
import { readStart, type SourceFile } from './source.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1251' | 'windows-1252' | 'koi8-r' | 'ibm866';

/** Enough to meet the first letter outside ASCII in nearly every file. */
const sampleBytes = 4 * 1024 * 1024;

export async function detectEncoding(file: SourceFile): Promise<Encoding> {
  return encodingOf(await readStart(file, sampleBytes));
}

export function encodingOf(sample: Buffer): Encoding {
  if (sample[0] === 0xef && sample[1] === 0xbb && sample[2] === 0xbf) return 'utf-8';
  if (sample[0] === 0xff && sample[1] === 0xfe) return 'utf-16le';
  if (sample[0] === 0xfe && sample[1] === 0xff) return 'utf-16be';
  return wideEncoding(sample) ?? declaredEncoding(sample) ?? (isUtf8(sample) ? 'utf-8' : likeliestCodePage(sample));
}

function wideEncoding(sample: Buffer): Encoding | null {
  const part = sample.subarray(0, 2000);
  let even = 0;
  let odd = 0;
  for (let i = 0; i + 1 < part.length; i += 2) {
    if (part[i]! <= 4 && part[i + 1]! >= 9) even += 1;
    if (part[i + 1]! <= 4 && part[i]! >= 9) odd += 1;
  }
  if (odd > part.length / 5) return 'utf-16le';
  return even > part.length / 5 ? 'utf-16be' : null;
}

function declaredEncoding(sample: Buffer): Encoding | null {
  const found = /^\s*<\?xml[^>]*encoding=["']([\w-]+)["']/i.exec(sample.subarray(0, 300).toString('latin1'));
  const name = found?.[1]?.toLowerCase();
  if (name === 'utf-8' && !isUtf8(sample)) return null;
  const known: Encoding[] = ['utf-8', 'windows-1251', 'windows-1252', 'koi8-r', 'ibm866'];
  return known.find((encoding) => encoding === name || (name === 'cp866' && encoding === 'ibm866')) ?? null;
}

/** A letter cut by the end of the sample is no fault. */
function isUtf8(sample: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(sample, { stream: true });
    return true;
  } catch {
    return false;
  }
}

const frequentLetters = /[оеаинтслврі]/g;
const oddSigns = /[\u0080-\u009f\u2500-\u259f]/g;

function likeliestCodePage(sample: Buffer): Encoding {
  const part = sample.subarray(0, 100_000);
  const scores = (['windows-1251', 'koi8-r', 'ibm866'] as const).map((encoding) => {
    const text = new TextDecoder(encoding).decode(part);
    return { encoding, score: count(text, frequentLetters) - 5 * count(text, oddSigns) };
  });
  const best = scores.reduce((a, b) => (b.score > a.score ? b : a));
  return isLatin(part) ? 'windows-1252' : best.encoding;
}

/** In Latin scripts letters with marks stand alone among plain ones; Cyrillic words are made of them. */
function isLatin(part: Buffer): boolean {
  let high = 0;
  let alone = 0;
  for (let i = 0; i < part.length; i += 1) {
    if (part[i]! < 0x80) continue;
    high += 1;
    if ((part[i - 1] ?? 0) < 0x80 && (part[i + 1] ?? 0) < 0x80) alone += 1;
  }
  return high > 0 && alone / high > 0.7;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** The text of a stream in pieces, without a byte-order mark. */
export async function* decodeText(stream: Readable, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const bytes of stream as AsyncIterable<Buffer>) {
    const text = decoder.decode(bytes, { stream: true });
    if (text) yield text;
  }
  const rest = decoder.decode();
  if (rest) yield rest;
}
