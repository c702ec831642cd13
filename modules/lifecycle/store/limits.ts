import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import { sql } from 'kysely';
import type { Limited } from '../contract/stages.ts';
import type { Limit, Limits, Stood } from '../domain/limits.ts';

export interface LimitVersion {
  readonly version: number;
  readonly currency: string;
  readonly limits: Limits;
  readonly reason: string;
  readonly at: Date;
  readonly by: string;
}

/** The last first; none: the shipped ones hold. */
export async function limitVersions(tx: Tx, most: number): Promise<LimitVersion[]> {
  const { rows } = await sql<Limit & Omit<LimitVersion, 'limits'> & { ofStage: Limited }>`
    SELECT version, of_stage AS "ofStage", deals_max AS "dealsMax", accrued_minor_max AS "accruedMinorMax",
           discount_ppm_max AS "discountPpmMax", currency, reason, published_at AS at, published_by AS by
    FROM lifecycle.limit_rule WHERE workspace_id = ${tx.workspaceId}::uuid AND version > (
      SELECT COALESCE(max(version), 0) - ${most}::int FROM lifecycle.limit_rule
      WHERE workspace_id = ${tx.workspaceId}::uuid)
    ORDER BY version DESC`.execute(tx.db);
  return [...Map.groupBy(rows, ({ version }) => version).values()].flatMap((lines) => {
    const of = (stage: Limited) => lines.find(({ ofStage }) => ofStage === stage);
    const [launch, pilot, start] = [of('launch'), of('pilot'), of('start')];
    if (!launch || !pilot || !start) return [];
    const { version, currency, reason, at, by } = launch;
    return [{ version, currency, reason, at, by, limits: { launch, pilot, start } }];
  });
}

export async function insertLimits(tx: Tx, one: LimitVersion): Promise<void> {
  const lines = Object.entries(one.limits).map(([ofStage, limit]) => ({
    ofStage,
    dealsMax: limit.dealsMax,
    accrued: limit.accruedMinorMax?.toString() ?? null,
    discount: limit.discountPpmMax?.toString() ?? null,
  }));
  await sql`
    INSERT INTO lifecycle.limit_rule (workspace_id, version, of_stage, deals_max, accrued_minor_max, discount_ppm_max,
      currency, reason, published_at, published_by)
    SELECT ${tx.workspaceId}::uuid, ${one.version}, r."ofStage", r."dealsMax", r.accrued, r.discount, ${one.currency},
      ${one.reason}, ${one.at}, ${one.by}
    FROM jsonb_to_recordset(${JSON.stringify(lines)}::jsonb)
      AS r("ofStage" text, "dealsMax" int, accrued bigint, discount bigint)`.execute(tx.db);
}

export interface Begun extends Stood {
  readonly partnerId: Id<'partner'>;
  /** The passage by which this way together began, and when. */
  readonly wayNo: number;
  readonly since: Date;
}

/** Of these partners, those whom limits may hold back: they go, or went, from an agreement through the gates. */
export async function begunOf(tx: Tx, partnerIds: readonly string[]): Promise<Begun[]> {
  if (partnerIds.length === 0) return [];
  const { rows } = await sql<Begun>`
    SELECT s.partner_id AS "partnerId", s.path, s.stage, s.taken_over AS "takenOver", w.no AS "wayNo", w.at AS since,
           l.partner_id IS NOT NULL AS looked
    FROM lifecycle.standing s
    CROSS JOIN LATERAL (
      SELECT p.no, p.at FROM lifecycle.passage p
      WHERE p.workspace_id = s.workspace_id AND p.partner_id = s.partner_id AND p.to_stage = 'agreed'
      ORDER BY p.no DESC LIMIT 1) w
    LEFT JOIN lifecycle.limit_lifted l
      ON l.workspace_id = s.workspace_id AND l.partner_id = s.partner_id AND l.way_no = w.no
    WHERE s.workspace_id = ${tx.workspaceId}::uuid AND s.partner_id = ANY(${partnerIds}::text[])
      AND s.path IN ('standard', 'scaled') AND (s.stage IN ('agreed', 'launch', 'pilot') OR s.path = 'scaled')
    ORDER BY s.partner_id`.execute(tx.db);
  return rows;
}

/** False: somebody has looked before. */
export async function insertLifted(
  tx: Tx,
  one: { partnerId: string; wayNo: number; reason: string },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    INSERT INTO lifecycle.limit_lifted (workspace_id, partner_id, way_no, reason, lifted_at, lifted_by)
    VALUES (${tx.workspaceId}::uuid, ${one.partnerId}, ${one.wayNo}, ${one.reason}, ${tx.now()}, ${tx.actor.id})
    ON CONFLICT DO NOTHING`.execute(tx.db);
  return numAffectedRows === 1n;
}
