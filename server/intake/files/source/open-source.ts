/** Opens what a person drops: one file, a folder or an archive of files. */
import { createReadStream } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { createGunzip } from 'node:zlib';
import type { Source, SourceFile } from './source.ts';
import { isZip, openZip } from './zip.ts';

const readAhead = 256 * 1024;

/**
 * Opens a file, a `.gz`, a `.zip` of tables or a folder of any of these.
 * @param name what to call a single file, where the path does not say (uploads)
 */
export async function openSource(path: string, name = basename(path)): Promise<Source> {
  if ((await stat(path)).isDirectory()) return openFolder(path);
  return openFile(path, name);
}

async function openFolder(path: string): Promise<Source> {
  const entries = await readdir(path, { withFileTypes: true });
  const names = entries.filter((e) => e.isFile() && !e.name.startsWith('.')).map((e) => e.name);
  const sources = await Promise.all(names.toSorted().map((name) => openFile(join(path, name), name)));
  return joined(sources);
}

async function openFile(path: string, name: string): Promise<Source> {
  const start = await firstBytes(path, 4);
  if (isZip(start) && !/\.(?:xlsx|xlsm|ods)$/i.test(name)) {
    const archive = await openZip(path);
    if (!archive.files.some((file) => file.name === '[Content_Types].xml')) return archive;
    await archive.close();
  }
  const { size } = await stat(path);
  if (start[0] === 0x1f && start[1] === 0x8b) return { files: [gzipped(path, name, size)], close: async () => {} };
  const file = { name, size, path, open: async () => createReadStream(path, { highWaterMark: readAhead }) };
  return { files: [file], close: async () => {} };
}

function gzipped(path: string, name: string, size: number): SourceFile {
  return {
    name: name.replace(/\.gz$/i, ''),
    size,
    path: null,
    open: async () => {
      const packed = createReadStream(path, { highWaterMark: readAhead });
      const plain = createGunzip({ chunkSize: readAhead });
      packed.on('error', (error) => plain.destroy(error));
      plain.on('close', () => packed.destroy());
      return packed.pipe(plain);
    },
  };
}

function joined(sources: Source[]): Source {
  return {
    files: sources.flatMap((source) => source.files),
    close: async () => void (await Promise.all(sources.map((source) => source.close()))),
  };
}

async function firstBytes(path: string, count: number): Promise<Buffer> {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(count), 0, count, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
