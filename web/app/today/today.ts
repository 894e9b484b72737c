/** What the server tells about the day. */
import type { AnswerOf } from '../../api-types.ts';

export type Today = AnswerOf<'GET /today'>;
