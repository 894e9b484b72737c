import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestPlatform } from '../../tests/rig/platform.ts';
import type { OpenPlatform } from './open.ts';

let platform: OpenPlatform;
beforeAll(async () => {
  platform = await openTestPlatform();
});
afterAll(() => platform.close());

test('[INT-11] a stored file comes back byte for byte with its size and checksum', async () => {
  const stored = await platform.files.put(Readable.from(['Заказ;', 'Сумма\n']));
  expect(stored.size).toBe(Buffer.byteLength('Заказ;Сумма\n'));
  expect(stored.sha256).toBe('611fa74a71a30d2140ce47c60c751eaeb9fc5bbaaebeb4f0a36deba5630a888e');
  expect(await text(platform.files.get(stored.id))).toBe('Заказ;Сумма\n');
});

test('[INT-11] an upload that breaks leaves nothing behind', async () => {
  const broken = Readable.from(
    (function* () {
      yield 'half';
      throw new Error('connection lost');
    })(),
  );
  await expect(platform.files.put(broken)).rejects.toThrow('connection lost');
  expect(await readdir(join(platform.config.dataDir, 'files', 'incoming'))).toEqual([]);
});

test('a removed file is gone, and removing it again is no error', async () => {
  const { id } = await platform.files.put(Readable.from(['x']));
  await platform.files.remove(id);
  await platform.files.remove(id);
  await expect(text(platform.files.get(id))).rejects.toThrow('ENOENT');
});

test('[SEC-1] an id cannot lead out of the folder', () => {
  expect(() => platform.files.path('../../etc/passwd')).toThrow('is not the id of a file');
});
