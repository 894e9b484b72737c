/** `prilavok user ...`: the team from the command line of the server, for whoever has lost every other way in. */
import { text } from 'node:stream/consumers';
import { type Command, Option } from 'commander';
import { type Role, roles } from '../../../contract/access.ts';
import { type Language, languages } from '../../../contract/language.ts';
import { audit, system } from '../../platform/audit.ts';
import type { RunCommand } from '../../platform/command.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Db } from '../../platform/postgres/database.ts';
import { findWorkspace } from '../../platform/workspace.ts';
import { personOf } from './me.ts';
import { hashPassword, requireGoodPassword } from './passwords.ts';
import { closeSessions } from './sessions.ts';
import { addPerson, findByEmail, listPeople, type PersonRow, updatePerson } from './store.ts';
import { applyChange, requireAnotherOwner } from './team.ts';
import { makeToken } from './tokens.ts';
import { dropTotp } from './two-step-store.ts';

const stdinFlag = ['--password-stdin', 'read the password from standard input; otherwise one is made and shown'] as const;

export function addUserCommands(program: Command, run: RunCommand): void {
  const user = program.command('user').description('the team: add, list, reset a password, change a role');
  user
    .command('add <email>')
    .description('add a person')
    .requiredOption('--name <name>')
    .addOption(new Option('--role <role>').choices(roles).default('manager'))
    .addOption(new Option('--language <language>').choices(languages))
    .option(...stdinFlag)
    .action((email: string, options: AddOptions) => run((platform) => add(platform, email, options), tellPassword));
  user
    .command('list')
    .description('everybody who works here')
    .action(() => run(async ({ db }) => (await listPeople(db.db)).map(personOf), tellPeople));
  user
    .command('reset-password <email>')
    .description('set a new password and sign out everywhere')
    .option('--without-two-step', 'also turn two-step sign-in off, where the authenticator is lost')
    .option(...stdinFlag)
    .action((email: string, options: ResetOptions) => run((platform) => resetPassword(platform, email, options), tellPassword));
  user
    .command('role <email> <role>')
    .description(`change a role: ${roles.join(', ')}`)
    .action((email: string, role: string) =>
      run(
        (platform) => changeRole(platform, email, role),
        ({ email: who, role: now }) => `${who} is ${now} now`,
      ),
    );
}

interface PasswordOptions {
  passwordStdin?: true;
}

interface AddOptions extends PasswordOptions {
  name: string;
  role: Role;
  language?: Language;
}

interface ResetOptions extends PasswordOptions {
  withoutTwoStep?: true;
}

/** `password` is present where it was made here. */
interface Credentials {
  email: string;
  password?: string;
}

export async function add({ db }: Platform, email: string, options: AddOptions): Promise<Credentials> {
  const workspace = await findWorkspace(db.db);
  if (!workspace)
    throw new Error('The company is not set up yet: open the address of this installation in a browser, or import something first');
  const chosen = await choosePassword(options, [email, options.name]);
  const passwordHash = await hashPassword(chosen.text);
  await db.transaction(async (tx) => {
    const person = await addPerson(tx, {
      email,
      name: options.name,
      role: options.role,
      language: options.language ?? workspace.language,
      passwordHash,
    });
    if (!person) throw new Error(`Somebody has the e-mail ${email} already`);
    await audit(tx, system, {
      action: 'people.joined',
      object: { kind: 'person', id: person.id },
      after: { name: person.name, role: person.role },
    });
  });
  return { email, ...chosen.shown };
}

export async function resetPassword({ db }: Platform, email: string, options: ResetOptions): Promise<Credentials> {
  const person = await requirePerson(db.db, email);
  const chosen = await choosePassword(options, [email, person.name]);
  const passwordHash = await hashPassword(chosen.text);
  await db.transaction(async (tx) => {
    await updatePerson(tx, person.id, { passwordHash });
    if (options.withoutTwoStep) await dropTotp(tx, person.id);
    await closeSessions(tx, person.id);
    await audit(tx, system, { action: 'people.password-changed', object: { kind: 'person', id: person.id } });
  });
  return { email, ...chosen.shown };
}

export async function changeRole({ db }: Platform, email: string, role: string): Promise<{ email: string; role: Role }> {
  const chosen = roles.find((known) => known === role);
  if (!chosen) throw new Error(`There is no role "${role}". Roles: ${roles.join(', ')}`);
  await db.transaction(async (tx) => {
    const person = await requirePerson(tx, email);
    if (chosen !== 'owner') await requireAnotherOwner(tx, person.id);
    await applyChange(tx, system, person, { role: chosen });
  });
  return { email, role: chosen };
}

async function requirePerson(db: Db, email: string): Promise<PersonRow> {
  const person = await findByEmail(db, email);
  if (!person) throw new Error(`Nobody here has the e-mail ${email}`);
  return person;
}

async function choosePassword({ passwordStdin }: PasswordOptions, own: string[]): Promise<{ text: string; shown?: { password: string } }> {
  if (!passwordStdin) {
    const made = makeToken().slice(0, 20);
    return { text: made, shown: { password: made } };
  }
  const typed = (await text(process.stdin)).replace(/\r?\n$/, '');
  if (typed.length < 10) throw new Error('The password must have at least 10 characters');
  requireGoodPassword(typed, own, 'password');
  return { text: typed };
}

const tellPassword = ({ email, password }: Credentials) =>
  password ? `${email}: the password is ${password}` : `${email}: the password is set`;

const tellPeople = (people: ReturnType<typeof personOf>[]) =>
  people.map((person) => `${person.email}\t${person.name}\t${person.role}${person.blocked ? '\tblocked' : ''}`).join('\n');
