import { look } from '@mosty/kernel/db';
import { serve, type Served } from '@mosty/kernel/http';
import { proveByCode as proveByCodeOperation, readMyProof } from '../contract/proof.ts';
import { PROOF_MINUTES } from '../domain/proof.ts';
import { proofOf, proveByCode } from '../service/step-up.ts';

export const proofRoutes: Served[] = [
  serve(readMyProof, (ctx) =>
    look(ctx, async (tx) => {
      const { fresh, ways } = await proofOf(tx);
      return { fresh, ways: [...ways], minutes: PROOF_MINUTES };
    }),
  ),
  serve(proveByCodeOperation, async (ctx, { body }) => {
    await proveByCode(ctx, body);
    return { fresh: true };
  }),
];
