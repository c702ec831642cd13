import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import type { BusinessDate } from '@mosty/kernel/time';
import type { ClaimState, Evidence, Wanted } from '../contract/claims.ts';
import type { Source } from '../domain/claim.ts';

export interface NewClaim {
  readonly id: Id<'claim'>;
  /** One of the two. */
  readonly saleId: Id<'sale'> | null;
  readonly dealId: Id<'deal'> | null;
  readonly claimantPartnerId: Id<'partner'> | null;
  readonly partnerIds: readonly string[];
  readonly openedBy: string;
  readonly openedAt: Date;
  readonly claims: string;
  readonly wanted: Wanted;
  readonly evidence: readonly Evidence[];
  readonly respondBy: BusinessDate;
  readonly contestedId: string | null;
}

export interface ClaimRecord extends NewClaim {
  readonly state: ClaimState;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly decisionReason: string | null;
  readonly ruling: readonly Source[] | null;
  readonly precedentTitle: string | null;
  readonly contestedRule: string | null;
}

/** False: the claimant contests it already. */
export async function insertClaim(tx: Tx, claim: NewClaim): Promise<boolean> {
  const { rows } = await sql`
    INSERT INTO attribution.claim (workspace_id, id, sale_id, deal_id, claimant_partner_id, partner_ids, opened_by, opened_at,
      claims, wanted, evidence, respond_by, state, contested_id)
    VALUES (${tx.workspaceId}::uuid, ${claim.id}, ${claim.saleId}, ${claim.dealId}, ${claim.claimantPartnerId},
      ${claim.partnerIds}::text[], ${claim.openedBy}, ${claim.openedAt}, ${claim.claims},
      ${JSON.stringify(claim.wanted)}::jsonb, ${JSON.stringify(claim.evidence)}::jsonb, ${claim.respondBy}, 'open',
      ${claim.contestedId})
    ON CONFLICT DO NOTHING RETURNING id`.execute(tx.db);
  return rows.length > 0;
}

const COLUMNS = sql`
  c.id, c.sale_id AS "saleId", c.deal_id AS "dealId", c.claimant_partner_id AS "claimantPartnerId", c.partner_ids AS "partnerIds",
  c.opened_by AS "openedBy", c.opened_at AS "openedAt", c.claims, c.wanted, c.evidence, c.respond_by AS "respondBy",
  c.contested_id AS "contestedId", c.state, c.decided_by AS "decidedBy", c.decided_at AS "decidedAt",
  c.decision_reason AS "decisionReason", c.ruling, c.precedent_title AS "precedentTitle",
  (SELECT d.rule FROM attribution.decision d WHERE d.workspace_id = c.workspace_id AND d.id = c.contested_id)
    AS "contestedRule"`;

async function readWhere(tx: Tx, condition: RawBuilder<unknown>): Promise<ClaimRecord[]> {
  const { rows } = await sql<ClaimRecord>`
    SELECT ${COLUMNS} FROM attribution.claim c
    WHERE c.workspace_id = ${tx.workspaceId}::uuid AND ${condition}`.execute(tx.db);
  return rows;
}

export async function findClaim(tx: Tx, id: string): Promise<ClaimRecord | undefined> {
  return (await readWhere(tx, sql`c.id = ${id}`))[0];
}

export async function lockClaim(tx: Tx, id: string): Promise<ClaimRecord | undefined> {
  return (await readWhere(tx, sql`c.id = ${id} FOR UPDATE`))[0];
}

export function claimsOfSale(tx: Tx, saleId: string): Promise<ClaimRecord[]> {
  return readWhere(tx, sql`c.sale_id = ${saleId} ORDER BY c.opened_at, c.id`);
}

export function claimsOfDeal(tx: Tx, dealId: string): Promise<ClaimRecord[]> {
  return readWhere(tx, sql`c.deal_id = ${dealId} ORDER BY c.opened_at, c.id`);
}

/** Those decided and kept as an example, of the same rule first. */
export function precedentsFor(tx: Tx, claimId: string, limit: number): Promise<ClaimRecord[]> {
  return readWhere(
    tx,
    sql`c.precedent_title IS NOT NULL AND c.id <> ${claimId} ORDER BY c.decided_at DESC, c.id LIMIT ${limit}`,
  );
}

const SHOWN = {
  waiting: sql`c.state IN ('open', 'answered')`,
  decided: sql`c.state IN ('upheld', 'rejected', 'withdrawn')`,
  precedents: sql`c.precedent_title IS NOT NULL`,
  all: sql`true`,
} as const;

export interface ClaimListed extends ClaimRecord {
  readonly saleKey: string | null;
  readonly dealNumber: number | null;
  readonly amountMinor: bigint | null;
  readonly currency: string | null;
}

/** Ids are made by the day of opening: newest first, after the given one. */
export async function listClaimRows(
  tx: Tx,
  asked: { readonly show: keyof typeof SHOWN; readonly after: string | null; readonly limit: number },
): Promise<ClaimListed[]> {
  const { rows } = await sql<ClaimListed>`
    SELECT ${COLUMNS}, s.external_id AS "saleKey", d.number AS "dealNumber",
      COALESCE(s.amount_minor, d.amount_minor) AS "amountMinor", COALESCE(s.currency, d.currency) AS currency
    FROM attribution.claim c
    LEFT JOIN deals.v_sale s ON s.workspace_id = c.workspace_id AND s.id = c.sale_id
    LEFT JOIN deals.v_deal d ON d.workspace_id = c.workspace_id AND d.id = c.deal_id
    WHERE c.workspace_id = ${tx.workspaceId}::uuid AND ${SHOWN[asked.show]}
      AND (${asked.after}::text IS NULL OR c.id < ${asked.after})
    ORDER BY c.id DESC LIMIT ${asked.limit}`.execute(tx.db);
  return rows;
}

export async function markClaim(
  tx: Tx,
  id: string,
  state: ClaimState,
  decided: {
    readonly reason: string;
    readonly ruling: readonly Source[] | null;
    readonly precedentTitle: string | null;
  } | null,
): Promise<void> {
  await sql`
    UPDATE attribution.claim SET state = ${state},
      decided_at = CASE WHEN ${decided !== null}::boolean THEN ${tx.now()}::timestamptz END,
      decided_by = CASE WHEN ${decided !== null}::boolean THEN ${tx.actor.id} END,
      decision_reason = ${decided?.reason ?? null},
      ruling = ${decided?.ruling ? JSON.stringify(decided.ruling) : null}::jsonb,
      precedent_title = ${decided?.precedentTitle ?? null}
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id}`.execute(tx.db);
}

export interface ClaimNote {
  readonly position: number;
  readonly partnerId: string | null;
  readonly author: string;
  readonly said: string;
  readonly at: Date;
}

export async function notesOf(tx: Tx, claimId: string): Promise<ClaimNote[]> {
  const { rows } = await sql<ClaimNote>`
    SELECT position, partner_id AS "partnerId", author, said, at FROM attribution.claim_note
    WHERE workspace_id = ${tx.workspaceId}::uuid AND claim_id = ${claimId} ORDER BY position`.execute(tx.db);
  return rows;
}

/** The claim is locked, so the next number is free. */
export async function insertNote(
  tx: Tx,
  claimId: string,
  note: { readonly partnerId: string | null; readonly said: string },
): Promise<void> {
  await sql`
    INSERT INTO attribution.claim_note (workspace_id, claim_id, position, partner_id, author, said, at)
    SELECT ${tx.workspaceId}::uuid, ${claimId}, COALESCE(max(position), 0) + 1, ${note.partnerId}, ${tx.actor.id},
      ${note.said}, ${tx.now()}
    FROM attribution.claim_note WHERE workspace_id = ${tx.workspaceId}::uuid AND claim_id = ${claimId}`.execute(
    tx.db,
  );
}
