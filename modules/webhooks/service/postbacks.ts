import { knownPartner } from '@mosty/directory';
import { permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import type { PostbackView } from '../contract/postbacks.ts';
import { checkUrl } from '../domain/address.ts';
import { checkTemplate } from '../domain/template.ts';
import { rights } from '../policy.ts';
import { giveUpWaiting } from '../store/deliveries.ts';
import {
  endPostback,
  insertPostback,
  listPostbacks,
  savePostback,
  type PostbackRecord,
} from '../store/postbacks.ts';
import { switched } from './change-endpoint.ts';
import { heldPostback } from './held-endpoint.ts';
import { insideAllowed } from './settings.ts';
import { wakeDeliveries } from './wake.ts';

const OF_ONE_PARTNER_MAX = 10;

export interface CreatePostback {
  readonly partnerId: Id<'partner'>;
  readonly about: PostbackView['about'];
  readonly url: string;
}

/** @throws directory.partner_unknown, webhooks.field_unknown, webhooks.field_in_host, webhooks.url_…, webhooks.no_more */
export function createPostback(ctx: Context, input: CreatePostback): Promise<PostbackRecord> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'postback.write');
    const refusal = checkTemplate(input.url) ?? checkUrl(input.url, insideAllowed());
    if (refusal) throw refusal;
    ownOnly(tx, input.partnerId);
    const partner = await knownPartner(tx, input.partnerId);
    if ((await listPostbacks(tx, partner.id)).length >= OF_ONE_PARTNER_MAX)
      refuse('limit', 'webhooks.no_more', { limit: OF_ONE_PARTNER_MAX });
    const postback: PostbackRecord = {
      id: tx.id('postback'),
      partnerId: partner.id,
      about: input.about,
      url: input.url,
      state: 'on',
      offBecause: null,
      failingSince: null,
      lastSuccessAt: null,
      createdAt: tx.now(),
      createdBy: tx.actor.id,
    };
    await insertPostback(tx, postback);
    tx.audit({
      verb: 'webhooks.create_postback',
      subject: postback.id,
      change: { partnerId: partner.id, about: postback.about },
    });
    return postback;
  });
}

/** @throws webhooks.no_postback */
export function switchPostback(
  ctx: Context,
  input: { postbackId: string; state: 'on' | 'off' },
): Promise<PostbackRecord> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'postback.write');
    const before = await heldPostback(tx, input.postbackId);
    const after = { ...before, ...switched(before, input.state) };
    await savePostback(tx, after);
    tx.audit({ verb: 'webhooks.switch_postback', subject: after.id, change: { state: after.state } });
    tx.afterCommit(wakeDeliveries);
    return after;
  });
}

/** @throws webhooks.no_postback */
export function removePostback(ctx: Context, input: { postbackId: string }): Promise<{ removed: boolean }> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'postback.write');
    const postback = await heldPostback(tx, input.postbackId);
    await endPostback(tx, postback.id);
    await giveUpWaiting(tx, postback.id);
    tx.audit({ verb: 'webhooks.remove_postback', subject: postback.id });
    return { removed: true };
  });
}

/** People of a partner name themselves; another's id is nobody's to them. */
function ownOnly(tx: Tx, partnerId: string): void {
  const own = tx.actor.type === 'person' ? tx.actor.partnerId : null;
  if (own !== null && own !== partnerId) refuse('not_found', 'directory.partner_unknown', { partnerId });
}
