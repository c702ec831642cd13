import { permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import type { FaceFields } from '../contract/face.ts';
import { changedFields, lowerEmail, withFields } from '../domain/fields.ts';
import { rights } from '../policy.ts';
import { facesOf, lockFace, saveFace, type FaceRecord } from '../store/faces.ts';
import { orViolation } from '../store/violations.ts';
import { keptPartner } from './keep-partner.ts';

/** Adds a person who answers for the partnership (S0.62). The first of a side is its main one. */
export function addFace(ctx: Context, input: FaceFields & { partnerId: Id<'partner'> }): Promise<FaceRecord> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'partner.write');
    const partner = await keptPartner(tx, input.partnerId);
    const others = (await facesOf(tx, [partner.id])).filter((face) => face.side === input.side);
    const nothing: FaceRecord = {
      id: tx.id('face'),
      partnerId: partner.id,
      side: input.side,
      memberId: null,
      name: input.name,
      title: null,
      email: null,
      phone: null,
      channel: null,
      replyHours: null,
      isMain: others.length === 0,
      absentUntil: null,
      createdAt: tx.now(),
      leftAt: null,
    };
    const face = checked(withFields(nothing, lowerEmail(input)));
    await orViolation(saveFace(tx, face));
    tx.audit({
      verb: 'directory.add_face',
      subject: partner.id,
      change: { faceId: face.id, side: face.side, memberId: face.memberId },
    });
    tx.emit({ type: 'partner.changed', partnerId: partner.id });
    return face;
  });
}

export function updateFace(
  ctx: Context,
  input: { faceId: Id<'face'>; fields: Partial<Omit<FaceFields, 'side'>> },
): Promise<FaceRecord> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'partner.write');
    const before = await keptFace(tx, input.faceId);
    const after = checked(withFields(before, lowerEmail(input.fields)));
    const fields = changedFields(before, after);
    if (fields.length === 0) return before;
    await orViolation(saveFace(tx, after));
    tx.audit({
      verb: 'directory.update_face',
      subject: after.partnerId,
      change: { faceId: after.id, fields },
    });
    tx.emit({ type: 'partner.changed', partnerId: after.partnerId });
    return after;
  });
}

/** The person no longer answers for this partnership; history keeps them. */
export function removeFace(ctx: Context, input: { faceId: Id<'face'> }): Promise<FaceRecord> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'partner.write');
    const face = { ...(await keptFace(tx, input.faceId)), leftAt: tx.now() };
    await saveFace(tx, face);
    tx.audit({
      verb: 'directory.remove_face',
      subject: face.partnerId,
      change: { faceId: face.id, side: face.side },
    });
    return face;
  });
}

async function keptFace(tx: Tx, id: Id<'face'>): Promise<FaceRecord> {
  const face = (await lockFace(tx, id)) ?? refuse('not_found', 'directory.face_unknown', { faceId: id });
  await keptPartner(tx, face.partnerId);
  return face;
}

function checked(face: FaceRecord): FaceRecord {
  if (face.memberId !== null && face.side === 'theirs') refuse('invalid', 'directory.member_is_ours', {});
  return face;
}
