import { acceptText, textsNow } from '@mosty/agreements';
import { addFace, createPartner } from '@mosty/directory';
import { permit, queueMessage } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import { enterLifecycle } from '@mosty/lifecycle';
import type { Path } from '@mosty/lifecycle/contract';
import { rights } from '../policy.ts';
import { lockApplication, saveDecision, type ApplicationOfProgramme } from '../store/applications.ts';

/**
 * Makes a partner of an application: its name, its person and its consent, at the very beginning of the pipeline. Who is
 * on the stop list may be taken too; the gate ahead holds them.
 * @throws recruiting.application_unknown, recruiting.application_decided
 */
export function takeApplication(
  ctx: Context,
  input: {
    applicationId: Id<'application'>;
    path: Path;
    introducedByPartnerId?: Id<'partner'> | undefined;
  },
): Promise<ApplicationOfProgramme> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'application.decide');
    const one = await waitingApplication(tx, input.applicationId);
    const { name, person, email, phone, site, taxNumber, city, about } = one;
    const partner = await createPartner(tx, {
      name,
      email,
      phone,
      site,
      taxNumber,
      city,
      note: about,
      introducedByPartnerId: input.introducedByPartnerId,
    });
    const partnerId = partner.id;
    await addFace(tx, { partnerId, side: 'theirs', name: person, email, phone });
    await enterLifecycle(tx, { partnerId, path: input.path, to: 'mention', source: 'application' });
    await keepConsent(tx, partnerId, one);
    return decided(tx, { ...one, state: 'taken', partnerId }, 'recruiting.take_application');
  });
}

/** The word given with the application is the partner's word, while the text is the one they read. */
async function keepConsent(tx: Tx, partnerId: Id<'partner'>, one: ApplicationOfProgramme): Promise<void> {
  const { consentHash: bodyHash, person, id } = one;
  const now = (await textsNow(tx)).find(({ kind }) => kind === 'personal_data');
  if (now?.bodyHash === bodyHash)
    await acceptText(tx, { kind: 'personal_data', bodyHash, partnerId, person, evidence: id });
}

/** @throws recruiting.application_unknown, recruiting.application_decided */
export function declineApplication(
  ctx: Context,
  input: {
    applicationId: Id<'application'>;
    reasonCode: string;
    letter: { subject: string; text: string };
  },
): Promise<ApplicationOfProgramme> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'application.decide');
    const one = await waitingApplication(tx, input.applicationId);
    await queueMessage(tx, { kind: 'partner_letter', to: one.email, letter: input.letter });
    return decided(
      tx,
      { ...one, state: 'declined', reasonCode: input.reasonCode },
      'recruiting.decline_application',
    );
  });
}

async function waitingApplication(tx: Tx, id: Id<'application'>): Promise<ApplicationOfProgramme> {
  const one =
    (await lockApplication(tx, id)) ??
    refuse('not_found', 'recruiting.application_unknown', { applicationId: id });
  if (one.state !== 'waiting') refuse('not_now', 'recruiting.application_decided', { state: one.state });
  return one;
}

async function decided(
  tx: Tx,
  one: ApplicationOfProgramme,
  verb: 'recruiting.take_application' | 'recruiting.decline_application',
): Promise<ApplicationOfProgramme> {
  const now = { ...one, decidedAt: tx.now(), decidedBy: tx.actor.id };
  await saveDecision(tx, now);
  const { partnerId, reasonCode } = now;
  tx.audit({ verb, subject: one.id, change: { partnerId, reasonCode } });
  return now;
}
