import { sql } from 'kysely';
import type { AccountKind } from '@mosty/ledger/contract';
import type { AccrualRow, Explanation } from '@mosty/incentives/contract';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import type { Currency } from '@mosty/kernel/money';
import { PLAY_SOURCE } from '../contract/play.ts';

/** What was made for a play and goes with it. */
export interface Made {
  readonly link: boolean;
  readonly trial: {
    readonly schemeId: Id<'scheme'>;
    readonly assignmentId: Id<'assignment'>;
    /** An address that links may lead to since the play, and only for it. */
    readonly host: string | null;
  } | null;
}

export interface PlayRecord {
  readonly saleId: Id<'sale'>;
  readonly clientId: Id<'client'>;
  readonly linkId: Id<'link'>;
  readonly partnerId: Id<'partner'>;
  readonly agreementId: Id<'agreement'>;
  readonly made: Made;
  readonly playedAt: Date;
}

/** False when one stands already. */
export async function insertPlay(tx: Tx, play: PlayRecord): Promise<boolean> {
  const { rows } = await sql`
    INSERT INTO integrations.play (workspace_id, sale_id, client_id, link_id, partner_id, agreement_id, made, played_at, played_by)
    VALUES (${tx.workspaceId}::uuid, ${play.saleId}, ${play.clientId}, ${play.linkId}, ${play.partnerId}, ${play.agreementId},
      ${JSON.stringify(play.made)}::jsonb, ${play.playedAt}, ${tx.actor.id})
    ON CONFLICT (workspace_id) WHERE undone_at IS NULL DO NOTHING RETURNING sale_id`.execute(tx.db);
  return rows.length > 0;
}

const PLAY = sql`
  sale_id AS "saleId", client_id AS "clientId", link_id AS "linkId", partner_id AS "partnerId",
  agreement_id AS "agreementId", made, played_at AS "playedAt"`;

export async function standingPlay(tx: Tx): Promise<PlayRecord | undefined> {
  const { rows } = await sql<PlayRecord>`
    SELECT ${PLAY} FROM integrations.play
    WHERE workspace_id = ${tx.workspaceId}::uuid AND undone_at IS NULL`.execute(tx.db);
  return rows[0];
}

/** The play that stands, taken by one: a second one finds nothing. */
export async function endPlay(tx: Tx): Promise<PlayRecord | undefined> {
  const { rows } = await sql<PlayRecord>`
    UPDATE integrations.play SET undone_at = ${tx.now()}
    WHERE workspace_id = ${tx.workspaceId}::uuid AND undone_at IS NULL RETURNING ${PLAY}`.execute(tx.db);
  return rows[0];
}

export async function countPlays(tx: Tx): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    SELECT count(*)::int AS n FROM integrations.play WHERE workspace_id = ${tx.workspaceId}::uuid`.execute(
    tx.db,
  );
  return rows[0]?.n ?? 0;
}

/** Whether the company has sold anything in earnest. */
export async function hasOwnSales(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ has: boolean }>`
    SELECT EXISTS (SELECT FROM deals.v_sale
      WHERE workspace_id = ${tx.workspaceId}::uuid AND source <> ${PLAY_SOURCE}) AS has`.execute(tx.db);
  return rows[0]?.has === true;
}

export interface Castable {
  readonly partnerId: Id<'partner'>;
  readonly agreementId: Id<'agreement'>;
  readonly link: { readonly id: Id<'link'>; readonly key: string } | null;
}

/** A partner whose sales are paid by a percentage today; one that has a link comes first. */
export async function findCast(tx: Tx, today: string): Promise<Castable | undefined> {
  const { rows } = await sql<Castable>`
    SELECT a.partner_id AS "partnerId", a.id AS "agreementId",
           CASE WHEN l.id IS NOT NULL THEN jsonb_build_object('id', l.id, 'key', l.key) END AS link
    FROM agreements.v_agreement a
    JOIN directory.v_partner p ON p.workspace_id = a.workspace_id AND p.id = a.partner_id AND p.archived_at IS NULL
    LEFT JOIN tracking.v_link l ON l.workspace_id = a.workspace_id AND l.agreement_id = a.id AND l.archived_at IS NULL
      AND (l.expires_at IS NULL OR l.expires_at > ${tx.now()})
    WHERE a.workspace_id = ${tx.workspaceId}::uuid AND a.class = 'partner_sales' AND a.accepted_at IS NOT NULL
      AND a.ended_at IS NULL AND a.launched_on <= ${today}::date AND a.starts_on <= ${today}::date
      AND (a.ends_on IS NULL OR a.ends_on > ${today}::date)
      AND EXISTS (
        SELECT FROM incentives.v_scheme_assignment s
        JOIN incentives.v_scheme_version v ON v.workspace_id = s.workspace_id AND v.scheme_id = s.scheme_id
        WHERE s.workspace_id = a.workspace_id AND s.agreement_id = a.id AND s.role IN ('any', 'source')
          AND s.valid_from <= ${today}::date AND (s.valid_to IS NULL OR s.valid_to > ${today}::date)
          AND v.published_at IS NOT NULL AND v.valid_from <= ${today}::date
          AND v.terms -> 'pay' -> 0 ->> 'kind' IN ('percent', 'recurring'))
    ORDER BY l.id IS NULL, l.created_at, a.id LIMIT 1`.execute(tx.db);
  return rows[0];
}

export interface PlayedSale {
  readonly externalId: string;
  readonly occurredAt: Date;
  readonly amountMinor: bigint;
  readonly currency: Currency;
  readonly clientName: string;
  readonly linkKey: string;
}

export async function playedSale(tx: Tx, play: PlayRecord): Promise<PlayedSale> {
  const { rows } = await sql<PlayedSale>`
    SELECT s.external_id AS "externalId", s.occurred_at AS "occurredAt", s.amount_minor AS "amountMinor", s.currency,
           c.name AS "clientName", l.key AS "linkKey"
    FROM deals.v_sale s
    JOIN directory.v_client c ON c.workspace_id = s.workspace_id AND c.id = s.client_id
    JOIN tracking.v_link l ON l.workspace_id = s.workspace_id AND l.id = ${play.linkId}
    WHERE s.workspace_id = ${tx.workspaceId}::uuid AND s.id = ${play.saleId}`.execute(tx.db);
  const [sale] = rows;
  if (!sale) throw new Error(`the played sale ${play.saleId} is not in the books`);
  return sale;
}

export interface PlayedAccrual
  extends Pick<
    AccrualRow,
    'id' | 'partnerId' | 'partnerName' | 'schemeName' | 'currency' | 'state' | 'maturesOn'
  > {
  readonly amountMinor: bigint;
  readonly explanation: Explanation;
}

/** What the sale earned as it was first counted; what takes from it later has a page of its own. */
export async function accrualsOfPlay(tx: Tx, saleId: string): Promise<PlayedAccrual[]> {
  const { rows } = await sql<PlayedAccrual>`
    SELECT a.id, a.partner_id AS "partnerId", p.name AS "partnerName", v.name AS "schemeName",
           a.amount_minor AS "amountMinor", a.currency, a.state, a.matures_on AS "maturesOn", a.explanation
    FROM incentives.v_accrual a
    JOIN directory.v_partner p ON p.workspace_id = a.workspace_id AND p.id = a.partner_id
    LEFT JOIN incentives.v_scheme_version v ON v.workspace_id = a.workspace_id AND v.id = a.scheme_version_id
    WHERE a.workspace_id = ${tx.workspaceId}::uuid AND a.sale_id = ${saleId} AND a.reverses_accrual_id IS NULL
    ORDER BY a.id`.execute(tx.db);
  return rows;
}

export interface PlayedMovement {
  readonly id: Id<'transaction'>;
  readonly kind: string;
  readonly period: string;
  readonly entries: readonly {
    readonly account: AccountKind;
    readonly partnerId: Id<'partner'> | null;
    readonly partnerName: string | null;
    readonly currency: Currency;
    /** Text: JSON inside the database would carry it, but not every reader of JSON. */
    readonly amountMinor: string;
  }[];
}

export async function movementsOfAccruals(tx: Tx, accrualIds: readonly string[]): Promise<PlayedMovement[]> {
  const { rows } = await sql<PlayedMovement>`
    SELECT e.transaction_id AS id, e.kind, e.period,
           jsonb_agg(jsonb_build_object('account', e.account_kind, 'partnerId', e.partner_id, 'partnerName', p.name,
             'currency', e.currency, 'amountMinor', e.amount_minor::text) ORDER BY e.position) AS entries
    FROM ledger.v_entry e
    LEFT JOIN directory.v_partner p ON p.workspace_id = e.workspace_id AND p.id = e.partner_id
    WHERE e.workspace_id = ${tx.workspaceId}::uuid AND e.source_kind = 'accrual' AND e.source_id = ANY(${accrualIds}::text[])
    GROUP BY e.transaction_id, e.kind, e.period ORDER BY e.transaction_id`.execute(tx.db);
  return rows;
}
