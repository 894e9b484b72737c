/** Actions and objects of the log in words; a room's words are its own, and a missing one is shown as the code it is. */
import type { TFunction } from 'i18next';

/** `people.role-changed` is `people:audit.role-changed`. */
export function actionWord(t: TFunction, action: string): string {
  const [room = '', done = ''] = action.split('.');
  return t(`${room}:audit.${done}`, { defaultValue: action });
}

export const objectWord = (t: TFunction, kind: string): string => t(`audit:object.${kind}`, { defaultValue: kind });
