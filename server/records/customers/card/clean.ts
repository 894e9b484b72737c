/** What a person entered about a customer in the form in which it is stored; everything wrong is told at once. */
import type { CustomerChange } from '../../../../contract/customers.ts';
import { normalizeEmail, normalizePhone } from '../../../models/contacts.ts';
import { checkFields } from '../../../models/fields.ts';
import { fieldsOf } from '../../../platform/fields.ts';
import { type FieldProblem, Problem } from '../../../platform/http/problem.ts';
import type { Db } from '../../../platform/postgres/database.ts';
import { getWorkspace } from '../../../platform/workspace.ts';
import { companyExists } from '../companies/store.ts';

/** @param isNew required custom fields must be there. @throws Problem `invalid` */
export async function cleanChange(tx: Db, change: CustomerChange, isNew: boolean): Promise<CustomerChange> {
  const { country: homeCountry } = await getWorkspace(tx);
  const problems: FieldProblem[] = [];
  const clean = { ...change };
  if (change.email) clean.email = normalizeEmail(change.email) ?? refuse(problems, 'email', 'fields:not-email');
  if (change.phone) clean.phone = normalizePhone(change.phone, homeCountry) ?? refuse(problems, 'phone', 'fields:not-phone');
  if (change.companyId && !(await companyExists(tx, change.companyId))) refuse(problems, 'companyId', 'customers:no-company');
  if (change.tags) clean.tags = [...new Set(change.tags)];
  if (change.fields || isNew) {
    const checked = checkFields(await fieldsOf(tx, 'customers'), change.fields ?? {}, { homeCountry, isPartial: !isNew });
    clean.fields = checked.clean;
    problems.push(...checked.problems);
  }
  if (problems.length > 0) throw new Problem('invalid', { fields: problems });
  return clean;
}

function refuse(problems: FieldProblem[], field: string, code: string): null {
  problems.push({ field, code });
  return null;
}
