/** HTTP of intake for programs: records and events in bulk. */
import { intake as contract } from '../../../contract/intake.ts';
import { canonicalRecord, eventRecord } from '../../../contract/records.ts';
import { audit } from '../../platform/audit.ts';
import { knownCaller } from '../../platform/caller.ts';
import { serve } from '../../platform/room.ts';
import { checkRecords } from './check-records.ts';
import { storeRecords } from './store-records.ts';

const asEvents = (sent: readonly object[]) => sent.map((event) => ({ ...event, kind: 'event' }));

export const routes = serve(contract, (platform) => ({
  'POST /records': ({ body: { channel, records }, caller, language, transaction }) => {
    const checked = checkRecords(canonicalRecord, records, language);
    return transaction(async (tx) => {
      const result = await storeRecords(tx, platform, { channel, checked, language });
      const { channelId, stored, bad } = result;
      const after = { stored, refused: bad.length };
      await audit(tx, knownCaller(caller), { action: 'intake.received', object: { kind: 'channel', id: channelId }, after });
      return result;
    });
  },
  // Not in the audit log: a site sends what its visitors do all day.
  'POST /events': ({ body: { channel, events }, language, transaction }) => {
    const checked = checkRecords(eventRecord, asEvents(events), language);
    return transaction((tx) => storeRecords(tx, platform, { channel, checked, language }));
  },
}));
