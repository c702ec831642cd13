import { randomBytes } from 'node:crypto';
import { hashPassword } from 'better-auth/crypto';
import type { Tx } from '@mosty/kernel/context';
import { insertPassword, insertUser } from '../store/sign-ins.ts';

interface CreateSignIn {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** Makes the sign-in of somebody new, with the library's slow hash, in the caller's transaction. Returns its id. */
export async function createSignIn(tx: Tx, input: CreateSignIn): Promise<string> {
  const id = randomBytes(16).toString('hex');
  const hash = await hashPassword(input.password);
  await insertUser(tx, { id, name: input.name, email: input.email });
  await insertPassword(tx, randomBytes(16).toString('hex'), id, hash);
  return id;
}
