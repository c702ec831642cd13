import { paths } from '@mosty/ui-kit';

/** Ends the session on the server and leaves nothing of it in the page. */
export async function signOut(): Promise<void> {
  await fetch('/api/auth/sign-out', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  });
  window.location.assign(paths.signIn());
}
