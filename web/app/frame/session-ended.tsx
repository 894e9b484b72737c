/** Notices that the server has ended the session, and only then brings the way to sign in again. */
import { lazy, Suspense, useEffect, useState } from 'react';
import { onSessionEnd } from '../../api.ts';

const SignInAgain = lazy(() => import('./sign-in-again.tsx').then((module) => ({ default: module.SignInAgain })));

export function SessionEnded() {
  const [ended, setEnded] = useState(false);
  useEffect(() => onSessionEnd(() => setEnded(true)), []);
  return ended ? (
    <Suspense>
      <SignInAgain onDone={() => setEnded(false)} />
    </Suspense>
  ) : null;
}
