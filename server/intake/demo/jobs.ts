/** Doorbells: make the demo shop, take it away. */
import { defineJob } from '../../platform/job-definition.ts';
import { loadShop } from './load.ts';
import { removeShop } from './remove.ts';

export const loadDemo = defineJob({ name: 'demo.load', run: (platform, _, job) => loadShop(platform, job) });

export const removeDemo = defineJob({ name: 'demo.remove', run: (platform, _, job) => removeShop(platform, job), retries: 2 });
