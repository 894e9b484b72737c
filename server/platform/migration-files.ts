/** The numbered SQL files of a folder of migrations, the same for both databases. */
import { readdir } from 'node:fs/promises';

/**
 * Names without `.sql`, in order.
 * @param only just these; a name that the folder lacks comes from a newer version
 */
export async function chooseMigrations(folder: URL, only?: readonly string[]): Promise<string[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort();
  const names = files.map((file) => file.slice(0, -'.sql'.length));
  const unknown = only?.find((name) => !names.includes(name));
  if (unknown) throw new Error(`The data comes from a newer version of Prilavok, which knows "${unknown}". Install that version.`);
  return only ? names.filter((name) => only.includes(name)) : names;
}
