/** Reviews of goods from every channel. */
import type { Room } from '../../platform/room.ts';

export { saveReviews } from './save.ts';
export { findReviews, takeBackReviews } from './take-back.ts';
export { countUnanswered } from './waiting.ts';

export const feedback: Room = { name: 'feedback' };
