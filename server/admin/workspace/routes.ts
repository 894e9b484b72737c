/** HTTP of the company's settings and its checklist. */
import { workspace as contract } from '../../../contract/workspace.ts';
import { knownCaller } from '../../platform/caller.ts';
import type { Db } from '../../platform/postgres/database.ts';
import { serve } from '../../platform/room.ts';
import { checklist } from './checklist.ts';
import { readMilestones } from './store.ts';
import { changeSettings, requireSettings, tick } from './workspace.ts';

export const routes = serve(contract, (platform) => {
  const { db } = platform.db;
  return {
    'GET /workspace': () => requireSettings(db),
    'PATCH /workspace': ({ caller, body }) => changeSettings(platform, knownCaller(caller), body),
    'GET /workspace/checklist': () => readChecklist(db),
    'PUT /workspace/checklist': async ({ caller, body, transaction }) => {
      await transaction((tx) => tick(tx, knownCaller(caller), body));
      return readChecklist(db);
    },
  };
});

async function readChecklist(db: Db) {
  const { questionnaire } = await requireSettings(db);
  return checklist(questionnaire, await readMilestones(db));
}
