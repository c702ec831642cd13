import { permit } from '@mosty/identity';
import { releaseHold } from '@mosty/incentives';
import type { Context, Tx } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { orRefuse, Refusal, refuse } from '@mosty/kernel/refusal';
import { mayDecide } from '../domain/life.ts';
import { rights } from '../policy.ts';
import { heldBy, holdsOf, insertStep, lockFlag, saveFlag, type FlagRecord } from '../store/flags.ts';
import { saveIncident } from '../store/incidents.ts';
import { closeQuestions, questionsOfFlag } from '../store/questions.ts';

export async function flagToChange(tx: Tx, flagId: string): Promise<FlagRecord> {
  return (await lockFlag(tx, flagId)) ?? refuse('not_found', 'integrity.flag_unknown', { flagId });
}

/** Takes the flag away with an explanation; the money goes back to where it lay. @throws integrity.flag_decided */
export function liftFlag(
  ctx: Context,
  input: { readonly flagId: Id<'flag'>; readonly explanation: string; readonly falseAlarm?: boolean },
): Promise<void> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'flag.decide');
    const flag = await flagToChange(tx, input.flagId);
    orRefuse(mayDecide(flag.state));
    const { explanation, falseAlarm = false } = input;
    const known = await knownToPartner(tx, flag);
    const released = await releaseMoney(tx, flag, explanation);
    await endFlag(tx, { ...flag, state: 'lifted', explanation, falseAlarm });
    await insertStep(tx, flag.id, {
      what: 'lifted',
      says: explanation,
      params: { falseAlarm: falseAlarm ? 1 : 0 },
    });
    tx.audit({ verb: 'integrity.lift_flag', subject: flag.id, reason: explanation, change: { falseAlarm } });
    tx.emit({
      type: 'flag.lifted',
      flagId: flag.id,
      partnerId: flag.partnerId,
      sign: flag.sign,
      ...known,
      released,
    });
  });
}

/** It was so. The money stays held until the fix is verified. @throws integrity.flag_decided */
export function makeIncident(ctx: Context, input: { readonly flagId: Id<'flag'> }): Promise<Id<'incident'>> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'flag.decide');
    const flag = await flagToChange(tx, input.flagId);
    orRefuse(mayDecide(flag.state));
    const { id: flagId, partnerId, severity } = flag;
    const id = tx.id('incident');
    await saveIncident(tx, {
      id,
      flagId,
      partnerId,
      severity,
      at: tx.now(),
      whatBroke: null,
      howFixed: null,
      whoAnswers: null,
      dueOn: null,
      fixedOn: null,
      verifiedHow: null,
      closedAt: null,
    });
    await saveFlag(tx, { ...flag, state: 'incident', answerDueOn: null });
    await closeQuestions(tx, flagId);
    await insertStep(tx, flagId, { what: 'incident', params: { severity } });
    tx.audit({ verb: 'integrity.make_incident', subject: id, change: { flagId, partnerId, severity } });
    const known = await knownToPartner(tx, flag);
    const held = await heldBy(tx, flagId);
    tx.emit({ type: 'incident.opened', incidentId: id, flagId, partnerId, severity, ...known, held });
    return id;
  });
}

/** It was asked, or its money was stopped: then it hears how that ended too, and is thanked if it answered. */
export async function knownToPartner(
  tx: Tx,
  { id, heldUntil }: Pick<FlagRecord, 'id' | 'heldUntil'>,
): Promise<{ partnerKnows: boolean; answered: boolean }> {
  const questions = await questionsOfFlag(tx, id);
  return {
    partnerKnows: heldUntil !== null || questions.length > 0,
    answered: questions.some(({ answeredAt }) => answeredAt !== null),
  };
}

export async function endFlag(tx: Tx, flag: FlagRecord): Promise<void> {
  await saveFlag(tx, { ...flag, answerDueOn: null, endedAt: tx.now() });
  await closeQuestions(tx, flag.id);
}

/** How many accruals went back. A hold that somebody lifted by hand meanwhile is lifted already. */
export async function releaseMoney(tx: Tx, flag: FlagRecord, reason: string): Promise<number> {
  let released = 0;
  for (const holdId of await holdsOf(tx, flag.id)) {
    try {
      released += (await releaseHold(tx, { holdId, reason: reason.slice(0, 500) })).released;
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'incentives.hold_lifted') throw error;
    }
  }
  if (released > 0) await insertStep(tx, flag.id, { what: 'released', params: { count: released } });
  return released;
}
