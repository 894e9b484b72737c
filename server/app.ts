/** Names every room once, from the ground up. A room that is not here is not in the house. */
import { auditLog } from './admin/audit/index.ts';
import { fields } from './admin/fields/index.ts';
import { jobs } from './admin/jobs/index.ts';
import { keys } from './admin/keys/index.ts';
import { people } from './admin/people/index.ts';
import { views } from './admin/views/index.ts';
import { workspace } from './admin/workspace/index.ts';
import { analytics } from './insight/analytics/index.ts';
import { intakeApi } from './intake/api/index.ts';
import { demo } from './intake/demo/index.ts';
import { imports } from './intake/files/index.ts';
import { ingestRoom } from './intake/ingest/index.ts';
import type { Room } from './platform/room.ts';
import { catalog } from './records/catalog/index.ts';
import { channels } from './records/channels/index.ts';
import { customers } from './records/customers/index.ts';
import { events } from './records/events/index.ts';
import { feedback } from './records/feedback/index.ts';
import { orders } from './records/orders/index.ts';
import { stock } from './records/stock/index.ts';

export const rooms: readonly Room[] = [
  people,
  keys,
  auditLog,
  workspace,
  fields,
  views,
  jobs,
  channels,
  customers,
  catalog,
  stock,
  orders,
  events,
  feedback,
  ingestRoom,
  intakeApi,
  imports,
  demo,
  analytics,
];
