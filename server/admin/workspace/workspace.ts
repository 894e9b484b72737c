/** Changing how the company is set up. */
import type { ChecklistItem, Settings } from '../../../contract/workspace.ts';
import { audit } from '../../platform/audit.ts';
import { Problem } from '../../platform/http/problem.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Db } from '../../platform/postgres/database.ts';
import type { Caller } from '../../platform/room.ts';
import { findWorkspace, forgetWorkspace, markMilestone, saveWorkspace } from '../../platform/workspace.ts';
import { milestoneOf } from './checklist.ts';
import { dropMilestone, holdSettings } from './store.ts';

export type SettingsChange = Partial<Omit<Settings, 'currencyFixed'>>;

/** @throws Problem before the first visit */
export async function requireSettings(db: Db): Promise<Settings> {
  const workspace = await findWorkspace(db);
  if (!workspace) throw new Problem('workspace:not-set-up', { status: 409 });
  return workspace as Settings;
}

/** @throws Problem `workspace:currency-fixed`, or about the time zone */
export async function changeSettings({ db }: Platform, caller: Caller, change: SettingsChange): Promise<Settings> {
  const after = await db.transaction(async (tx) => {
    await holdSettings(tx);
    const before = await requireSettings(tx);
    await saveWorkspace(tx, { ...before, ...change });
    await audit(tx, caller, {
      action: 'workspace.changed',
      object: { kind: 'workspace', id: 1 },
      before: changedPart(before, change),
      after: change,
    });
    return { ...before, ...change };
  });
  forgetWorkspace(db.db);
  return after;
}

const changedPart = (before: Settings, change: SettingsChange) =>
  Object.fromEntries(Object.entries(before).filter(([name]) => name in change));

/** Some things only people know to be done: that they looked at the figures, say. */
export async function tick(
  tx: Db,
  caller: Caller,
  { kind, channel, done }: Pick<ChecklistItem, 'kind' | 'channel' | 'done'>,
): Promise<void> {
  const milestone = milestoneOf(kind, channel);
  await (done ? markMilestone(tx, milestone) : dropMilestone(tx, milestone));
  await audit(tx, caller, { action: 'workspace.checklist-changed', object: { kind: 'workspace', id: 1 }, after: { [milestone]: done } });
}
