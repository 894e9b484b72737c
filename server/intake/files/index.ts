/** Files that people import: tables, spreadsheets, answers of marketplaces and catalogue feeds (INT-11). */
import type { Room } from '../../platform/room.ts';
import { runImport, undoImport } from './jobs.ts';
import { routes } from './routes.ts';

export { addImportCommand } from './command.ts';

export const imports: Room = { name: 'imports', ...routes, jobs: [runImport, undoImport] };
