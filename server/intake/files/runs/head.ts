/** The beginning of a large text file as a file of its own, cut after a whole line. */
import { Readable } from 'node:stream';
import { readStart, type SourceFile } from '../source/source.ts';
import { detectFormat } from '../tables/open-table.ts';

const headBytes = 256 * 1024;
const newline = 10;

/** Tables in text are cut; other formats make no sense in part and are left whole. */
export function headOf(file: SourceFile): SourceFile {
  return {
    ...file,
    open: async () => {
      if ((await detectFormat(file)) !== 'csv') return file.open();
      const start = await readStart(file, headBytes);
      const end = start.length < headBytes ? start.length : start.lastIndexOf(newline) + 1;
      return Readable.from([start.subarray(0, end || start.length)]);
    },
  };
}
