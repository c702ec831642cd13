import { openSignIn } from '@mosty/identity';
import { authSecret } from '../auth-secret.ts';
import { withDatabase } from './with-database.ts';

/** `mosty sign-in-link EMAIL`: the way back in for somebody who can be sent no letter. The journal keeps that it was made. */
export async function run([email]: readonly string[]): Promise<number> {
  if (!email) {
    process.stderr.write('Say for whom: mosty sign-in-link EMAIL\n');
    return 2;
  }
  return withDatabase(async ({ database, config }) => {
    const signIn = openSignIn({ database, secret: authSecret(config.dataDir), publicUrl: config.publicUrl });
    process.stdout.write(`${await signIn.issueLink(email)}\nIt works once, for 15 minutes.\n`);
    return 0;
  });
}
