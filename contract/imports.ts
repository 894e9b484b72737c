/** Import of files: upload, look, choose, run, report, undo. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { currency } from './money.ts';
import { pageOf, pageQuery } from './page.ts';
import { statusGroup } from './records.ts';

/** What the rows of a table can be. */
export const importKinds = ['order', 'return', 'customer', 'product', 'stock', 'review'] as const;
export const importKind = z.enum(importKinds);
export type ImportKind = z.infer<typeof importKind>;

export const presetNames = [
  'table',
  'olist',
  'online-retail',
  'ozon-orders',
  'wildberries-orders',
  'retailcrm',
  'bitrix24',
  'yml',
  'icml',
] as const;
export const presetName = z.enum(presetNames);
export type PresetName = z.infer<typeof presetName>;

export const duplicateRules = ['update', 'skip', 'newest'] as const;
export const duplicateRule = z
  .enum(duplicateRules)
  .describe('What to do with a record that is already here: `update` takes the file, `skip` keeps what is here, `newest` the later change');
export type DuplicateRule = z.infer<typeof duplicateRule>;

/** How to read a table: which column is which field, and what the file does not say about itself. */
export const columnMapping = z.object({
  kind: importKind,
  columns: z.record(z.string().max(60), z.string().max(200)).describe('Field to the name of its column'),
  timeZone: z.string().max(60).optional().describe('Of times without an offset; the workspace time zone otherwise'),
  currency: currency.optional().describe('Of amounts where no column tells it'),
  dateOrder: z.enum(['dmy', 'mdy']).optional(),
  decimalMark: z.enum([',', '.']).optional(),
  statuses: z.record(z.string().max(120), statusGroup).optional().describe('Status of the file to its group'),
});
export type ColumnMapping = z.infer<typeof columnMapping>;

/** Why a row did not get in. Explained in the words `imports:reasons.*`. */
export const badRowReasons = [
  'missing',
  'not_a_number',
  'not_a_date',
  'not_a_currency',
  'not_a_rating',
  'too_long',
  'too_large',
  'too_many_cells',
  'too_many_lines',
  'unclosed_quote',
  'broken_json',
  'broken_xml',
  'no_identity',
  'no_order',
  'no_price',
] as const;
export type BadRowReason = (typeof badRowReasons)[number];

const badRow = z.object({
  file: z.string(),
  line: z.int(),
  column: z.string().nullable(),
  reason: z.enum(badRowReasons),
  message: z.string().describe('The reason in the language of the caller'),
  raw: z.string(),
});

const counts = z.object({ created: z.int(), updated: z.int(), unchanged: z.int(), late: z.int() });

/** Minor units of one currency. */
const sums = z.object({
  total: z.int().describe('Of all lines, returns subtracted'),
  goods: z.int(),
  delivery: z.int(),
  other: z.int().describe('Services and corrections'),
  returned: z.int(),
  payments: z.int(),
});
export type ImportSums = z.infer<typeof sums>;

/** What the file holds, whether or not it was here already. */
const tally = z.object({
  orders: z.int(),
  returns: z.int(),
  lines: z.int().describe('Rows of goods in orders and returns'),
  customers: z.int(),
  products: z.int(),
  stock: z.int(),
  reviews: z.int(),
});
export type ImportTally = z.infer<typeof tally>;

export const importStates = ['ready', 'waiting', 'running', 'done', 'failed', 'cancelled', 'undoing', 'undone'] as const;

const settings = z.object({
  preset: presetName,
  mapping: columnMapping.nullable(),
  duplicates: duplicateRule,
  channelId: z.int().nullable(),
});

export const importRun = z.object({
  id: z.int(),
  state: z.enum(importStates),
  fileName: z.string(),
  ...settings.shape,
  rowsTotal: z.int().nullable(),
  rowsDone: z.int(),
  rowsBad: z.int(),
  rowsPerSecond: z.number().nullable(),
  secondsLeft: z.number().nullable(),
  counts: z.record(z.string(), counts).describe('What became of the records, by kind'),
  tally: tally.nullable().describe('Null before the first rows are in'),
  sums: z.record(z.string(), sums).describe('By currency'),
  ignored: z.array(z.string()).describe('Files that the preset has no use for'),
  error: z.string().nullable(),
  createdAt: z.iso.datetime({ offset: true }),
  startedAt: z.iso.datetime({ offset: true }).nullable(),
  finishedAt: z.iso.datetime({ offset: true }).nullable(),
  createdBy: z.string().nullable(),
});
export type ImportRun = z.infer<typeof importRun>;

const guess = z.object({ field: z.string(), column: z.string(), confidence: z.number() });

const field = z.object({ key: z.string(), type: z.string(), required: z.boolean() });

export const importPreview = z.object({
  presets: z.array(z.object({ name: presetName, confidence: z.number() })).describe('Likeliest first'),
  files: z.array(
    z.object({
      name: z.string(),
      format: z.string(),
      encoding: z.string().nullable(),
      delimiter: z.string().nullable(),
      header: z.array(z.string()),
      rows: z.array(z.array(z.string())),
    }),
  ),
  mapping: columnMapping.nullable().describe('Guessed, or remembered from the last file with this header'),
  remembered: z.boolean(),
  guesses: z.array(guess),
  fields: z.record(importKind, z.array(field)),
  problems: z.array(badRow),
  records: z.array(z.record(z.string(), z.unknown())).describe('What the first rows would become'),
});
export type ImportPreview = z.infer<typeof importPreview>;

const byId = z.object({ id: z.coerce.number().int() });

export const imports = {
  'POST /imports/files': endpoint({
    says: 'Uploads a file to import: a table, a catalogue feed or an archive of tables.',
    may: 'import.run',
    query: z.object({ name: z.string().min(1).max(255) }),
    stream: 'upload',
    answer: importRun,
    creates: true,
  }),
  'GET /imports': endpoint({
    says: 'Lists imports, newest first.',
    may: 'import.run',
    query: pageQuery,
    answer: pageOf(importRun),
  }),
  'GET /imports/:id': endpoint({
    says: 'Tells how an import stands.',
    may: 'import.run',
    params: byId,
    answer: importRun,
  }),
  'GET /imports/:id/preview': endpoint({
    says: 'Shows the first rows, what they were taken for, and what would become of them.',
    may: 'import.run',
    params: byId,
    answer: importPreview,
  }),
  'POST /imports/:id/preview': endpoint({
    says: 'Shows what the first rows would become with other settings.',
    may: 'import.run',
    params: byId,
    body: z.object({ preset: presetName, mapping: columnMapping.optional() }),
    answer: importPreview,
  }),
  'POST /imports/:id/start': endpoint({
    says: 'Starts the import as a job that survives restarts.',
    may: 'import.run',
    params: byId,
    body: settings.extend({ channelName: z.string().trim().min(1).max(120).optional() }),
    answer: importRun,
  }),
  'POST /imports/:id/cancel': endpoint({
    says: 'Stops a running import; what is already in stays and can be undone.',
    may: 'import.run',
    params: byId,
    answer: importRun,
  }),
  'POST /imports/:id/undo': endpoint({
    says: 'Removes what the import created and restores what it changed.',
    may: 'import.run',
    params: byId,
    answer: importRun,
  }),
  'GET /imports/:id/bad-rows': endpoint({
    says: 'Lists the rows that did not get in.',
    may: 'import.run',
    params: byId,
    query: pageQuery,
    answer: pageOf(badRow),
  }),
  'GET /imports/:id/bad-rows.csv': endpoint({
    says: 'Downloads the rows that did not get in, with line and reason.',
    may: 'import.run',
    params: byId,
    stream: 'download',
  }),
};
