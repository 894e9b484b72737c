/** What a person drops, as its readers see it: files whose compression is gone. */
import type { Readable } from 'node:stream';

export interface SourceFile {
  /** As people know it: without folders, and without `.gz`. */
  name: string;
  /** Bytes on disk, before decompression; for telling progress. */
  size: number;
  /** Path of the plain bytes on disk, where they lie there uncompressed. */
  path: string | null;
  /** The bytes from the beginning; may be called again. */
  open(): Promise<Readable>;
}

export interface Source {
  files: SourceFile[];
  close(): Promise<void>;
}

/** The first `limit` bytes of a file, decompressed. */
export async function readStart(file: SourceFile, limit: number): Promise<Buffer> {
  const stream = await file.open();
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of stream as AsyncIterable<Buffer>) {
    parts.push(part);
    length += part.length;
    if (length >= limit) break;
  }
  stream.destroy();
  return Buffer.concat(parts).subarray(0, limit);
}
