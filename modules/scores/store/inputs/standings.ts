import type { Tx } from '@mosty/kernel/context';
import type { BusinessDate } from '@mosty/kernel/time';
import { sql } from 'kysely';
import { among, type AskedInput } from './asked.ts';

/** Who is looked at from the check on; whoever works with us, or is about to, has a rhythm. */
export const SCORED = [
  'checking',
  'approved',
  'agreed',
  'launch',
  'pilot',
  'working',
  'paused',
  'review',
  'leaving',
];
const IN_RHYTHM = ['pilot', 'working', 'review'];

export interface Standing {
  readonly partnerId: string;
  readonly kinds: readonly string[];
  readonly since: BusinessDate | null;
}

/** Of these, those that are scored at all: their kinds, and since when they work with us. */
export async function standings(tx: Tx, asked: AskedInput): Promise<Standing[]> {
  const { rows } = await sql<Standing>`
    SELECT s.partner_id AS "partnerId", COALESCE(array_agg(DISTINCT a.kind) FILTER (WHERE a.kind IS NOT NULL), '{}') AS kinds,
           CASE WHEN s.stage = ANY(${IN_RHYTHM}::text[])
             THEN COALESCE(min(a.launched_on), (s.since AT TIME ZONE ${tx.zone})::date) END AS since
    FROM lifecycle.v_standing s
    LEFT JOIN agreements.v_agreement a ON a.workspace_id = s.workspace_id AND a.partner_id = s.partner_id
      AND a.accepted_at IS NOT NULL AND a.ended_at IS NULL
    WHERE ${among(tx, asked, 's')} AND s.stage = ANY(${SCORED}::text[])
    GROUP BY s.partner_id, s.stage, s.since`.execute(tx.db);
  return rows;
}
