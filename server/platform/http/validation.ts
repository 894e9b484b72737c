/** Turns what a schema says about bad input into field problems with words. */
import type { z } from 'zod';
import { type FieldProblem, Problem } from './problem.ts';

/** @throws Problem `invalid` naming every bad field */
export function parseInput<Schema extends z.ZodType>(schema: Schema, value: unknown, where: string): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new Problem('invalid', { status: 422, fields: parsed.error.issues.slice(0, 100).map((issue) => fieldProblem(issue, where)) });
}

function fieldProblem(issue: z.core.$ZodIssue, where: string): FieldProblem {
  return { field: issue.path.length > 0 ? issue.path.join('.') : where, ...describe(issue) };
}

function describe(issue: z.core.$ZodIssue): Omit<FieldProblem, 'field'> {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? { code: 'field.required' } : { code: 'field.type', values: { expected: issue.expected } };
    case 'too_small':
      return { code: `field.${smallWord(issue.origin)}`, values: { limit: Number(issue.minimum) } };
    case 'too_big':
      return { code: `field.${bigWord(issue.origin)}`, values: { limit: Number(issue.maximum) } };
    case 'invalid_format':
      return { code: 'field.format', values: { expected: issue.format } };
    case 'invalid_value':
      return { code: 'field.choice', values: { options: issue.values.join(', ') } };
    case 'unrecognized_keys':
      return { code: 'field.unknown', values: { names: issue.keys.join(', ') } };
    case 'custom':
      return { code: typeof issue.params?.code === 'string' ? issue.params.code : 'field.invalid' };
    default:
      return { code: 'field.invalid' };
  }
}

const smallWord = (origin: string) => (origin === 'string' ? 'too-short' : origin === 'array' ? 'too-few' : 'too-small');

const bigWord = (origin: string) => (origin === 'string' ? 'too-long' : origin === 'array' ? 'too-many' : 'too-big');
