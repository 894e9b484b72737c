/** Files inside a `.zip`, each readable as often as needed without unpacking the archive. */
import { basename } from 'node:path';
import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { type Entry, open, type ZipFile } from 'yauzl';
import type { Source, SourceFile } from './source.ts';

const openArchive = promisify<string, { lazyEntries: boolean; autoClose: boolean }, ZipFile>(
  open as (path: string, options: object, done: (error: Error | null, zip: ZipFile) => void) => void,
);

export function isZip(start: Buffer): boolean {
  return start.length >= 4 && start.readUInt32LE(0) === 0x04034b50;
}

export interface Archive extends Source {
  /** Full names inside the archive. */
  files: SourceFile[];
  find(name: string): SourceFile | undefined;
}

/** @throws Error when the archive is broken */
export async function openZip(path: string): Promise<Archive> {
  const zip = await openArchive(path, { lazyEntries: true, autoClose: false });
  const entries = await listEntries(zip);
  const byName = new Map(entries.map((entry) => [entry.fileName, asFile(zip, entry, entry.fileName)]));
  const shown = entries.filter((entry) => !/(?:^|\/)(?:__MACOSX|\.)/.test(entry.fileName));
  return {
    files: shown.map((entry) => asFile(zip, entry, basename(entry.fileName))),
    find: (name) => byName.get(name),
    close: async () => zip.close(),
  };
}

function listEntries(zip: ZipFile): Promise<Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: Entry[] = [];
    zip.on('entry', (entry: Entry) => {
      if (!entry.fileName.endsWith('/')) entries.push(entry);
      zip.readEntry();
    });
    zip.on('end', () => resolve(entries));
    zip.on('error', reject);
    zip.readEntry();
  });
}

function asFile(zip: ZipFile, entry: Entry, name: string): SourceFile {
  return { name, size: entry.compressedSize, path: null, open: () => openEntry(zip, entry) };
}

function openEntry(zip: ZipFile, entry: Entry): Promise<Readable> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream)));
  });
}
