import { createHash, randomBytes } from 'node:crypto';
import { forgetContacts, partnersById } from '@mosty/directory';
import { findWorkspace, ORIGIN, permit, queueMessage, systemContext, type World } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { look, transact, type Database } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import { handoverLetter } from '../domain/letters.ts';
import { reject } from '../domain/registration.ts';
import { rights } from '../policy.ts';
import { insertDealEvents } from '../store/deal-events.ts';
import { dealsById, holdRegistrations, saveDeals, type DealRecord } from '../store/deals.ts';
import {
  findHandover,
  insertHandover,
  lockHandover,
  replaceHandovers,
  saveAnswer,
  workspaceOfHandover,
  type Handover,
} from '../store/handovers.ts';
import { reviveAfter } from './decide-registration.ts';
import { keptDeal, lockedDeal } from './known-deal.ts';
import { knownClient } from './recognise-client.ts';
import { tellRegistrationDecided } from './registration-news.ts';
import { rulesOf } from './stages.ts';
import { tellDeals } from './tell-deals.ts';

const ANSWER_DAYS = 14;
const DAY_MS = 86_400_000;
const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');

/**
 * Sends the client a letter with one question. The token is in the letter only. Of several letters the last one asks.
 * @throws deals.client_has_no_email, deals.not_waiting, identity.demo_only_looks
 */
export function askClient(ctx: Context, input: { dealId: Id<'deal'> }): Promise<DealRecord> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'deal.decide');
    const deal = await keptDeal(tx, input.dealId);
    if (deal.registration !== 'pending' && deal.registration !== 'conflicted')
      return refuse('not_now', 'deals.not_waiting', { number: deal.number, registration: deal.registration });
    const workspace = await findWorkspace(tx);
    // Anybody may play an owner of the demo: it must not become a way to send letters to strangers.
    if (!workspace || workspace.isDemo) return refuse('not_now', 'identity.demo_only_looks');
    const client = deal.clientId ? await knownClient(tx, deal.clientId) : null;
    if (!client?.email) return refuse('not_now', 'deals.client_has_no_email', { number: deal.number });
    const token = randomBytes(32).toString('base64url');
    const expiresAt = new Date(tx.now().getTime() + ANSWER_DAYS * DAY_MS);
    await replaceHandovers(tx, deal.id);
    await insertHandover(tx, {
      dealId: deal.id,
      tokenHash: hashOf(token),
      sentAt: tx.now(),
      expiresAt,
      answeredAt: null,
      agreed: null,
      replacedAt: null,
    });
    await queueMessage(tx, {
      kind: 'handover',
      to: client.email,
      letter: handoverLetter({
        company: workspace.name,
        client: client.name,
        partner: await partnerName(tx, deal),
        link: `${ORIGIN}/handover/${token}`,
        days: ANSWER_DAYS,
      }),
      secretUntil: expiresAt,
    });
    const asked: DealRecord = { ...deal, handoverBasis: 'confirmation_letter', clientConfirmedAt: null };
    await saveDeals(tx, [asked]);
    await insertDealEvents(tx, [{ dealId: deal.id, what: 'client_asked' }]);
    tx.audit({ verb: 'deals.ask_client', subject: deal.id });
    return asked;
  });
}

async function partnerName(tx: Tx, deal: DealRecord): Promise<string | null> {
  if (!deal.partnerId) return deal.namedRegistrant;
  return (await partnersById(tx, [deal.partnerId]))[0]?.name ?? null;
}

/** What the letter asks, without answering. @throws deals.no_handover, deals.handover_replaced */
export async function openHandover(database: Database, token: string, world: World = {}) {
  const ctx = await contextOf(database, token, world);
  return look(ctx, async (tx) => {
    const handover = usable(tx, await findHandover(tx, hashOf(token)));
    const [deal] = await dealsById(tx, [handover.dealId]);
    const workspace = await findWorkspace(tx);
    if (!deal || !workspace) return refuse('not_found', 'deals.no_handover');
    return {
      company: workspace.name,
      language: workspace.language,
      client: deal.title,
      partner: await partnerName(tx, deal),
      agreed: handover.agreed,
    };
  });
}

/**
 * «Да, передайте» lets the registration be approved; «нет» refuses it and forgets how to reach the person. The first
 * answer stays. @throws deals.no_handover, deals.handover_replaced, deals.handover_answered
 */
export async function answerHandover(
  database: Database,
  { token, agreed }: { token: string; agreed: boolean },
  world: World = {},
): Promise<{ agreed: boolean }> {
  const ctx = await contextOf(database, token, world);
  return transact(ctx, async (tx) => {
    await holdRegistrations(tx);
    const handover = usable(tx, await lockHandover(tx, hashOf(token)));
    if (handover.answeredAt) {
      if (handover.agreed === agreed) return { agreed };
      return refuse('conflict', 'deals.handover_answered');
    }
    await saveAnswer(tx, handover.tokenHash, agreed);
    const deal = await lockedDeal(tx, handover.dealId);
    await insertDealEvents(tx, [{ dealId: deal.id, what: agreed ? 'client_agreed' : 'client_declined' }]);
    tx.audit({ verb: 'deals.answer_handover', subject: deal.id, change: { agreed } });
    if (agreed) await saveDeals(tx, [{ ...deal, clientConfirmedAt: tx.now() }]);
    else await decline(tx, deal);
    return { agreed };
  });
}

async function decline(tx: Tx, deal: DealRecord): Promise<void> {
  const rejected = reject(deal, { now: tx.now(), zone: tx.zone, rules: await rulesOf(tx) });
  if (!(rejected instanceof Error)) {
    await saveDeals(tx, [{ ...rejected, decidedBy: tx.actor.id, decisionReason: null }]);
    await insertDealEvents(tx, [{ dealId: deal.id, what: 'rejected', params: { by: 'client' } }]);
    tellDeals(tx, 'deal.rejected', [deal]);
    await tellRegistrationDecided(tx, deal, 'rejected');
    await reviveAfter(tx, [deal.id]);
  }
  if (deal.clientId) await forgetContacts(tx, deal.clientId);
}

async function contextOf(database: Database, token: string, world: World): Promise<Context> {
  const workspaceId = await workspaceOfHandover(database, hashOf(token));
  if (!workspaceId) return refuse('not_found', 'deals.no_handover');
  return systemContext(database, workspaceId, 'deals.handover', world);
}

function usable(tx: Tx, handover: Handover | undefined): Handover {
  if (!handover || (handover.expiresAt <= tx.now() && !handover.answeredAt))
    return refuse('not_found', 'deals.no_handover');
  if (handover.replacedAt) return refuse('not_now', 'deals.handover_replaced');
  return handover;
}
