/** Files dropped on one screen and taken by another: the first steps hand them to the import. */

let waiting: File[] = [];

export function handOverFiles(files: File[]): void {
  waiting = files;
}

/** The files handed over, once. */
export function takeHandedFiles(): File[] {
  const files = waiting;
  waiting = [];
  return files;
}
