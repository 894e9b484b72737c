import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isByLine, JsonSplitter } from './json-splitter.ts';

function split(pieces: readonly string[], byLine = false) {
  const splitter = new JsonSplitter(byLine);
  return pieces.flatMap((piece) => splitter.feed(piece));
}

test('[INT-11] finds items in a bare array, in the lists of an answer, and one per line', () => {
  expect(split(['[{"a":1},\n{"a":[{"b":2}]}]']).map(({ list, text, line }) => [list, text, line])).toEqual([
    ['', '{"a":1}', 1],
    ['', '{"a":[{"b":2}]}', 2],
  ]);
  expect(split(['{"next":5,"orders":[{"id":1}],"stocks":[{"id":2}]}']).map(({ list }) => list)).toEqual(['orders', 'stocks']);
  expect(split(['{"id":1}\n{"id":2}\n'], true).map(({ line }) => line)).toEqual([1, 2]);
  expect([
    isByLine('{"id":1}\n{"id":2}'),
    isByLine('{"orders":[{"id":1}]}'),
    isByLine('{\n "orders": [{"id":1}]\n}'),
    isByLine('[{"id":1}]'),
  ]).toEqual([true, false, false, false]);
});

test('[INT-11] items come out whole however the file is cut', () => {
  fc.assert(
    fc.property(
      fc.array(fc.dictionary(fc.string(), fc.jsonValue()), { maxLength: 8 }),
      fc.array(fc.nat(500), { maxLength: 5 }),
      (items, cuts) => {
        const text = JSON.stringify({ cursor: 'a"[{', orders: items });
        const at = [0, ...cuts.map((cut) => cut % (text.length + 1)).toSorted((a, b) => a - b), text.length];
        const found = split(at.slice(1).map((end, i) => text.slice(at[i], end)));
        expect(found.map((item) => item.text)).toEqual(items.map((item) => JSON.stringify(item)));
      },
    ),
  );
});
