import { findWorkspace, permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import { FIRST_STEPS } from '../contract/first-steps.ts';
import { rights } from '../policy/channel.ts';
import { findStepFacts } from '../store/first-steps.ts';

/** A company is settled when it has said how it is called in documents: everything else of it was asked at its start. */
export function readFirstSteps(ctx: Context) {
  return look(ctx, async (tx) => {
    permit(tx, rights, 'channel.read');
    const company = await findWorkspace(tx);
    const facts = { company: (company?.legalName ?? null) !== null, ...(await findStepFacts(tx)) };
    const steps = FIRST_STEPS.map((step) => ({ step, done: facts[step] }));
    return { steps, allDone: steps.every(({ done }) => done) };
  });
}
