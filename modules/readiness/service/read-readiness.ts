import { may, namesOfMembers, permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import { businessDateOf } from '@mosty/kernel/time';
import { QUESTIONS } from '../contract.ts';
import { capacityOf, isOver, judgePillars, scaleSteps, warn } from '../domain/judge.ts';
import { rights } from '../policy.ts';
import { answersNow } from '../store/answers.ts';
import { countFacts, ledByKeeper, ownerlessAlliances } from '../store/facts.ts';

/** How ready the company itself is (S0.1): facts counted now, what people said, and what follows from both. */
export function readReadiness(ctx: Context) {
  return look(ctx, async (tx) => {
    permit(tx, rights, 'readiness.read');
    return readinessOf(tx);
  });
}

export async function readinessOf(tx: Tx) {
  const facts = await countFacts(tx, businessDateOf(tx.now(), tx.zone));
  const said = await answersNow(tx);
  const answers = new Map(Array.from(said.values(), ({ question, value }) => [question, value]));
  const led = await ledByKeeper(tx);
  const names = await namesOfMembers(tx, [...led.map(({ memberId }) => memberId), ...answers.values()]);
  const limits = capacityOf(answers);
  const capacity = led.map((one) => ({
    ...one,
    name: names.get(one.memberId) ?? '',
    isOver: isOver(one, limits),
  }));
  const pillars = judgePillars(facts);
  const working = led.reduce((sum, { highTouch, scaled }) => sum + highTouch + scaled, 0);
  return {
    met: pillars.reduce((sum, { met }) => sum + met, 0),
    of: pillars.reduce((sum, { items }) => sum + items.length, 0),
    pillars,
    answers: QUESTIONS.map((question) => {
      const answer = said.get(question);
      return {
        question,
        value: answer?.value ?? null,
        name: names.get(answer?.value ?? '') ?? null,
        source: answer?.source ?? null,
        saidAt: answer?.saidAt ?? null,
      };
    }),
    warnings: warn(answers, {
      overloaded: capacity.filter((one) => one.isOver).length,
      ownerless: await ownerlessAlliances(tx),
    }),
    capacity,
    capacityOf: limits,
    scale: scaleSteps(facts, answers, working),
    can: { answer: may(tx, rights, 'readiness.answer') },
  };
}
