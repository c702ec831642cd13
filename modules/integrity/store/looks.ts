import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';

export interface LookRecord {
  readonly id: Id<'flag_round'>;
  readonly nightOf: string | null;
  readonly at: Date;
  readonly tookMs: number;
  readonly by: string;
  readonly partners: number;
  readonly raised: number;
  readonly again: number;
  readonly broken: number;
}

export interface DetectorLook {
  readonly detector: string;
  readonly state: 'ok' | 'broken' | 'off';
  readonly error: string | null;
  readonly rowsSeen: number;
  readonly found: number;
}

export async function lookedOn(tx: Tx, night: string): Promise<boolean> {
  const { rows } = await sql`
    SELECT FROM integrity.run WHERE workspace_id = ${tx.workspaceId}::uuid AND night_of = ${night}::date`.execute(
    tx.db,
  );
  return rows.length > 0;
}

export async function insertLook(tx: Tx, look: LookRecord, each: readonly DetectorLook[]): Promise<void> {
  await sql`
    INSERT INTO integrity.run (workspace_id, id, night_of, started_at, took_ms, by_actor, partners, raised, again, broken)
    VALUES (${tx.workspaceId}::uuid, ${look.id}, ${look.nightOf}::date, ${look.at}, ${look.tookMs}, ${look.by},
      ${look.partners}, ${look.raised}, ${look.again}, ${look.broken})`.execute(tx.db);
  await sql`
    INSERT INTO integrity.detector_run (workspace_id, run_id, detector, state, error, at, rows_seen, found)
    SELECT ${tx.workspaceId}::uuid, ${look.id}, d.detector, d.state, d.error, ${look.at}, d."rowsSeen", d.found
    FROM jsonb_to_recordset(${JSON.stringify(each)}::jsonb)
      AS d (detector text, state text, error text, "rowsSeen" int, found int)`.execute(tx.db);
}

const LOOK = sql`
  id, night_of::text AS "nightOf", started_at AS at, took_ms AS "tookMs", by_actor AS by, partners, raised, again, broken`;

export async function lastLooks(tx: Tx, most: number): Promise<LookRecord[]> {
  const { rows } = await sql<LookRecord>`
    SELECT ${LOOK} FROM integrity.run WHERE workspace_id = ${tx.workspaceId}::uuid
    ORDER BY started_at DESC, id DESC LIMIT ${most}`.execute(tx.db);
  return rows;
}

export interface Health {
  readonly detector: string;
  readonly state: 'ok' | 'broken' | 'off' | null;
  readonly error: string | null;
  readonly lastLookAt: Date | null;
  readonly lastGoodAt: Date | null;
  readonly rowsSeen: number | null;
  readonly standing: number;
  readonly raised: number;
  readonly falseAlarms: number;
}

/** How each detector did when it looked last, and how often it was right. */
export async function healthOf(tx: Tx, detectors: readonly string[]): Promise<Health[]> {
  const { rows } = await sql<Health>`
    SELECT d.detector, last.state, last.error, last.at AS "lastLookAt", last.rows_seen AS "rowsSeen",
           (SELECT max(r.at) FROM integrity.detector_run r WHERE r.workspace_id = ${tx.workspaceId}::uuid
              AND r.detector = d.detector AND r.state = 'ok') AS "lastGoodAt",
           count(f.id) FILTER (WHERE f.ended_at IS NULL)::int AS standing, count(f.id)::int AS raised,
           count(f.id) FILTER (WHERE f.false_alarm)::int AS "falseAlarms"
    FROM unnest(${[...detectors]}::text[]) WITH ORDINALITY AS d (detector, place)
    LEFT JOIN LATERAL (
      SELECT r.state, r.error, r.at, r.rows_seen FROM integrity.detector_run r
      WHERE r.workspace_id = ${tx.workspaceId}::uuid AND r.detector = d.detector ORDER BY r.at DESC LIMIT 1
    ) last ON true
    LEFT JOIN integrity.flag f ON f.workspace_id = ${tx.workspaceId}::uuid AND f.detector = d.detector
    GROUP BY d.detector, d.place, last.state, last.error, last.at, last.rows_seen ORDER BY d.place`.execute(
    tx.db,
  );
  return rows;
}
