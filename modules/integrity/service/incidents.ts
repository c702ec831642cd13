import { permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { orRefuse, refuse } from '@mosty/kernel/refusal';
import { businessDateOf } from '@mosty/kernel/time';
import { mayClose } from '../domain/life.ts';
import { rights } from '../policy.ts';
import { insertStep } from '../store/flags.ts';
import { findIncident, saveIncident, type IncidentRecord } from '../store/incidents.ts';
import { endFlag, flagToChange, knownToPartner, releaseMoney } from './decide-flag.ts';

export interface AnswerIncident {
  readonly incidentId: Id<'incident'>;
  readonly whatBroke: string;
  readonly howFixed: string;
  readonly whoAnswers: string;
  readonly dueOn: string;
}

/** The four answers (S0.65); they may be mended until the incident is closed. @throws integrity.incident_closed */
export function answerIncident(ctx: Context, input: AnswerIncident): Promise<IncidentRecord> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'flag.ask');
    const incident = await incidentToChange(tx, input.incidentId);
    if (incident.closedAt) refuse('conflict', 'integrity.incident_closed');
    const { whatBroke, howFixed, whoAnswers, dueOn } = input;
    const answered = { ...incident, whatBroke, howFixed, whoAnswers, dueOn };
    await saveIncident(tx, answered);
    if (incident.flagId) await insertStep(tx, incident.flagId, { what: 'answers', params: { dueOn } });
    tx.audit({ verb: 'integrity.answer_incident', subject: incident.id, change: { dueOn } });
    return answered;
  });
}

/**
 * Somebody looked and it is mended: the flag ends, its money is released. If the sign comes again it is a repeat.
 * @throws integrity.four_answers, integrity.incident_closed, integrity.fixed_in_future
 */
export function closeIncident(
  ctx: Context,
  input: { readonly incidentId: Id<'incident'>; readonly fixedOn: string; readonly verifiedHow: string },
): Promise<IncidentRecord> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'flag.decide');
    const incident = await incidentToChange(tx, input.incidentId);
    orRefuse(mayClose(incident));
    const { fixedOn, verifiedHow } = input;
    if (fixedOn > businessDateOf(tx.now(), tx.zone))
      refuse('invalid', 'integrity.fixed_in_future', { fixedOn });
    const closed = { ...incident, fixedOn, verifiedHow, closedAt: tx.now() };
    await saveIncident(tx, closed);
    let known = { partnerKnows: false, answered: false };
    let released = 0;
    if (incident.flagId) {
      const flag = await flagToChange(tx, incident.flagId);
      await insertStep(tx, flag.id, { what: 'fixed', params: { fixedOn }, says: verifiedHow });
      known = await knownToPartner(tx, flag);
      released = await releaseMoney(tx, flag, verifiedHow);
      await endFlag(tx, { ...flag, state: 'closed' });
      await insertStep(tx, flag.id, { what: 'closed' });
    }
    tx.audit({
      verb: 'integrity.close_incident',
      subject: incident.id,
      reason: verifiedHow,
      change: { fixedOn },
    });
    const { id, partnerId } = incident;
    tx.emit({ type: 'incident.closed', incidentId: id, partnerId, ...known, released });
    return closed;
  });
}

/** The flag first and its incident after, as everybody does: nobody waits for each other. */
async function incidentToChange(tx: Tx, incidentId: string): Promise<IncidentRecord> {
  const unknown = () => refuse('not_found', 'integrity.incident_unknown', { incidentId });
  return (await findIncident(tx, incidentId)) ?? unknown();
}
