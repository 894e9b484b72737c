/** HTTP of the company's settings and its checklist. */
import { workspace as contract } from '../../../contract/workspace.ts';
import { knownCaller } from '../../platform/caller.ts';
import type { Db } from '../../platform/postgres/database.ts';
import { serve } from '../../platform/room.ts';
import { markMilestone } from '../../platform/workspace.ts';
import { checklist, milestoneOf } from './checklist.ts';
import { dropMilestone, readMilestones } from './store.ts';
import { changeSettings, requireSettings } from './workspace.ts';

export const routes = serve(contract, (platform) => {
  const { db } = platform.db;
  return {
    'GET /workspace': () => requireSettings(db),
    'PATCH /workspace': ({ caller, body }) => changeSettings(platform, knownCaller(caller), body),
    'GET /workspace/checklist': () => readChecklist(db),
    'PUT /workspace/checklist': async ({ body: { kind, channel, done } }) => {
      const milestone = milestoneOf(kind, channel);
      await (done ? markMilestone(db, milestone) : dropMilestone(db, milestone));
      return readChecklist(db);
    },
  };
});

async function readChecklist(db: Db) {
  const { questionnaire } = await requireSettings(db);
  return checklist(questionnaire, await readMilestones(db));
}
