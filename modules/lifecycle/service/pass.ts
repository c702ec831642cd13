import { queueMessage } from '@mosty/identity';
import type { Tx } from '@mosty/kernel/context';
import type { MoveDetails } from '../contract/move.ts';
import type { Step } from '../domain/table.ts';
import { insertAnswers, insertPassages, type PassageRecord } from '../store/passages.ts';
import type { Standing } from '../store/standing.ts';
import { orViolation } from '../store/violations.ts';
import { addressOf } from './address-of.ts';
import type { Looked } from './gate.ts';
import { bringAbout } from './passage-effects.ts';

/** The step is made: written, told, and what follows from it brought about. Its gate was looked at before. */
export async function pass(
  tx: Tx,
  here: Standing,
  step: Step,
  looked: readonly Looked[],
  details: MoveDetails,
): Promise<PassageRecord> {
  const passage: PassageRecord = {
    partnerId: here.partnerId,
    no: here.passageNo + 1,
    path: here.path,
    from: here.stage,
    to: step.to,
    at: tx.now(),
    byActor: tx.actor.id,
    reasonCode: details.reasonCode ?? null,
    returnOn: details.returnOn ?? null,
    takenOver: false,
    evidence: looked.map(({ code, finding }) => ({ code, rows: finding.rows })),
  };
  await orViolation(insertPassages(tx, [passage]));
  if (details.answers) await insertAnswers(tx, passage, details.answers);
  await sendLetter(tx, here, details);
  const { partnerId, from, to } = passage;
  tx.audit({
    verb: 'lifecycle.move_partner',
    subject: partnerId,
    reason: details.note,
    change: { from, to, path: here.path, reasonCode: passage.reasonCode, returnOn: passage.returnOn },
  });
  tx.emit({ type: 'partner.moved', partnerId, from, to });
  await bringAbout(tx, { partnerId, path: here.path, from: here.stage, to, details });
  return passage;
}

async function sendLetter(tx: Tx, { partnerId }: Standing, { letter }: MoveDetails): Promise<void> {
  const to = letter && (await addressOf(tx, partnerId));
  if (letter && to) await queueMessage(tx, { kind: 'partner_letter', to, letter });
}
