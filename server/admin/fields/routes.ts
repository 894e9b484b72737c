/** HTTP of custom fields. */
import { fields as contract } from '../../../contract/fields.ts';
import { knownCaller } from '../../platform/caller.ts';
import { forgetFields, readFields } from '../../platform/fields.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Db } from '../../platform/postgres/database.ts';
import { type Caller, serve } from '../../platform/room.ts';
import { changeField, defineField, openSensitiveField, putFieldAway, reorder } from './fields.ts';

type Changing = { caller: Caller | null; transaction<T>(work: (tx: Db) => Promise<T>): Promise<T> };

export const routes = serve(contract, (platform) => ({
  'GET /fields': async ({ query: { object } }) =>
    (await readFields(platform.db.db)).filter((definition) => object === undefined || definition.object === object),
  'POST /fields': (call) => change(platform, call, (tx, caller) => defineField(tx, caller, call.body)),
  'PATCH /fields/:id': (call) => change(platform, call, (tx, caller) => changeField(tx, caller, call.params.id, call.body)),
  'PUT /fields/order': (call) => change(platform, call, (tx, caller) => reorder(tx, caller, call.body.object, call.body.ids)),
  'POST /fields/:id/consent': (call) =>
    change(platform, call, (tx, caller) => openSensitiveField(tx, caller, call.params.id, call.body.basis)),
  'DELETE /fields/:id': (call) => change(platform, call, (tx, caller) => putFieldAway(tx, caller, call.params.id)),
}));

/** Whatever changes a definition must also be seen by the next read. */
async function change<T>({ db }: Platform, { caller, transaction }: Changing, work: (tx: Db, caller: Caller) => Promise<T>): Promise<T> {
  const result = await transaction((tx) => work(tx, knownCaller(caller)));
  forgetFields(db.db);
  return result;
}
