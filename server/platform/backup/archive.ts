/** One file that holds a whole installation: a tar of pieces, compressed with Zstandard, readable with ordinary tools. */
import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { constants, createZstdCompress, createZstdDecompress } from 'node:zlib';
import { extract, pack } from 'tar-stream';

export interface ArchiveWriter {
  add(name: string, content: Buffer | string): Promise<void>;
  /** @throws Error with code ENOENT, before anything is written, where there is no such file */
  addFile(name: string, path: string): Promise<void>;
}

export interface ArchiveEntry {
  name: string;
  stream: Readable;
  /** The whole content; for entries that were written with `add`. */
  content(): Promise<Buffer>;
}

/** Writes an archive that appears under its name only when it is whole and on disk. */
export async function writeArchive(target: string, fill: (archive: ArchiveWriter) => Promise<void>): Promise<void> {
  const draft = `${target}.partial`;
  const tar = pack();
  const compress = createZstdCompress({ params: { [constants.ZSTD_c_checksumFlag]: 1 } });
  const written = pipeline(Readable.from(tar), compress, createWriteStream(draft, { mode: 0o600, flush: true }));
  const filled = fill({
    add: (name, content) => pipeline(Readable.from([Buffer.from(content)]), tar.entry({ name, size: Buffer.byteLength(content) })),
    addFile: async (name, path) => {
      const file = await open(path);
      await pipeline(file.createReadStream(), tar.entry({ name, size: (await file.stat()).size }));
    },
  });
  try {
    await Promise.race([filled, written]);
    tar.finalize();
    await written;
    await rename(draft, target);
  } catch (error) {
    tar.destroy();
    await Promise.allSettled([filled, written]);
    await rm(draft, { force: true });
    throw error;
  }
}

/**
 * Entries in the order they were written; each must be read, or skipped by going on, before the next.
 * @throws Error in words when the file is no archive or is cut short
 */
export async function* readArchive(file: string): AsyncGenerator<ArchiveEntry> {
  const tar = extract();
  const unpacked = pipeline(decompress(file), tar);
  unpacked.catch((error: Error) => tar.destroy(error));
  for await (const entry of tar) {
    const stream = Readable.from(entry);
    yield { name: entry.header.name, stream, content: () => buffer(stream) };
  }
  await unpacked;
}

async function* decompress(file: string): AsyncGenerator<Buffer> {
  const plain = createZstdDecompress();
  const read = pipeline(createReadStream(file), plain);
  try {
    yield* plain;
    await read;
  } catch (cause) {
    await read.catch(() => {});
    throw new Error(`The backup is damaged: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}
