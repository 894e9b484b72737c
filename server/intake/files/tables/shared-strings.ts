/**
 * The texts of a workbook, which cells refer to by number. Large ones wait in a temporary file and are read back in blocks, so that
 * memory does not grow with the number of rows.
 */
import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const blockSize = 2_000;
const blocksInMemory = 64;

export class SharedStrings {
  readonly #path: string;
  #file: number | null = null;
  #offsets: number[] = [];
  #written = 0;
  #tail: string[] = [];
  readonly #blocks = new Map<number, string[]>();

  /** @param folder a temporary folder that the caller removes */
  constructor(folder: string) {
    this.#path = join(folder, 'strings');
  }

  add(text: string): void {
    this.#tail.push(text);
    if (this.#tail.length === blockSize) this.#store();
  }

  at(index: number): string {
    const block = Math.floor(index / blockSize);
    const texts = block === this.#offsets.length ? this.#tail : this.#block(block);
    return texts?.[index % blockSize] ?? '';
  }

  close(): void {
    if (this.#file === null) return;
    closeSync(this.#file);
    rmSync(this.#path, { force: true });
  }

  #store(): void {
    const block = this.#offsets.length;
    this.#offsets.push(this.#written);
    if (block >= blocksInMemory && this.#file === null) this.#spill();
    if (this.#file === null) this.#blocks.set(block, this.#tail);
    else this.#write(this.#tail);
    this.#tail = [];
  }

  /** From the first block that does not fit on, everything is in the file. */
  #spill(): void {
    this.#file = openSync(this.#path, 'w+');
    for (const [block, texts] of this.#blocks) {
      this.#offsets[block] = this.#written;
      this.#write(texts);
    }
    this.#offsets[this.#offsets.length - 1] = this.#written;
    this.#blocks.clear();
  }

  #write(texts: string[]): void {
    const bytes = Buffer.from(JSON.stringify(texts));
    writeSync(this.#file!, bytes, 0, bytes.length, this.#written);
    this.#written += bytes.length;
  }

  #block(block: number): string[] | undefined {
    const known = this.#blocks.get(block);
    if (known || this.#file === null || this.#offsets[block] === undefined) return known;
    const start = this.#offsets[block];
    const bytes = Buffer.alloc((this.#offsets[block + 1] ?? this.#written) - start);
    readSync(this.#file, bytes, 0, bytes.length, start);
    const texts = JSON.parse(bytes.toString()) as string[];
    if (this.#blocks.size >= blocksInMemory) this.#blocks.delete(this.#blocks.keys().next().value!);
    this.#blocks.set(block, texts);
    return texts;
  }
}
