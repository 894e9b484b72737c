/** Who works here: first visit, sign-in, one's own account, the team. */
import { z } from 'zod';
import { permissions, roles } from './access.ts';
import { endpoint } from './endpoint.ts';
import { languages } from './language.ts';
import { currency } from './money.ts';
import { companyName, country, questionnaire, timeZone, weekStart } from './workspace.ts';

const role = z.enum(roles);
const language = z.enum(languages);
const name = z.string().trim().min(1).max(120);
const email = z.string().trim().max(254).pipe(z.email());
const time = z.iso.datetime({ offset: true });
const idParams = z.object({ id: z.coerce.number().int().positive() });

/** What a person types to get in; its length is checked by the sign-in itself, so that any wrong one is answered alike. */
const secretInput = z.string().min(1).max(200);

/** A password being chosen: at least 10 characters; the commonest ones are refused with the reason in words. */
const newPassword = z.string().min(10).max(200);

/** Six digits from the authenticator, or a recovery code. */
const code = z.string().trim().min(6).max(30);

/** A one-time token of an invitation; it comes from the part of the link after `#`, so it never lands in a log. */
const token = z.string().min(20).max(100);

export const me = z.object({
  id: z.int(),
  name: z.string(),
  email: z.string(),
  role,
  permissions: z.array(z.enum(permissions)),
  language,
  twoStep: z.boolean().describe('Sign-in also asks for a code'),
});

export type Me = z.infer<typeof me>;

export const person = z.object({
  id: z.int(),
  name: z.string(),
  email: z.string(),
  role,
  twoStep: z.boolean(),
  blocked: z.boolean(),
  lastSeenAt: time.nullable(),
  createdAt: time,
});

export type Person = z.infer<typeof person>;

const invitation = z.object({
  id: z.int(),
  purpose: z.enum(['join', 'password']),
  email: z.string(),
  role,
  invitedBy: z.string(),
  createdAt: time,
  expiresAt: time,
});

const link = z.object({
  id: z.int(),
  path: z.string().describe('Path of the one-time link below the address of this installation; shown once'),
  expiresAt: time,
});

const session = z.object({
  id: z.int(),
  current: z.boolean(),
  address: z.string(),
  agent: z.string().describe('Browser, as it names itself'),
  createdAt: time,
  lastSeenAt: time,
});

const firstVisit = {
  'GET /setup': endpoint({
    says: 'Whether this is the first visit, and what is already fixed',
    may: 'anyone',
    answer: z.object({
      done: z.boolean(),
      currency: currency.nullable().describe('Set where records with amounts exist already: it cannot be chosen any more'),
    }),
  }),
  'POST /setup': endpoint({
    says: 'Sets up the company and its first owner, once, and signs in',
    may: 'anyone',
    body: z.object({
      company: companyName,
      currency,
      timeZone,
      country,
      language,
      weekStart: weekStart.default(1),
      questionnaire: questionnaire.prefault({}),
      owner: z.object({ name, email, password: newPassword }),
    }),
    answer: me,
  }),
};

const signIn = {
  'GET /session': endpoint({
    says: 'The person signed in, or null',
    may: 'anyone',
    answer: me.nullable(),
  }),
  'POST /session': endpoint({
    says: 'Signs in; asks for a code (problem `code-needed`) when two-step sign-in is on',
    may: 'anyone',
    body: z.object({ email: z.string().trim().min(1).max(254), password: secretInput, code: code.optional() }),
    answer: me,
  }),
  'DELETE /session': endpoint({ says: 'Signs out', may: 'anyone' }),
  'POST /invitation/preview': endpoint({
    says: 'What a one-time link is for',
    may: 'anyone',
    body: z.object({ token }),
    answer: z.object({ purpose: invitation.shape.purpose, company: z.string(), email: z.string(), role, invitedBy: z.string() }),
  }),
  'POST /invitation': endpoint({
    says: 'Uses a one-time link: joins the team and signs in, or sets a new password (null: sign in with it)',
    may: 'anyone',
    body: z.object({ token, name: name.optional(), language: language.optional(), password: newPassword }),
    answer: me.nullable(),
  }),
};

const account = {
  'PATCH /me': endpoint({
    says: 'Changes one’s own name or language',
    may: 'signed-in',
    body: z.object({ name: name.optional(), language: language.optional() }),
    answer: me,
  }),
  'POST /me/password': endpoint({
    says: 'Changes one’s own password and signs out everywhere else',
    may: 'signed-in',
    body: z.object({ current: secretInput, next: newPassword }),
  }),
  'POST /me/totp': endpoint({
    says: 'Begins two-step sign-in: a secret for the authenticator, in use once confirmed',
    may: 'signed-in',
    body: z.object({ password: secretInput }),
    answer: z.object({ secret: z.string(), uri: z.string(), qr: z.string().describe('SVG image of the URI') }),
  }),
  'POST /me/totp/confirmation': endpoint({
    says: 'Turns two-step sign-in on with a first code; answers with recovery codes, shown once',
    may: 'signed-in',
    body: z.object({ code }),
    answer: z.object({ recoveryCodes: z.array(z.string()) }),
  }),
  'POST /me/totp/removal': endpoint({
    says: 'Turns two-step sign-in off',
    may: 'signed-in',
    body: z.object({ password: secretInput }),
  }),
  'GET /me/sessions': endpoint({
    says: 'Where one is signed in',
    may: 'signed-in',
    answer: z.array(session),
  }),
  'DELETE /me/sessions': endpoint({ says: 'Signs out everywhere else', may: 'signed-in' }),
  'DELETE /me/sessions/:id': endpoint({ says: 'Signs out in one place', may: 'signed-in', params: idParams }),
};

const team = {
  'GET /people': endpoint({ says: 'The team', may: 'settings.read', answer: z.array(person) }),
  'PATCH /people/:id': endpoint({
    says: 'Changes a role, blocks or unblocks; the last owner stays',
    may: 'team.write',
    params: idParams,
    body: z.object({ role: role.optional(), blocked: z.boolean().optional() }),
    answer: person,
  }),
  'DELETE /people/:id': endpoint({ says: 'Removes from the team; the last owner stays', may: 'team.write', params: idParams }),
  'POST /people/:id/password-link': endpoint({
    says: 'Makes a one-time link with which a person sets a new password',
    may: 'team.write',
    params: idParams,
    answer: link,
  }),
  'GET /people/invitations': endpoint({ says: 'Links not used yet', may: 'team.write', answer: z.array(invitation) }),
  // No `creates`: a stored answer would keep the one-time link at rest.
  'POST /people/invitations': endpoint({
    says: 'Makes a one-time link with which a person joins the team',
    may: 'team.write',
    body: z.object({ email, role }),
    answer: link,
  }),
  'DELETE /people/invitations/:id': endpoint({ says: 'Takes a link back', may: 'team.write', params: idParams }),
};

export const people = { ...firstVisit, ...signIn, ...account, ...team };
