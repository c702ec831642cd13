import { getMe } from '@mosty/identity/contract';
import { ApiRefusal, call, lookAs, looksAs, paths, type Me } from '@mosty/ui-kit';
import { redirect } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { queries } from './queries.ts';

async function readMe(): Promise<Me> {
  try {
    return await call(getMe);
  } catch (thrown) {
    // The hour of a look is over: one is oneself again.
    if (looksAs() === null || !(thrown instanceof ApiRefusal) || thrown.status === 0) throw thrown;
    lookAs(null);
    return call(getMe);
  }
}

const session = {
  queryKey: [getMe.id, {}],
  queryFn: readMe,
  staleTime: 60_000,
};

/** Who is signed in; nobody is sent to sign in and back here. Any other trouble is the layout's to show. */
export async function loadSession(here: string): Promise<Me | undefined> {
  try {
    return await queries.ensureQueryData(session);
  } catch (thrown) {
    const signedOut = thrown instanceof ApiRefusal && thrown.status === 401;
    if (signedOut && !here.startsWith(paths.signIn.pattern))
      redirect({ href: paths.signIn({ to: here }), throw: true });
    return undefined;
  }
}

export function useSession() {
  return useQuery<Me, ApiRefusal>(session);
}
