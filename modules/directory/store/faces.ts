import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import type { Side } from '../contract/face.ts';

export interface FaceRecord {
  readonly id: Id<'face'>;
  readonly partnerId: Id<'partner'>;
  readonly side: Side;
  readonly memberId: Id<'member'> | null;
  readonly name: string;
  readonly title: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly channel: string | null;
  readonly replyHours: number | null;
  readonly isMain: boolean;
  readonly absentUntil: string | null;
  readonly createdAt: Date;
  readonly leftAt: Date | null;
}

const COLUMNS = sql`
  id, partner_id AS "partnerId", side, member_id AS "memberId", name, title, email, phone, channel,
  reply_hours AS "replyHours", is_main AS "isMain", absent_until AS "absentUntil", created_at AS "createdAt",
  left_at AS "leftAt"`;

/** Those who answer now, of both sides: the main ones first. */
export async function facesOf(tx: Tx, partnerIds: readonly string[]): Promise<FaceRecord[]> {
  const { rows } = await sql<FaceRecord>`
    SELECT ${COLUMNS} FROM directory.face
    WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ANY(${partnerIds}::text[]) AND left_at IS NULL
    ORDER BY partner_id, side, is_main DESC, created_at, id`.execute(tx.db);
  return rows;
}

export async function lockFace(tx: Tx, id: Id<'face'>): Promise<FaceRecord | undefined> {
  const { rows } = await sql<FaceRecord>`
    SELECT ${COLUMNS} FROM directory.face
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id} AND left_at IS NULL FOR UPDATE`.execute(
    tx.db,
  );
  return rows[0];
}

/** Writes the face, new or known. A main one takes the place of the one before it. */
export async function saveFace(tx: Tx, face: FaceRecord): Promise<void> {
  if (face.isMain && face.leftAt === null) {
    await sql`
      UPDATE directory.face SET is_main = false
      WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ${face.partnerId} AND side = ${face.side}
        AND is_main AND id <> ${face.id}`.execute(tx.db);
  }
  await sql`
    INSERT INTO directory.face (workspace_id, id, partner_id, side, member_id, name, title, email, phone, channel,
      reply_hours, is_main, absent_until, created_at, left_at)
    VALUES (${tx.workspaceId}::uuid, ${face.id}, ${face.partnerId}, ${face.side}, ${face.memberId}, ${face.name},
      ${face.title}, ${face.email}, ${face.phone}, ${face.channel}, ${face.replyHours}, ${face.isMain},
      ${face.absentUntil}, ${face.createdAt}, ${face.leftAt})
    ON CONFLICT (workspace_id, id) DO UPDATE SET member_id = EXCLUDED.member_id, name = EXCLUDED.name,
      title = EXCLUDED.title, email = EXCLUDED.email, phone = EXCLUDED.phone, channel = EXCLUDED.channel,
      reply_hours = EXCLUDED.reply_hours, is_main = EXCLUDED.is_main, absent_until = EXCLUDED.absent_until,
      left_at = EXCLUDED.left_at`.execute(tx.db);
}
