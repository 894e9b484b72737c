/** HTTP of companies. */
import { companies as contract } from '../../../../contract/companies.ts';
import { knownCaller } from '../../../platform/caller.ts';
import { serve } from '../../../platform/room.ts';
import { addCompany, changeCompany, readCompany } from './companies.ts';
import { countCompanies, listCompanies, whereOf } from './store.ts';

export const companyRoutes = serve(contract, ({ db: { db } }) => ({
  'GET /companies': async ({ query: { sort, limit, cursor, count, ...filter } }) => {
    const where = whereOf(filter);
    const [page, total] = await Promise.all([listCompanies(db, where, { sort, limit, cursor }), count ? countCompanies(db, where) : null]);
    return { ...page, total };
  },
  'POST /companies': ({ body, caller, language, transaction }) =>
    transaction(async (tx) => readCompany(tx, await addCompany(tx, knownCaller(caller), body), language)),
  'GET /companies/:id': ({ params, language }) => readCompany(db, params.id, language),
  'PATCH /companies/:id': ({ params, body, caller, language, transaction }) =>
    transaction(async (tx) => {
      await changeCompany(tx, knownCaller(caller), params.id, body);
      return readCompany(tx, params.id, language);
    }),
}));
