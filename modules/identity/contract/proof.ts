import { operation } from '@mosty/kernel/operation';
import * as z from 'zod';

/** How somebody proves that it is still them: a key of the device, the code of an app, or a code by letter. */
export const PROOF_WAYS = ['passkey', 'totp', 'letter'] as const;
export type ProofWay = (typeof PROOF_WAYS)[number];

export const readMyProof = operation({
  id: 'readMyProof',
  method: 'GET',
  path: '/me/proof',
  summary: 'By which ways one proves again that it is oneself, and whether that was just done',
  tag: 'identity',
  permission: 'member',
  answer: z.object({ fresh: z.boolean(), ways: z.array(z.enum(PROOF_WAYS)), minutes: z.int() }),
});

export const proveByCode = operation({
  id: 'proveByCode',
  method: 'POST',
  path: '/me/proof',
  summary: 'The code that came by letter: for some minutes it is surely oneself',
  tag: 'identity',
  permission: 'member',
  body: z.strictObject({ code: z.string().trim().min(4).max(20) }),
  answer: z.object({ fresh: z.boolean() }),
});
