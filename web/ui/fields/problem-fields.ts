/** Puts a server's refusal beside the fields it is about; what belongs to no field is said in a notice. */
import { ApiProblem } from '../../api.ts';
import { toastProblem } from '../toast.tsx';

/** What `useForm` of `@mantine/form` returns, as far as this needs it. */
interface Form {
  setErrors(errors: Record<string, string>): void;
}

/**
 * Shows `problem` on the form. Field paths are those of the request's body (`owner.email`); a form with other paths passes
 * `pathOf`. Returns true when every complaint found its field.
 */
export function showProblem(
  form: Form,
  problem: unknown,
  pathOf: (field: string) => string = (field) => field.replace(/^body\./, ''),
): boolean {
  const complaints = problem instanceof ApiProblem ? Object.entries(problem.fields) : [];
  if (complaints.length === 0) {
    toastProblem(problem);
    return false;
  }
  form.setErrors(Object.fromEntries(complaints.map(([field, message]) => [pathOf(field), message])));
  return true;
}
