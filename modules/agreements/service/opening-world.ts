import {
  clientsById,
  countProvenClients,
  mayKeep,
  missingProofs,
  paidClientsLike,
  partnersById,
} from '@mosty/directory';
import { may } from '@mosty/identity';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import { Refusal } from '@mosty/kernel/refusal';
import { businessDateOf } from '@mosty/kernel/time';
import {
  checkCapacity,
  checkOpening,
  checkOutside,
  checkReferrer,
  type NewAgreement,
  type Referrer,
} from '../domain/opening.ts';
import { rights } from '../policy.ts';
import { agreementsOf, countReferrals, referringClients } from '../store/agreements.ts';

/** Everything the rules ask about, read once for all rows. */
export async function lookAround(tx: Tx, rows: readonly NewAgreement[]) {
  const partnerIds = [...new Set(rows.map((row) => row.partnerId))];
  const clientIds = [...new Set(rows.flatMap((row) => row.clientId ?? []))];
  const partners = new Map(
    (await partnersById(tx, partnerIds)).map((partner) => [partner.id as string, partner]),
  );
  const outside = rows.filter((row) => row.class === 'partner_sales').map((row) => row.partnerId);
  const likeClients = outside.length === 0 ? new Map() : await paidClientsLike(tx, outside);
  const refers = await referringClients(tx, clientIds);
  const clients = new Map((await clientsById(tx, clientIds)).map((client) => [client.id as string, client]));
  const capacity =
    clientIds.length === 0
      ? null
      : { used: await countReferrals(tx), allowed: (await countProvenClients(tx)).paid };
  const open = new Map<string, Id<'agreement'>>();
  for (const agreement of await agreementsOf(tx, partnerIds)) {
    if (agreement.endedAt === null) open.set(keyOf(agreement), agreement.id);
  }
  const today = businessDateOf(tx.now(), tx.zone);
  const mayConfirm = may(tx, rights, 'agreement.confirm_class');

  function referrer(clientId: string): Referrer | undefined {
    const client = clients.get(clientId);
    return (
      client && {
        firstPaidOn: client.firstPaidAt && businessDateOf(client.firstPaidAt, tx.zone),
        missingProofs: missingProofs(client),
        refers: refers.has(clientId),
      }
    );
  }

  return {
    open,
    refersNow(clientId: string) {
      refers.add(clientId);
      if (capacity) capacity.used += 1;
    },
    refuses(row: NewAgreement): Refusal | null {
      const partner = partners.get(row.partnerId);
      if (!partner)
        return new Refusal('not_found', 'directory.partner_unknown', { partnerId: row.partnerId });
      if (partner.archivedAt !== null)
        return new Refusal('not_now', 'directory.partner_archived', { name: partner.name });
      const kept = mayKeep(tx.actor, partner);
      if (kept instanceof Refusal) return kept;
      return (
        checkOpening(row, today) ??
        checkOutside(row, likeClients.has(row.partnerId), mayConfirm) ??
        (row.clientId
          ? (checkReferrer(referrer(row.clientId), row.startsOn) ??
            (capacity && checkCapacity(capacity.used, capacity.allowed)))
          : null)
      );
    },
  };
}

/** The same agreement: not opened twice while it is open. */
export function keyOf(row: {
  partnerId: string;
  class: string;
  kind: string;
  number?: string | null | undefined;
}): string {
  return [row.partnerId, row.class, row.kind, row.number ?? ''].join('\n');
}
