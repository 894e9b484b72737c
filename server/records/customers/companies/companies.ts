/** Companies as people keep them: requisites with right check digits, terms, a responsible person (CUS-8). */
import type { CompanyCard, CompanyChange } from '../../../../contract/companies.ts';
import type { Language } from '../../../../contract/language.ts';
import { checkFields } from '../../../models/fields.ts';
import { doubtfulRequisites } from '../../../models/requisites.ts';
import { type Actor, audit } from '../../../platform/audit.ts';
import { fieldsOf } from '../../../platform/fields.ts';
import { type FieldProblem, notFound, Problem, problemWords } from '../../../platform/http/problem.ts';
import type { Db } from '../../../platform/postgres/database.ts';
import { getWorkspace } from '../../../platform/workspace.ts';
import { refreshSearch } from '../search.ts';
import { companyWithTaxId, contactsOf, findCompany, holdCompany, peopleOf, type WrittenCompany, writeCompany } from './store.ts';

const wrongDigits = 'customers:wrong-requisite';

/** What files brought is kept even where it cannot be right; the card tells so. @throws Problem `not-found` */
export async function readCompany(db: Db, id: number, language: Language): Promise<CompanyCard> {
  const found = await findCompany(db, id);
  if (!found) throw notFound('company', id);
  const doubts = doubtfulRequisites(found).map((field) => ({
    field,
    code: wrongDigits,
    says: problemWords(wrongDigits, { field }, language),
  }));
  return {
    ...found,
    doubts,
    contacts: await contactsOf(db, id),
    createdAt: found.createdAt.toISOString(),
    updatedAt: found.updatedAt.toISOString(),
  };
}

const blank: WrittenCompany = { name: '', taxId: null, registration: {}, priceTerms: null, managerId: null, note: null, fields: {} };

/** @throws Problem `customers:same-tax-id`, or `invalid` naming every bad value */
export async function addCompany(tx: Db, author: Actor, entered: CompanyChange): Promise<number> {
  const after = await checked(tx, blank, entered, null);
  const id = await writeCompany(tx, null, after);
  await audit(tx, author, { action: 'customers.company-added', object: { kind: 'company', id }, after: differing(blank, after) });
  return id;
}

/** @throws Problem `not-found`, `customers:same-tax-id`, or `invalid` naming every bad value */
export async function changeCompany(tx: Db, author: Actor, id: number, entered: CompanyChange): Promise<void> {
  const before = await holdCompany(tx, id);
  if (!before) throw notFound('company', id);
  const after = await checked(tx, before, entered, id);
  const changes = differing(before, after);
  if (Object.keys(changes).length === 0) return;
  await writeCompany(tx, id, after);
  if (before.name !== after.name) await refreshSearch(tx, await peopleOf(tx, id));
  await audit(tx, author, {
    action: 'customers.company-changed',
    object: { kind: 'company', id },
    before: differing(after, before),
    after: changes,
  });
}

async function checked(tx: Db, before: WrittenCompany, entered: CompanyChange, id: number | null): Promise<WrittenCompany> {
  const given = Object.fromEntries(Object.entries(entered).filter(([, value]) => value !== undefined)) as Partial<WrittenCompany>;
  const problems: FieldProblem[] = [];
  const fields = entered.fields || id === null ? await cleanFields(tx, before, entered.fields ?? {}, id === null, problems) : before.fields;
  const after = { ...before, ...given, fields };
  problems.push(...wrongOnes(before, after, given));
  if (problems.length > 0) throw new Problem('invalid', { fields: problems });
  const holder = after.taxId === null ? null : await companyWithTaxId(tx, after.taxId);
  if (holder !== null && holder !== id) throw new Problem('customers:same-tax-id', { status: 409, values: { id: holder } });
  return after;
}

/** What a file brought may stay as wrong as it is; what a person enters may not be. */
function wrongOnes(before: WrittenCompany, after: WrittenCompany, given: Partial<WrittenCompany>): FieldProblem[] {
  if (given.taxId === undefined && given.registration === undefined) return [];
  const valueOf = (company: WrittenCompany, name: string) => (name === 'taxId' ? company.taxId : company.registration[name]);
  return doubtfulRequisites(after)
    .filter((name) => valueOf(before, name) !== valueOf(after, name))
    .map((name) => ({ field: name === 'taxId' ? name : `registration.${name}`, code: wrongDigits }));
}

async function cleanFields(tx: Db, before: WrittenCompany, values: Record<string, unknown>, isNew: boolean, problems: FieldProblem[]) {
  const { country } = await getWorkspace(tx);
  const check = checkFields(await fieldsOf(tx, 'companies'), values, { homeCountry: country, isPartial: !isNew });
  problems.push(...check.problems);
  return Object.fromEntries(Object.entries({ ...before.fields, ...check.clean }).filter(([, value]) => value !== null));
}

function differing(before: WrittenCompany, after: WrittenCompany): Partial<WrittenCompany> {
  return Object.fromEntries(
    Object.entries(after).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(before[key as keyof WrittenCompany])),
  );
}
