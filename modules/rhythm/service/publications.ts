import { keptPartner } from '@mosty/directory';
import { permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import { adLacks } from '../domain/publication.ts';
import { rights } from '../policy.ts';
import { lockPlan } from '../store/plan.ts';
import { lockPublication, savePublication, type PublicationRecord } from '../store/publications.ts';
import { touch } from './touch.ts';

export interface PublicationFields {
  readonly title: string;
  readonly platform: string;
  readonly onDay: string;
  readonly isAd: boolean;
  readonly erid?: string | null | undefined;
  readonly operator?: string | null | undefined;
  readonly registeredBy?: 'ours' | 'theirs' | null | undefined;
  readonly label?: string | null | undefined;
  readonly followers?: number | null | undefined;
  readonly registerProof?: string | null | undefined;
}

const told = (input: PublicationFields) => ({
  title: input.title,
  platform: input.platform,
  onDay: input.onDay,
  isAd: input.isAd,
  erid: input.erid ?? null,
  operator: input.operator ?? null,
  registeredBy: input.registeredBy ?? null,
  label: input.label ?? null,
  followers: input.followers ?? null,
  registerProof: input.registerProof ?? null,
});

/** @throws directory.partner_unknown, rhythm.plan_item_unknown */
export function addPublication(
  ctx: Context,
  input: PublicationFields & { partnerId: Id<'partner'>; planItemId?: Id<'plan'> | null | undefined },
): Promise<PublicationRecord> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'plan.write');
    const { id: partnerId } = await keptPartner(tx, input.partnerId);
    const planItemId = await planOf(tx, partnerId, input.planItemId ?? null);
    const one: PublicationRecord = {
      id: tx.id('publication'),
      partnerId,
      planItemId,
      ...told(input),
      url: null,
      outAt: null,
      reportedOn: null,
    };
    await savePublication(tx, one);
    noted(tx, 'rhythm.add_publication', one);
    return one;
  });
}

/** Into another item of the plan it goes too, while it is not out. @throws rhythm.publication_unknown, rhythm.publication_is_out */
export function changePublication(
  ctx: Context,
  input: PublicationFields & {
    publicationId: Id<'publication'>;
    planItemId?: Id<'plan'> | null | undefined;
  },
): Promise<PublicationRecord> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'plan.write');
    const one = await kept(tx, input.publicationId);
    if (one.outAt) refuse('not_now', 'rhythm.publication_is_out');
    const planItemId =
      input.planItemId === undefined ? one.planItemId : await planOf(tx, one.partnerId, input.planItemId);
    const changed: PublicationRecord = { ...one, ...told(input), planItemId };
    await savePublication(tx, changed);
    noted(tx, 'rhythm.change_publication', changed);
    return changed;
  });
}

/**
 * It is out. Every publication is part of a joint plan: a sale event of its own is not what we build (S0.4).
 * @throws rhythm.publication_unknown, rhythm.publication_is_out, rhythm.publication_not_ready, rhythm.publication_out_of_plan
 */
export function releasePublication(
  ctx: Context,
  input: { publicationId: Id<'publication'>; url: string },
): Promise<PublicationRecord> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'plan.write');
    const one = await kept(tx, input.publicationId);
    if (one.outAt) refuse('not_now', 'rhythm.publication_is_out');
    const lacks = adLacks(one);
    if (lacks.length > 0) refuse('not_now', 'rhythm.publication_not_ready', { lacks });
    if (one.planItemId === null) refuse('not_now', 'rhythm.publication_out_of_plan');
    const out: PublicationRecord = { ...one, url: input.url, outAt: tx.now() };
    await savePublication(tx, out);
    await touch(tx, one.partnerId, { kind: 'publication', minutes: 0, ofId: one.id });
    noted(tx, 'rhythm.release_publication', out);
    return out;
  });
}

/** Its act is with the operator. @throws rhythm.publication_unknown, rhythm.publication_not_out */
export function reportPublication(
  ctx: Context,
  input: { publicationId: Id<'publication'>; reportedOn: string },
): Promise<PublicationRecord> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'plan.write');
    const one = await kept(tx, input.publicationId);
    if (!one.outAt) refuse('not_now', 'rhythm.publication_not_out');
    const reported: PublicationRecord = { ...one, reportedOn: input.reportedOn };
    await savePublication(tx, reported);
    noted(tx, 'rhythm.report_publication', reported);
    return reported;
  });
}

/** An item of this very partner's plan. @throws rhythm.plan_item_unknown */
async function planOf(
  tx: Tx,
  partnerId: Id<'partner'>,
  planItemId: Id<'plan'> | null,
): Promise<Id<'plan'> | null> {
  if (planItemId !== null && (await lockPlan(tx, planItemId))?.partnerId !== partnerId)
    refuse('not_found', 'rhythm.plan_item_unknown', { planItemId });
  return planItemId;
}

async function kept(tx: Tx, id: Id<'publication'>): Promise<PublicationRecord> {
  const one =
    (await lockPublication(tx, id)) ??
    refuse('not_found', 'rhythm.publication_unknown', { publicationId: id });
  await keptPartner(tx, one.partnerId);
  return one;
}

function noted(tx: Tx, verb: string, { id, partnerId }: PublicationRecord): void {
  tx.audit({ verb, subject: partnerId, change: { publicationId: id } });
  tx.emit({ type: 'publication.changed', partnerId, publicationId: id });
}
