/** The one way in for canonical records. */
import type { Room } from '../../platform/room.ts';

export { batchRecords, emptyResult, type IngestResult, ingest } from './ingest.ts';
export { takeBack } from './take-back.ts';

export const ingestRoom: Room = { name: 'ingest' };
