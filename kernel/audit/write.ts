import { sql } from 'kysely';
import type { AuditNote, EventNote, Tx } from '../context/index.ts';
import { asArrays, type ArrayColumn } from '../db/arrays.ts';
import { auditHash, canonical, GENESIS } from './chain.ts';

interface EventRow {
  readonly seq: string;
  readonly id: string;
  readonly type: string;
  readonly body: string;
}

const EVENT: readonly ArrayColumn<EventRow>[] = [
  { name: 'seq', type: 'bigint', value: (row) => row.seq },
  { name: 'id', type: 'text', value: (row) => row.id },
  { name: 'type', type: 'text', value: (row) => row.type },
  { name: 'body', type: 'jsonb', value: (row) => row.body },
];

interface Head {
  audit_seq: bigint;
  audit_hash: string;
  event_seq: bigint;
}

/**
 * Appends the transaction's audit notes to the workspace's hash chain and its events to the outbox.
 * Both are numbered from the head row, which stays locked until the commit: the numbers have no gaps and
 * follow the order of commits, so a reader that knows the last number has missed nothing.
 */
export async function writeNotes(tx: Tx, audits: AuditNote[], events: EventNote[]): Promise<void> {
  if (audits.length === 0 && events.length === 0) return;
  const head = await lockHead(tx);
  const at = tx.now();
  let hash = head.audit_hash;
  let seq = head.audit_seq;
  const auditRows = audits.map((note) => {
    seq += 1n;
    const change = note.change === undefined ? null : (JSON.parse(canonical(note.change)) as unknown);
    const entry = {
      seq,
      at,
      actorType: tx.actor.type,
      actorId: tx.actor.id,
      verb: note.verb,
      subject: note.subject,
      reason: note.reason ?? null,
      change,
      requestId: tx.requestId,
    };
    const before = hash;
    hash = auditHash(tx.workspaceId, before, entry);
    return { ...entry, seq: entry.seq.toString(), hash };
  });
  let eventSeq = head.event_seq;
  const eventRows = events.map((event) => {
    eventSeq += 1n;
    return {
      seq: eventSeq.toString(),
      id: tx.id('event'),
      type: event.type,
      body: canonical(event),
    };
  });
  if (auditRows.length > 0) {
    await sql`
      INSERT INTO kernel.audit (workspace_id, seq, at, actor_type, actor_id, verb, subject, reason, change, request_id, hash)
      SELECT ${tx.workspaceId}::uuid, r.seq::bigint, ${at}::timestamptz, r."actorType", r."actorId", r.verb, r.subject,
             r.reason, r.change, r."requestId", r.hash
      FROM jsonb_to_recordset(${JSON.stringify(auditRows)}::jsonb)
        AS r(seq text, "actorType" text, "actorId" text, verb text, subject text, reason text, change jsonb,
             "requestId" text, hash text)`.execute(tx.db);
  }
  if (eventRows.length > 0) {
    const { names, values, from } = asArrays(EVENT, eventRows);
    await sql`
      INSERT INTO kernel.event (workspace_id, at, ${names})
      SELECT ${tx.workspaceId}::uuid, ${at}::timestamptz, ${values} FROM ${from}`.execute(tx.db);
  }
  await sql`
    UPDATE kernel.workspace_head SET audit_seq = ${seq}, audit_hash = ${hash}, event_seq = ${eventSeq}
    WHERE workspace_id = ${tx.workspaceId}::uuid`.execute(tx.db);
}

async function lockHead(tx: Tx): Promise<Head> {
  const select = () =>
    sql<Head>`
      SELECT audit_seq, audit_hash, event_seq FROM kernel.workspace_head
      WHERE workspace_id = ${tx.workspaceId}::uuid FOR UPDATE`.execute(tx.db);
  const found = (await select()).rows[0];
  if (found) return found;
  await sql`
    INSERT INTO kernel.workspace_head (workspace_id, audit_seq, audit_hash, event_seq)
    VALUES (${tx.workspaceId}::uuid, 0, ${GENESIS}, 0) ON CONFLICT DO NOTHING`.execute(tx.db);
  const made = (await select()).rows[0];
  if (!made) throw new Error('the workspace head row could not be made');
  return made;
}
