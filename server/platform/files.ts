/** Keeps uploaded and made files: each whole, on disk and with its checksum before anyone learns its id. */
import { createHash, randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

export interface StoredFile {
  id: string;
  /** Bytes. */
  size: number;
  /** Hexadecimal. */
  sha256: string;
}

export interface Files {
  /** Stores the whole stream; a stream that breaks leaves nothing behind. */
  put(content: NodeJS.ReadableStream): Promise<StoredFile>;
  /** @throws Error with code ENOENT, when the stream is read, where there is no such file */
  get(id: string): NodeJS.ReadableStream;
  /** Where the content lies, for readers that must jump about in it. */
  path(id: string): string;
  /** Removing what is not there is no error. */
  remove(id: string): Promise<void>;
}

const abandonedAfterMs = 24 * 3600 * 1000;

/** Files under `<dataDir>/files`, spread over 256 folders by the first two characters of their id. */
export async function openFiles(dataDir: string): Promise<Files> {
  const root = join(dataDir, 'files');
  const incoming = join(root, 'incoming');
  await mkdir(incoming, { recursive: true, mode: 0o700 });
  await removeAbandoned(incoming);
  const path = (id: string) => {
    if (!/^[0-9a-f]{32}$/.test(id)) throw new Error(`"${id}" is not the id of a file`);
    return join(root, id.slice(0, 2), id);
  };
  return {
    put: async (content) => {
      const id = randomBytes(16).toString('hex');
      const draft = join(incoming, id);
      try {
        const stored = await write(content, draft);
        await settle(draft, path(id));
        return { id, ...stored };
      } catch (error) {
        await rm(draft, { force: true });
        throw error;
      }
    },
    get: (id) => createReadStream(path(id)),
    path,
    remove: (id) => rm(path(id), { force: true }),
  };
}

async function write(content: NodeJS.ReadableStream, draft: string): Promise<Omit<StoredFile, 'id'>> {
  const hash = createHash('sha256');
  let size = 0;
  const measure = new Transform({
    transform: (chunk: Buffer, _, done) => {
      hash.update(chunk);
      size += chunk.length;
      done(null, chunk);
    },
  });
  await pipeline(content, measure, createWriteStream(draft, { flags: 'wx', mode: 0o600, flush: true }));
  return { size, sha256: hash.digest('hex') };
}

/** The name is on disk too before we return: a power cut must not lose an acknowledged file. */
async function settle(draft: string, place: string): Promise<void> {
  const folder = dirname(place);
  const isNewFolder = await mkdir(folder, { recursive: true, mode: 0o700 });
  await rename(draft, place);
  await syncFolder(folder);
  if (isNewFolder) await syncFolder(dirname(folder));
}

async function syncFolder(folder: string): Promise<void> {
  // Windows can neither open nor sync folders.
  if (process.platform === 'win32') return;
  const handle = await open(folder);
  await handle.sync().finally(() => handle.close());
}

/** What a killed process was receiving. Recent ones may belong to another process that is at work. */
async function removeAbandoned(incoming: string): Promise<void> {
  for (const name of await readdir(incoming)) {
    const draft = join(incoming, name);
    const status = await stat(draft).catch(() => null);
    if (status && Date.now() - status.mtimeMs > abandonedAfterMs) await rm(draft, { force: true });
  }
}
