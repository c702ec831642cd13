import type { Context, Tx } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import { GONE, type Outcome } from '../domain/outcome.ts';
import { FAILING_MS_MAX, nextAttempt } from '../domain/schedule.ts';
import { insertAttempt } from '../store/attempts.ts';
import { lockDelivery, saveDelivery } from '../store/deliveries.ts';
import { lockEndpoint, saveEndpoint, type Health } from '../store/endpoints.ts';
import { lockPostback, savePostback } from '../store/postbacks.ts';
import type { Prepared } from './prepare.ts';
import { tellOwners } from './tell-owners.ts';

/** Writes down how an attempt went, when to try again, and how its address is doing. */
export function settleAttempt(
  ctx: Context,
  { delivery: sent, target }: Prepared,
  outcome: Outcome,
  chance: number,
): Promise<void> {
  return transact(ctx, async (tx) => {
    const now = tx.now();
    const began = new Date(now.getTime() - outcome.durationMs);
    await insertAttempt(
      tx,
      { deliveryId: sent.id, partnerId: sent.partnerId },
      {
        ...outcome,
        number: sent.attempts,
        at: began,
      },
    );
    const delivery = await lockDelivery(tx, sent.id);
    // Another worker took it over after the lease: what it found is newer.
    if (!delivery || delivery.state !== 'waiting' || delivery.attempts !== sent.attempts) return;
    const succeeded = outcome.error === null;
    const nothingMore = succeeded || outcome.error === 'demo' || outcome.status === GONE;
    const next = nothingMore ? null : nextAttempt(delivery.tries, now, chance, outcome.retryAfterMs);
    await saveDelivery(tx, {
      ...delivery,
      state: succeeded ? 'delivered' : next ? 'waiting' : 'failed',
      nextAttemptAt: next ?? delivery.nextAttemptAt,
      endedAt: next ? null : now,
      lastStatus: outcome.status,
      lastError: outcome.error,
    });
    // A fault of ours says nothing of the receiver.
    if (outcome.error !== 'demo' && outcome.error !== 'our_fault')
      await noteHealth(tx, target, outcome, succeeded, now);
  });
}

async function noteHealth(
  tx: Tx,
  target: Prepared['target'],
  outcome: Outcome,
  succeeded: boolean,
  now: Date,
): Promise<void> {
  const found =
    target.kind === 'endpoint' ? await lockEndpoint(tx, target.is.id) : await lockPostback(tx, target.is.id);
  if (!found || found.state === 'off') return;
  const health = healthAfter(found, outcome, succeeded, now);
  if (health.offBecause === 'failing' || health.offBecause === 'gone') {
    const what = target.kind === 'endpoint' ? 'webhook' : 'postback';
    await tellOwners(tx, { url: found.url, because: health.offBecause, since: health.failingSince, what });
    tx.audit({
      verb: 'webhooks.switch_off',
      subject: found.id,
      change: { because: health.offBecause, failingSince: health.failingSince },
    });
  }
  if ('partnerId' in found) await savePostback(tx, { ...found, ...health });
  else await saveEndpoint(tx, { ...found, ...health });
}

export function healthAfter(before: Health, outcome: Outcome, succeeded: boolean, now: Date): Health {
  if (succeeded) return { state: 'on', offBecause: null, failingSince: null, lastSuccessAt: now };
  const failingSince = before.failingSince ?? now;
  const { lastSuccessAt } = before;
  if (outcome.status === GONE) return { state: 'off', offBecause: 'gone', failingSince, lastSuccessAt };
  if (now.getTime() - failingSince.getTime() >= FAILING_MS_MAX)
    return { state: 'off', offBecause: 'failing', failingSince, lastSuccessAt };
  return { state: 'on', offBecause: null, failingSince, lastSuccessAt };
}
