import { may, permit } from '@mosty/identity';
import type { Tx } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import { serve, type Served } from '@mosty/kernel/http';
import { refuse } from '@mosty/kernel/refusal';
import * as api from '../contract/claims.ts';
import { isWaiting } from '../domain/claim.ts';
import { rights } from '../policy.ts';
import { answerClaim, openClaim, sideOf, withdrawClaim } from '../service/claims.ts';
import {
  findClaim,
  listClaimRows,
  notesOf,
  precedentsFor,
  type ClaimListed,
  type ClaimRecord,
} from '../store/claims.ts';
import { salesById } from '../store/contested.ts';
import { contestedDeals } from '../store/contested-deals.ts';
import { whoFor } from './who-brought.ts';

const PRECEDENTS_SHOWN = 5;

export const claimRoutes: readonly Served[] = [
  serve(api.listClaims, (ctx, { query }) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'claim.read');
      const rows = await listClaimRows(tx, {
        show: query.show,
        after: query.cursor ?? null,
        limit: query.limit + 1,
      });
      const items = rows.slice(0, query.limit);
      const shown = await present(tx, items);
      const last = items.at(-1);
      return { items: shown, nextCursor: rows.length > query.limit && last ? last.id : null };
    }),
  ),
  serve(api.getClaim, (ctx, { params }) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'claim.read');
      const claim = (await findClaim(tx, params.claimId)) ?? refuse('not_found', 'attribution.no_claim');
      const [sale] = claim.saleId ? await salesById(tx, [claim.saleId]) : [];
      const [deal] = claim.dealId ? await contestedDeals(tx, [claim.dealId]) : [];
      const listed = {
        ...claim,
        saleKey: sale?.key ?? null,
        dealNumber: deal?.number ?? null,
        amountMinor: sale?.amountMinor ?? deal?.amountMinor ?? null,
        currency: sale?.currency ?? deal?.currency ?? null,
      };
      const [row] = await present(tx, [listed]);
      if (!row) throw new Error('a claim that was read has a row');
      const notes = await notesOf(tx, claim.id);
      const own = sideOf(tx);
      const who = await whoFor(tx, [
        ...notes.map((note) => note.partnerId),
        ...(claim.ruling ?? []).map((one) => one.partnerId),
      ]);
      const waits = isWaiting(claim.state);
      return {
        ...row,
        evidence: claim.evidence.map(({ text, url }) => ({ text, ...(url !== undefined && { url }) })),
        notes: notes.map(({ position, partnerId, said, at }) => ({
          position,
          side: sideOfNote(partnerId, claim),
          partnerName: who(partnerId).partnerName,
          said,
          at: at.toISOString(),
        })),
        decisionReason: claim.decisionReason,
        ruling: claim.ruling?.map(({ partnerId, sharePpm }) => ({ ...who(partnerId), sharePpm })) ?? null,
        precedents: own === null ? await precedents(tx, claim) : [],
        can: {
          answer: waits && may(tx, rights, 'claim.answer'),
          decide: waits && may(tx, rights, 'claim.decide'),
          withdraw:
            waits && may(tx, rights, 'claim.open') && (own === null || own === claim.claimantPartnerId),
        },
      };
    }),
  ),
  serve(api.openClaim, (ctx, { body }) => openClaim(ctx, body)),
  serve(api.answerClaim, (ctx, { params, body }) => answerClaim(ctx, { ...params, ...body })),
  serve(api.withdrawClaim, (ctx, { params }) => withdrawClaim(ctx, params)),
];

function sideOfNote(partnerId: string | null, claim: ClaimRecord): 'claimant' | 'us' | 'other' {
  if (partnerId === null) return 'us';
  return partnerId === claim.claimantPartnerId ? 'claimant' : 'other';
}

async function present(tx: Tx, rows: readonly ClaimListed[]): Promise<api.ClaimRow[]> {
  const who = await whoFor(
    tx,
    rows.map((row) => row.claimantPartnerId),
  );
  const own = sideOf(tx);
  const seesSale = may(tx, rights, 'participant.read');
  return rows.map((row) => ({
    id: row.id,
    saleId: row.saleId,
    saleKey: row.saleKey,
    dealId: row.dealId,
    dealNumber: row.dealNumber,
    // Support answers claims and sees no money.
    amountMinor: row.amountMinor === null || !seesSale ? null : Number(row.amountMinor),
    currency: row.currency,
    claimantPartnerId: who(row.claimantPartnerId).partnerId,
    claimantName: who(row.claimantPartnerId).partnerName,
    own: row.claimantPartnerId === own,
    claims: row.claims,
    wanted: row.wanted,
    state: row.state,
    openedAt: row.openedAt.toISOString(),
    respondBy: row.respondBy,
    decidedAt: row.decidedAt?.toISOString() ?? null,
    precedentTitle: own === null ? row.precedentTitle : null,
  }));
}

/** What was decided in such cases before: of the same rule first. Names of others stand in them, so for us only. */
async function precedents(tx: Tx, claim: ClaimRecord) {
  const found = await precedentsFor(tx, claim.id, 50);
  return found
    .flatMap((one) =>
      one.precedentTitle !== null && one.decisionReason !== null
        ? [
            {
              id: one.id,
              title: one.precedentTitle,
              state: one.state,
              sameRule: one.contestedRule === claim.contestedRule,
              decisionReason: one.decisionReason,
            },
          ]
        : [],
    )
    .toSorted((a, b) => Number(b.sameRule) - Number(a.sameRule))
    .slice(0, PRECEDENTS_SHOWN);
}
