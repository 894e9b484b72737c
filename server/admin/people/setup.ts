/** The first visit: a company, its settings and its first owner are made together, once. */
import type { z } from 'zod';
import type { Currency } from '../../../contract/money.ts';
import type { people } from '../../../contract/people.ts';
import { audit } from '../../platform/audit.ts';
import { Problem } from '../../platform/http/problem.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Db } from '../../platform/postgres/database.ts';
import { findWorkspace, forgetWorkspace, saveWorkspace } from '../../platform/workspace.ts';
import { actorOf } from './me.ts';
import { hashPassword, requireGoodPassword } from './passwords.ts';
import { addPerson, hasPeople, holdTeam, type PersonRow } from './store.ts';

export type SetupInput = z.output<(typeof people)['POST /setup']['body'] & z.ZodType>;

/** A currency is named where records came in before the first visit, from the command line. */
export async function readSetup(db: Db): Promise<{ done: boolean; currency: Currency | null }> {
  const workspace = await findWorkspace(db);
  return { done: await hasPeople(db), currency: workspace?.currencyFixed ? workspace.currency : null };
}

/** @throws Problem `people:already-set-up`, `workspace:currency-fixed`, or about the password */
export async function setUp(platform: Platform, input: SetupInput, address: string): Promise<PersonRow> {
  const { db } = platform.db;
  const { owner, ...company } = input;
  if (await hasPeople(db)) throw alreadySetUp();
  requireGoodPassword(owner.password, [owner.email, owner.name, company.company], 'owner.password');
  const passwordHash = await hashPassword(owner.password);
  const person = await platform.db.transaction(async (tx) => {
    if (await holdTeam(tx)) throw alreadySetUp();
    await saveWorkspace(tx, company);
    const added = await addPerson(tx, { ...owner, role: 'owner', language: company.language, passwordHash });
    if (!added) throw alreadySetUp();
    await audit(tx, actorOf(added, address), { action: 'people.set-up', object: { kind: 'workspace', id: 1 }, after: company });
    return added;
  });
  forgetWorkspace(db);
  return person;
}

const alreadySetUp = () => new Problem('people:already-set-up', { status: 409 });
