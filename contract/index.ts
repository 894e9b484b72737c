/** Every operation of the server in one value, room by room: what validation, OpenAPI and the typed client are made from. */
import { analytics } from './analytics.ts';
import { audit } from './audit.ts';
import { catalog } from './catalog.ts';
import { channels } from './channels.ts';
import { companies } from './companies.ts';
import { customerCare } from './customer-care.ts';
import { customers } from './customers.ts';
import { demo } from './demo.ts';
import { events } from './events.ts';
import { feedback } from './feedback.ts';
import { fields } from './fields.ts';
import { imports } from './imports.ts';
import { intake } from './intake.ts';
import { jobs } from './jobs.ts';
import { keys } from './keys.ts';
import { orders } from './orders.ts';
import { people } from './people.ts';
import { stock } from './stock.ts';
import { views } from './views.ts';
import { workspace } from './workspace.ts';

export const contract = {
  ...people,
  ...workspace,
  ...fields,
  ...keys,
  ...jobs,
  ...imports,
  ...demo,
  ...audit,
  ...analytics,
  ...channels,
  ...customers,
  ...customerCare,
  ...companies,
  ...orders,
  ...catalog,
  ...stock,
  ...feedback,
  ...events,
  ...views,
  ...intake,
};
