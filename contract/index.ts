/** Every operation of the server in one value, room by room: what validation, OpenAPI and the typed client are made from. */
import { analytics } from './analytics.ts';
import { audit } from './audit.ts';
import { fields } from './fields.ts';
import { imports } from './imports.ts';
import { jobs } from './jobs.ts';
import { keys } from './keys.ts';
import { people } from './people.ts';
import { workspace } from './workspace.ts';

export const contract = {
  ...people,
  ...workspace,
  ...fields,
  ...keys,
  ...jobs,
  ...imports,
  ...audit,
  ...analytics,
};
