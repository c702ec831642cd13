import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import { sql } from 'kysely';
import type { EvidenceCode, Seen } from '../contract/evidence.ts';
import type { FourAnswers } from '../contract/move.ts';
import type { Path, Stage } from '../contract/stages.ts';

export interface PassageRecord {
  readonly partnerId: Id<'partner'>;
  readonly no: number;
  readonly path: Path;
  readonly from: Stage | null;
  readonly to: Stage;
  readonly at: Date;
  readonly byActor: string;
  readonly reasonCode: string | null;
  readonly returnOn: string | null;
  readonly takenOver: boolean;
  readonly evidence: readonly { readonly code: EvidenceCode; readonly rows: readonly Seen[] }[];
}

/** The database holds each against the table of steps and moves the standing with it. One a partner at a time. */
export async function insertPassages(tx: Tx, passages: readonly PassageRecord[]): Promise<void> {
  if (passages.length === 0) return;
  await sql`
    INSERT INTO lifecycle.passage (workspace_id, partner_id, no, path, from_stage, to_stage, at, by_actor, reason_code,
      return_on, taken_over, evidence)
    SELECT ${tx.workspaceId}::uuid, r."partnerId", r.no, r.path, r."from", r."to", r.at, r."byActor", r."reasonCode",
      r."returnOn", r."takenOver", r.evidence
    FROM jsonb_to_recordset(${JSON.stringify(passages)}::jsonb) AS r("partnerId" text, no int, path text, "from" text,
      "to" text, at timestamptz, "byActor" text, "reasonCode" text, "returnOn" date, "takenOver" boolean, evidence jsonb)
    ORDER BY r."partnerId"`.execute(tx.db);
}

/** Every step of the partner, newest first. */
export async function passagesOf(tx: Tx, partnerId: Id<'partner'>): Promise<PassageRecord[]> {
  const { rows } = await sql<PassageRecord>`
    SELECT partner_id AS "partnerId", no, path, from_stage AS "from", to_stage AS "to", at, by_actor AS "byActor",
           reason_code AS "reasonCode", return_on AS "returnOn", taken_over AS "takenOver", evidence
    FROM lifecycle.passage
    WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ${partnerId} ORDER BY no DESC`.execute(
    tx.db,
  );
  return rows;
}

export async function insertAnswers(
  tx: Tx,
  passage: Pick<PassageRecord, 'partnerId' | 'no'>,
  answers: FourAnswers,
): Promise<void> {
  await sql`
    INSERT INTO lifecycle.answer (workspace_id, partner_id, passage_no, what_broke, how_fixed, who_answers, done_on)
    VALUES (${tx.workspaceId}::uuid, ${passage.partnerId}, ${passage.no}, ${answers.whatBroke}, ${answers.howFixed},
      ${answers.whoAnswers}, ${answers.doneOn})`.execute(tx.db);
}
