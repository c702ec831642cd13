import type { Tx } from '@mosty/kernel/context';
import { sql } from 'kysely';
import type { AGREED_HOW } from '../contract.ts';
import { figuresFrom, plainFigures, type Figures } from '../domain/figures.ts';
import type { ExitRecord } from './exits.ts';

export interface SummaryRecord {
  readonly version: number;
  readonly figures: Figures;
  readonly shownAt: Date;
  readonly agreedAt: Date | null;
  readonly agreedBy: string | null;
  readonly agreedHow: (typeof AGREED_HOW)[number] | null;
  readonly proof: string | null;
}

/** What was shown last. */
export async function lastSummary(
  tx: Tx,
  { partnerId, no }: Pick<ExitRecord, 'partnerId' | 'no'>,
): Promise<SummaryRecord | null> {
  const { rows } = await sql<Omit<SummaryRecord, 'figures'> & { figures: unknown }>`
    SELECT version, figures, shown_at AS "shownAt", agreed_at AS "agreedAt", agreed_by AS "agreedBy",
      agreed_how AS "agreedHow", proof
    FROM exits.summary
    WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ${partnerId} AND exit_no = ${no}
    ORDER BY version DESC LIMIT 1`.execute(tx.db);
  const [row] = rows;
  return row ? { ...row, figures: figuresFrom(row.figures) } : null;
}

export async function insertSummary(
  tx: Tx,
  { partnerId, no }: ExitRecord,
  version: number,
  figures: Figures,
): Promise<void> {
  await sql`
    INSERT INTO exits.summary (workspace_id, partner_id, exit_no, version, figures, shown_at, shown_by)
    VALUES (${tx.workspaceId}::uuid, ${partnerId}, ${no}, ${version}, ${JSON.stringify(plainFigures(figures))}::jsonb,
      ${tx.now()}, ${tx.actor.id})`.execute(tx.db);
}

export async function saveAgreed(
  tx: Tx,
  { partnerId, no }: ExitRecord,
  version: number,
  how: { readonly agreedHow: 'portal' } | { readonly agreedHow: 'told'; readonly proof: string },
): Promise<void> {
  await sql`
    UPDATE exits.summary SET agreed_at = ${tx.now()}, agreed_by = ${tx.actor.id}, agreed_how = ${how.agreedHow},
      proof = ${'proof' in how ? how.proof : null}
    WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ${partnerId} AND exit_no = ${no} AND version = ${version}
      AND agreed_at IS NULL`.execute(tx.db);
}
