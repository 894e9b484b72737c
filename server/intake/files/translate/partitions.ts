/**
 * Rows laid on disk by their key, so that rows of one key can be brought together in memory that does not grow with the file:
 * each partition holds a small share of the keys and is read back whole.
 */
import { type FileHandle, mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hash } from './bloom-filter.ts';

/** What a partition may weigh when it is read back. */
const targetBytes = 8 * 1024 * 1024;
const bufferedLetters = 64 * 1024;

export interface KeptRow {
  key: string;
  /** Which table the row is from, where several are joined. */
  table: number;
  line: number;
  cells: string[];
}

export class Partitions {
  readonly #folder: string;
  readonly #buffers: string[];
  readonly #files: (FileHandle | null)[];
  rows = 0;

  private constructor(folder: string, count: number) {
    this.#folder = folder;
    this.#buffers = Array.from({ length: count }, () => '');
    this.#files = Array.from({ length: count }, () => null);
  }

  /** @param expectedBytes of all rows, for choosing the number of partitions */
  static async create(expectedBytes: number): Promise<Partitions> {
    const count = Math.min(256, Math.max(4, Math.ceil(expectedBytes / targetBytes)));
    return new Partitions(await mkdtemp(join(tmpdir(), 'prilavok-import-')), count);
  }

  async add(row: KeptRow): Promise<void> {
    const at = (hash(row.key)[0] >>> 0) % this.#buffers.length;
    this.rows += 1;
    const buffer = `${this.#buffers[at]}${JSON.stringify([row.key, row.table, row.line, row.cells])}\n`;
    this.#buffers[at] = buffer;
    if (buffer.length >= bufferedLetters) await this.#flush(at);
  }

  async #flush(at: number): Promise<void> {
    this.#files[at] ??= await open(join(this.#folder, String(at)), 'a+');
    const text = this.#buffers[at]!;
    this.#buffers[at] = '';
    await this.#files[at].appendFile(text);
  }

  /** The rows of each partition in the order they were added; all rows of one key are in one partition. */
  async *read(): AsyncGenerator<KeptRow[]> {
    for (let at = 0; at < this.#buffers.length; at += 1) {
      const stored = this.#files[at] ? await readFile(join(this.#folder, String(at)), 'utf8') : '';
      const lines = `${stored}${this.#buffers[at]}`.split('\n');
      lines.pop();
      if (lines.length > 0) yield lines.map(parseRow);
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.#files.map(async (file) => file?.close()));
    await rm(this.#folder, { recursive: true, force: true });
  }
}

function parseRow(text: string): KeptRow {
  const [key, table, line, cells] = JSON.parse(text) as [string, number, number, string[]];
  return { key, table, line, cells };
}
