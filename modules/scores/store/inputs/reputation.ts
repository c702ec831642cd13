import type { Tx } from '@mosty/kernel/context';
import { sql } from 'kysely';
import type { Dated, Facts } from '../../domain/facts.ts';
import { among, type AskedInput } from './asked.ts';

type Of<Name extends 'shown' | 'outcomes' | 'mentions'> = Facts[Name][number] & {
  readonly partnerId: string;
};

/** What another person verified: of the check, and what was shown later. */
export async function shown(tx: Tx, asked: AskedInput): Promise<Of<'shown'>[]> {
  const { rows } = await sql<Of<'shown'>>`
    SELECT partner_id AS "partnerId", id, seen_on AS "on", kind FROM recruiting.v_evidence
    WHERE ${among(tx, asked)} AND verdict = 'verified' AND kind IN ('case', 'reference', 'public_trace')
    UNION ALL
    SELECT partner_id, id, seen_on, kind FROM scores.evidence
    WHERE ${among(tx, asked)} AND verdict = 'verified'`.execute(tx.db);
  return rows;
}

/** What clients answered to «стало лучше?»; silence is no answer. */
export async function outcomes(tx: Tx, asked: AskedInput): Promise<Of<'outcomes'>[]> {
  const { rows } = await sql<Of<'outcomes'>>`
    SELECT partner_id AS "partnerId", id, answered_on AS "on", answer FROM scores.outcome
    WHERE ${among(tx, asked)} AND answer IN ('better', 'same', 'worse')`.execute(tx.db);
  return rows;
}

/** Clients who named it, each once. */
export async function mentions(tx: Tx, asked: AskedInput): Promise<(Dated & { partnerId: string })[]> {
  const { rows } = await sql<Dated & { partnerId: string }>`
    SELECT DISTINCT ON (partner_id, speaker) partner_id AS "partnerId", id, (said_at AT TIME ZONE ${tx.zone})::date AS "on"
    FROM recruiting.v_mention WHERE ${among(tx, asked)} AND by_client
    ORDER BY partner_id, speaker, said_at, id`.execute(tx.db);
  return rows;
}
