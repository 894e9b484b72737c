/** Random tokens that people and browsers carry; only their digests are stored. */
import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits as 43 characters. */
export const makeToken = () => randomBytes(32).toString('base64url');

export const digest = (token: string) => createHash('sha256').update(token).digest();
