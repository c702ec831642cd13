import { keeps, partnersById } from '@mosty/directory';
import { namesOfMembers } from '@mosty/identity';
import type { Tx } from '@mosty/kernel/context';
import { businessDateOf } from '@mosty/kernel/time';
import { lacksOf, statusOf } from '../domain/plan.ts';
import { adLacks, publicationState } from '../domain/publication.ts';
import type { NamedPlan } from '../store/plan.ts';
import type { NamedPublication } from '../store/publications.ts';
import {
  membersOfSessions,
  notesOfSessions,
  partnersOfSessions,
  type SessionRecord,
} from '../store/sessions.ts';
import { stepsById, type NamedStep, type NoteRecord } from '../store/week.ts';

/** `isOurs`: this reader may change it. */
export async function presentPlan(tx: Tx, rows: readonly NamedPlan[]) {
  const isTeam = tx.actor.type !== 'person' || tx.actor.partnerId === null;
  const partners = isTeam
    ? await partnersById(
        tx,
        rows.map(({ partnerId }) => partnerId),
      )
    : [];
  const kept = new Set(partners.filter((partner) => keeps(tx, partner)).map(({ id }) => id));
  return rows.map(({ partnerId, partnerName, ...row }) => ({
    ...row,
    partner: { id: partnerId, name: partnerName },
    status: statusOf(row),
    lacks: row.state === 'open' ? lacksOf(row) : [],
    isOurs: kept.has(partnerId),
  }));
}

export function presentPublication({
  partnerId,
  partnerName,
  planItemId,
  planTitle,
  ...row
}: NamedPublication) {
  return {
    ...row,
    partner: { id: partnerId, name: partnerName },
    planItem: planItemId === null ? null : { id: planItemId, title: planTitle ?? '' },
    state: publicationState(row),
    lacks: adLacks(row),
  };
}

export async function presentSteps(tx: Tx, rows: readonly NamedStep[]) {
  const names = await namesOfMembers(
    tx,
    rows.map(({ ownerMember }) => ownerMember),
  );
  const today = businessDateOf(tx.now(), tx.zone);
  return rows.map(({ id, partnerId, partnerName, text, ownerMember, dueOn, doneAt }) => ({
    id,
    partner: { id: partnerId, name: partnerName },
    text,
    owner: { id: ownerMember, name: names.get(ownerMember) ?? '' },
    dueOn,
    doneAt,
    isLate: doneAt === null && dueOn < today,
  }));
}

export async function presentNotes(tx: Tx, rows: readonly NoteRecord[]) {
  const steps = await presentSteps(
    tx,
    await stepsById(
      tx,
      rows.map(({ nextStepId }) => nextStepId),
    ),
  );
  const names = await namesOfMembers(
    tx,
    rows.map(({ writtenBy }) => writtenBy),
  );
  return rows.flatMap(({ partnerId: _partner, nextStepId, writtenBy, ...row }) => {
    const step = steps.find(({ id }) => id === nextStepId);
    return step ? [{ ...row, partner: step.partner, step, writtenBy: names.get(writtenBy) ?? null }] : [];
  });
}

export async function presentSessions(tx: Tx, rows: readonly SessionRecord[]) {
  const ids = rows.map(({ id }) => id);
  const partners = await partnersOfSessions(tx, ids);
  const members = await membersOfSessions(tx, ids);
  const notes = await notesOfSessions(tx, ids);
  const names = await namesOfMembers(tx, [
    ...members.map(({ memberId }) => memberId),
    ...notes.map(({ authorId }) => authorId),
  ]);
  return rows.map((session) => {
    const own = notes.filter(({ sessionId }) => sessionId === session.id);
    return {
      ...session,
      partners: partners.filter(({ sessionId }) => sessionId === session.id),
      members: members
        .filter(({ sessionId }) => sessionId === session.id)
        .map(({ memberId }) => ({ id: memberId, name: names.get(memberId) ?? '' })),
      notes: own.flatMap(({ text, authorId, ...note }) =>
        text === null ? [] : [{ ...note, text, author: names.get(authorId) ?? null }],
      ),
      hiddenNotes: own.filter(({ text }) => text === null).length,
    };
  });
}
