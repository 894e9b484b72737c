/** The part after `?` goes there and back unchanged, readable by people. */
import { expect, test } from 'vitest';
import { parseSearch, writeSearch } from './search-address.ts';

test('[5.1] filters, repeated ones too, survive the way through the address', () => {
  const search = { q: 'плед 150×200', status: ['new', 'done'], open: '12' };
  expect(parseSearch(writeSearch(search))).toEqual(search);
  expect(writeSearch({ status: ['new', 'done'], q: undefined, sort: '' })).toBe('?status=new&status=done');
  expect(writeSearch({})).toBe('');
});
