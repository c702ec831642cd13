import { clientsById, missingProofs, paidClientsLike } from '@mosty/directory';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import { businessDateOf } from '@mosty/kernel/time';
import { defineEvidence, definePassageEffect } from '@mosty/lifecycle';
import type { Finding, Missing } from '@mosty/lifecycle/contract';
import { agreementsOf, type AgreementRecord } from '../store/agreements.ts';
import { promisesOf } from '../store/promises.ts';
import { versionsOf } from '../store/versions.ts';
import { end } from './end-agreement.ts';
import { launch } from './launch.ts';

/** What gates find in agreements, and what going through them does to agreements. */
const MANAGER: Missing['roles'] = ['manager', 'head'];
const lacks = (code: string, params: Missing['params'], to: string, roles = MANAGER): Finding => ({
  met: false,
  rows: [],
  missing: [{ code: `agreements.${code}`, params, roles, to }],
});

async function openOnes(tx: Tx, partnerId: string): Promise<AgreementRecord[]> {
  return (await agreementsOf(tx, [partnerId])).filter((one) => one.endedAt === null);
}

/** Accepted by both: a version here, or on paper before. */
defineEvidence('expectations_accepted', async (tx, { partnerId }) => {
  const open = await openOnes(tx, partnerId);
  const accepted = open.filter((one) => one.acceptedAt !== null);
  if (accepted.length === 0) {
    const draft = open[0];
    return draft
      ? lacks('not_accepted_by_both', { agreementId: draft.id }, `/agreements/${draft.id}`, [
          ...MANAGER,
          'partner_owner',
        ])
      : lacks('no_agreement', {}, `/partners/${partnerId}`);
  }
  const versions = await versionsOf(
    tx,
    accepted.map((one) => one.id),
  );
  return {
    met: true,
    rows: accepted.map(({ id, currentVersion, signedOn }) => ({
      code: currentVersion > 0 ? 'agreements.accepted' : 'agreements.signed_on_paper',
      params: {
        agreementId: id,
        version: currentVersion,
        signedOn,
        bodyHash:
          versions.find((one) => one.agreementId === id && one.version === currentVersion)?.bodyHash ?? null,
      },
    })),
    missing: [],
  };
});

/** Still in force on the day somebody comes back from a pause. */
defineEvidence('expectations_valid', async (tx, { partnerId }) => {
  const today = businessDateOf(tx.now(), tx.zone);
  const valid = (await openOnes(tx, partnerId)).filter(
    (one) => one.acceptedAt !== null && (one.endsOn === null || one.endsOn > today),
  );
  return valid.length > 0
    ? {
        met: true,
        rows: valid.map(({ id, endsOn }) => ({
          code: 'agreements.in_force',
          params: { agreementId: id, endsOn },
        })),
        missing: [],
      }
    : lacks('nothing_in_force', {}, `/partners/${partnerId}`);
});

defineEvidence('promises_closed', async (tx, { partnerId }) => {
  const agreements = await agreementsOf(tx, [partnerId]);
  const promises = await promisesOf(
    tx,
    agreements.map((one) => one.id),
  );
  const open = promises.filter((promise) => promise.outcome === null);
  return open.length > 0
    ? lacks('promises_open', { count: open.length }, `/partners/${partnerId}`)
    : {
        met: true,
        rows: [{ code: 'agreements.promises_closed', params: { count: promises.length } }],
        missing: [],
      };
});

/** S2.7: the partner is a client of ours who paid, got a result, is satisfied and agreed to tell. */
defineEvidence('client_proven', async (tx, { partnerId }) => {
  const named = (await openOnes(tx, partnerId)).flatMap((one) => one.clientId ?? []);
  const alike = (await paidClientsLike(tx, [partnerId])).get(partnerId) ?? [];
  const clients = await clientsById(tx, [...new Set([...named, ...alike])]);
  const proven = clients.find((client) => client.firstPaidAt !== null && missingProofs(client).length === 0);
  if (proven)
    return {
      met: true,
      rows: [{ code: 'agreements.client_proven', params: { clientId: proven.id } }],
      missing: [],
    };
  const [almost] = clients;
  return almost
    ? lacks('client_not_proven', { clientId: almost.id }, `/clients/${almost.id}`)
    : lacks('no_such_client', {}, `/partners/${partnerId}`);
});

/** The first day of working together: everything both sides accepted is in force (S2.19). */
async function launchAccepted(tx: Tx, { partnerId }: { partnerId: Id<'partner'> }): Promise<void> {
  const today = businessDateOf(tx.now(), tx.zone);
  for (const agreement of await openOnes(tx, partnerId)) {
    if (agreement.acceptedAt !== null && agreement.launchedOn === null) await launch(tx, agreement, today);
  }
}
definePassageEffect('launch', 'pilot', launchAccepted);
definePassageEffect('agreed', 'working', launchAccepted);

/** Whatever the gate looked at, an agreement does not end while something is open (S0.66). */
definePassageEffect('leaving', 'ended', async (tx, { partnerId, details }) => {
  for (const agreement of await openOnes(tx, partnerId))
    await end(tx, agreement, details.note ?? details.reasonCode ?? 'ended');
});
