import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { detectDialect } from './csv-dialect.ts';
import { CsvParser } from './csv-parser.ts';
import { findHeader } from './header.ts';
import type { RowChunk } from './table.ts';

function parseIn(pieces: readonly string[], delimiter = ','): RowChunk {
  const parser = new CsvParser(delimiter);
  const chunks = [...pieces.map((piece) => parser.feed(piece)), parser.end()];
  return {
    rows: chunks.flatMap(({ rows }) => rows),
    lines: chunks.flatMap(({ lines }) => lines),
    broken: chunks.flatMap(({ broken }) => broken ?? []),
  };
}

test('[INT-11] rows carry the line they begin on, also after line breaks inside cells', () => {
  const { rows, lines } = parseIn(['a,b\r\n"one\r\ntwo",2\r\n\r\n"say ""hi""",4\n5,']);
  expect(rows).toEqual([
    ['a', 'b'],
    ['one\r\ntwo', '2'],
    ['say "hi"', '4'],
    ['5', ''],
  ]);
  expect(lines).toEqual([1, 2, 5, 6]);
});

test('[INT-11] a stray quote costs its own row only', () => {
  const { rows, broken } = parseIn(['id,name\n1,"half\n2,"whole"\n3,"also"\n4,x"y\n']);
  expect(broken).toEqual([{ line: 2, raw: '1,"half', code: 'unclosed_quote' }]);
  expect(rows).toEqual([
    ['id', 'name'],
    ['2', 'whole'],
    ['3', 'also'],
    ['4', 'x"y'],
  ]);
  expect(parseIn(['1,"never closed\n2,b\n']).rows).toEqual([['2', 'b']]);
});

const cell = fc.string({ unit: fc.constantFrom('a', 'я', ',', '"', '\n', '\r\n', ' ', ';', '0') });
const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 20 });

test('[INT-11] reads what the usual parser reads, however the file is cut into pieces', () => {
  fc.assert(
    fc.property(table, fc.array(fc.nat(400), { maxLength: 6 }), (rows, cuts) => {
      const text = rows.map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(',')).join('\n');
      const at = [0, ...cuts.map((cut) => cut % (text.length + 1)).toSorted((a, b) => a - b), text.length];
      const pieces = at.slice(1).map((end, i) => text.slice(at[i], end));
      expect(parseIn(pieces).rows).toEqual(parse(text, { relax_column_count: true, skip_empty_lines: true }));
    }),
  );
});

test('[INT-11] finds the delimiter by what keeps rows even, not by what is frequent', () => {
  expect(detectDialect('a;b;c\n1,5;2,5;x, y, z\n3,1;4,2;q\n').delimiter).toBe(';');
  expect(detectDialect('a\tb\n1,2\t3\n').delimiter).toBe('\t');
  expect(detectDialect('a|b|c\n1|2|3\n').delimiter).toBe('|');
  expect(detectDialect('sep=;\r\na;b\r\n')).toEqual({ delimiter: ';', newline: '\n', namesDelimiter: true });
  expect(detectDialect('a,b\r1,2\r').newline).toBe('\r');
});

test('[INT-11] finds the header below a title, and does without one', () => {
  expect(
    findHeader([
      ['Отчёт за ноябрь', '', ''],
      ['Номер', 'Дата', 'Сумма'],
      ['1', '22.11.2026', '10'],
    ]),
  ).toEqual({ names: ['Номер', 'Дата', 'Сумма'], skip: 2 });
  expect(
    findHeader([
      ['1', '2026-11-22', '10'],
      ['2', '2026-11-23', '20'],
    ]),
  ).toEqual({ names: ['1', '2', '3'], skip: 0 });
  expect(
    findHeader([
      ['Сумма', 'Сумма'],
      ['1', '2'],
    ]).names,
  ).toEqual(['Сумма', 'Сумма (2)']);
});
