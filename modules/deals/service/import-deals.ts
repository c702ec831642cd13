import { agreementsAt } from '@mosty/agreements';
import { ensureClients, findPartnersByReference, partnersById } from '@mosty/directory';
import { permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { businessDateOf } from '@mosty/kernel/time';
import { settleOverlaps, type Worked } from '../domain/overlaps.ts';
import { stageOfOutcome } from '../domain/stages.ts';
import { rights } from '../policy.ts';
import { insertDealEvents } from '../store/deal-events.ts';
import {
  dealsOfClients,
  dealsByKey,
  holdRegistrations,
  insertDeals,
  lastNumber,
  type DealRecord,
} from '../store/deals.ts';
import { insertParticipants } from '../store/participants.ts';
import { agreementFor } from './choose-agreement.ts';
import { linkWaitingSales } from './link-sales.ts';
import { BLANK } from './new-deal.ts';
import { rulesOf, stageNamed, stagesOf } from './stages.ts';
import { tellDeals } from './tell-deals.ts';

/** A deal as a CRM tells it. */
export interface ToldDeal {
  readonly externalId: string;
  readonly title?: string | undefined;
  /** The client's number and name there; without one the deal is kept without a client. */
  readonly clientExternalId?: string | undefined;
  readonly clientName?: string | undefined;
  /** A partner's name or number, as in a sale; one we do not know is nobody's registration. */
  readonly partner?: string | undefined;
  /** When the partner began to work with the client; without it the deal registers nothing. */
  readonly registeredAt?: Date | undefined;
  readonly closedAt?: Date | undefined;
  readonly outcome?: 'won' | 'lost' | undefined;
  /** For an open deal; the first one when left out. */
  readonly stage?: string | undefined;
  readonly amountMinor?: bigint | undefined;
  readonly currency?: string | undefined;
}

export interface ImportedDeals {
  readonly recorded: number;
  readonly known: number;
  /** Two partners with one client at the same time: the earlier stands (S3.20). */
  readonly conflicts: readonly {
    readonly dealId: Id<'deal'>;
    readonly externalId: string;
    readonly yieldsToDealId: Id<'deal'>;
  }[];
}

/**
 * Loads deals as a list, each key of the source once for ever. Whose a client was at each time follows from when each
 * partner began: see `settleOverlaps`. Deals that are here already take part in that and are not changed.
 * @throws deals.stage_unknown
 */
export function importDeals(
  ctx: Context,
  input: { readonly source: string; readonly deals: readonly ToldDeal[] },
): Promise<ImportedDeals> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'deal.import');
    await holdRegistrations(tx);
    const told = [...new Map(input.deals.map((deal) => [deal.externalId, deal])).values()];
    const known = new Set(
      (
        await dealsByKey(
          tx,
          input.source,
          told.map(({ externalId }) => externalId),
        )
      ).map(({ externalId }) => externalId),
    );
    const fresh = told.filter(({ externalId }) => !known.has(externalId));
    const rows = await withRegistrations(tx, await toRows(tx, input.source, fresh));
    await insertDeals(tx, rows);
    await writeSources(tx, rows);
    await insertDealEvents(
      tx,
      rows.map((row) => ({
        dealId: row.id,
        what: row.registration === 'conflicted' ? 'conflicted' : 'imported',
        params: { source: input.source, ...(row.doubt ? { doubt: row.doubt } : {}) },
      })),
    );
    await linkWaitingSales(
      tx,
      rows.flatMap(({ externalId }) => externalId ?? []),
    );
    const conflicts = rows.flatMap(({ id, externalId, yieldsToDealId }) =>
      yieldsToDealId && externalId ? [{ dealId: id, externalId, yieldsToDealId }] : [],
    );
    if (rows[0]) {
      tx.audit({
        verb: 'deals.import_deals',
        subject: rows[0].id,
        change: { source: input.source, count: rows.length, conflicts: conflicts.length },
      });
      tellDeals(tx, 'deal.registered', rows);
      tellDeals(
        tx,
        'deal.conflicted',
        conflicts.map(({ dealId }) => ({ id: dealId })),
      );
    }
    return { recorded: rows.length, known: told.length - fresh.length, conflicts };
  });
}

async function toRows(tx: Tx, source: string, told: readonly ToldDeal[]): Promise<DealRecord[]> {
  const stages = await stagesOf(tx);
  const clients = await ensureClients(
    tx,
    told.flatMap(({ clientExternalId: externalId, clientName: name }) =>
      externalId ? [{ externalId, name }] : [],
    ),
  );
  const partners = await findPartnersByReference(tx, [
    ...new Set(told.flatMap(({ partner }) => partner ?? [])),
  ]);
  const keepers = new Map(
    (await partnersById(tx, [...partners.values()])).map(({ id, ownerMemberId }) => [id, ownerMemberId]),
  );
  const agreements = Map.groupBy(
    await agreementsAt(tx, [...partners.values()]),
    ({ partnerId }) => partnerId,
  );
  const last = await lastNumber(tx);
  return told.map((deal, place): DealRecord => {
    const outcome = deal.outcome ?? null;
    const openStage = deal.stage ?? stages[0]?.code ?? 'new';
    stageNamed(stages, openStage);
    const partnerId = (partners.get(deal.partner ?? '') ?? null) as Id<'partner'> | null;
    const agreement = partnerId ? agreementFor(tx, agreements.get(partnerId) ?? []) : undefined;
    const registeredAt = deal.registeredAt ?? null;
    return {
      ...BLANK,
      id: tx.ids.next('deal', registeredAt ?? tx.now()),
      number: last + place + 1,
      title: deal.title ?? deal.clientName ?? deal.clientExternalId ?? deal.externalId,
      channel: 'import',
      source,
      externalId: deal.externalId,
      clientId: clients.get(deal.clientExternalId ?? '')?.id ?? null,
      partnerId,
      agreementId: agreement?.id ?? null,
      ownerMemberId: (partnerId && keepers.get(partnerId)) ?? null,
      namedRegistrant: partnerId ? null : (deal.partner ?? null),
      registration: 'none',
      registeredAt,
      stage: outcome ? stageOfOutcome(stages, outcome) : openStage,
      openStage,
      outcome,
      closedAt: outcome ? (deal.closedAt ?? tx.now()) : null,
      lostReason: null,
      amountMinor: deal.amountMinor ?? null,
      currency: deal.currency ?? tx.currency,
      movedAt: deal.closedAt ?? registeredAt ?? tx.now(),
      createdAt: tx.now(),
      createdBy: tx.actor.id,
    };
  });
}

async function withRegistrations(tx: Tx, rows: readonly DealRecord[]): Promise<DealRecord[]> {
  const clientIds = [...new Set(rows.flatMap(({ clientId }) => clientId ?? []))];
  const before = (await dealsOfClients(tx, clientIds)).filter(
    ({ registration }) => registration === 'approved' || registration === 'pending',
  );
  const { protectionDays } = await rulesOf(tx);
  const today = businessDateOf(tx.now(), tx.zone);
  const settled = settleOverlaps([...before, ...rows] satisfies Worked[], {
    zone: tx.zone,
    today,
    protectionDays,
  });
  return rows.map((row) => {
    const outcome = settled.get(row.id);
    if (!outcome) return row;
    // Without an agreement there is nothing to protect by; that another partner was there is said all the same.
    if (row.agreementId === null && outcome.registration !== 'conflicted') return row;
    return {
      ...row,
      registration: outcome.registration,
      protectedUntil: outcome.protectedUntil,
      yieldsToDealId: outcome.yieldsToDealId as Id<'deal'> | null,
      doubt: outcome.registration === 'conflicted' ? 'registered_earlier' : null,
      decidedAt: outcome.registration === 'approved' ? tx.now() : null,
      decidedBy: outcome.registration === 'approved' ? tx.actor.id : null,
    };
  });
}

async function writeSources(tx: Tx, rows: readonly DealRecord[]): Promise<void> {
  const standing = rows.filter(
    ({ registration }) => registration === 'approved' || registration === 'expired',
  );
  const agreements = new Map(
    (await agreementsAt(tx, [...new Set(standing.flatMap(({ partnerId }) => partnerId ?? []))])).map(
      (agreement) => [agreement.id, agreement],
    ),
  );
  await insertParticipants(
    tx,
    standing.flatMap(({ id, partnerId, agreementId }) => {
      const agreement = agreementId ? agreements.get(agreementId) : undefined;
      return partnerId && agreement
        ? [
            {
              id: tx.id('deal_participant'),
              dealId: id,
              partnerId,
              agreementId: agreement.id,
              class: agreement.class,
              role: 'source' as const,
              sharePpm: 1_000_000,
              capMinor: null,
            },
          ]
        : [];
    }),
  );
}
