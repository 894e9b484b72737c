/** Short notices at the foot of the screen. What can be undone offers it here instead of asking before. */
import i18next from 'i18next';
import { ApiProblem } from '../api.ts';
import { noticesSwitch } from '../app/frame/switches.ts';

interface Undoable {
  undo?: () => unknown;
}

// Drawn by code that loads with the first notice.
const shown = () => {
  noticesSwitch.set(true);
  return import('./toast-shown.tsx');
};

/** Says that something is done; with `undo`, offers to take it back for ten seconds. */
export function toastDone(text: string, { undo }: Undoable = {}): void {
  void shown().then(({ showDone }) => showDone(text, undo));
}

/** Says what went wrong, in the server's words where it has any. */
export function toastProblem(problem: unknown): void {
  const known = problem instanceof ApiProblem && problem.status !== 0;
  const away = problem instanceof ApiProblem && problem.status === 0;
  const message = known ? problem.title : i18next.t(away ? 'ui:problem.unreachable' : 'ui:problem.unknown');
  void shown().then(({ showProblem }) => showProblem(message));
}
