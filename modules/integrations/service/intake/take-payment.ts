import { createHash } from 'node:crypto';
import { settleRefunds, settleSales } from '@mosty/incentives';
import { systemContext } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { look, transact, type Database } from '@mosty/kernel/db';
import { exact, roundExact } from '@mosty/kernel/money';
import { refuse } from '@mosty/kernel/refusal';
import type { IntakeOutcome, Provider } from '../../contract/intake.ts';
import type { Message, Told } from '../../domain/intake/told.ts';
import { toldOf } from '../../domain/intake/yookassa.ts';
import {
  countRefused,
  findSource,
  forgetHeld,
  insertEvent,
  workspaceOfIntake,
  type IntakeSource,
} from '../../store/intake.ts';
import { askYookassa, type AskYookassa } from './ask-yookassa.ts';
import { readMessage } from './read-message.ts';
import { credentialsOf, sealBody, secretOf } from './secrets.ts';
import { verify, type Call } from './verify.ts';

export interface Arrived extends Omit<Call, 'at'> {
  readonly sourceId: string;
  readonly provider: Provider;
}

export interface IntakeSetup {
  readonly database: Database;
  /** A system context of the workspace whose source it is. */
  readonly contextOf?: (workspaceId: string, job: string) => Promise<Context>;
  readonly ask?: AskYookassa;
}

/**
 * A provider tells of a payment. Told twice it is known; what cannot be read or trusted is held for a person and
 * answered well, for telling it again would change nothing.
 * @throws integrations.no_source, integrations.intake_refused, integrations.provider_silent
 */
export async function takePayment(setup: IntakeSetup, arrived: Arrived): Promise<{ outcome: IntakeOutcome }> {
  const workspaceId = await workspaceOfIntake(setup.database, arrived.sourceId);
  if (!workspaceId) return refuse('not_found', 'integrations.no_source');
  const contextOf = setup.contextOf ?? ((id: string, job: string) => systemContext(setup.database, id, job));
  const ctx = await contextOf(workspaceId, `intake.${arrived.provider}`);
  const call: Call = { ...arrived, at: ctx.clock.now() };
  const source = await look(ctx, (tx) => findSource(tx, arrived.sourceId));
  if (!source || source.provider !== arrived.provider || source.state === 'off')
    return refuse('not_found', 'integrations.no_source');
  const verdict = verify(source, secretOf(ctx, source), call);
  if (verdict !== 'well') {
    await transact(ctx, (tx) => countRefused(tx, source.id, verdict));
    return refuse('not_permitted', 'integrations.intake_refused', { because: verdict });
  }
  const message = readMessage(source, call) ?? unreadable(call.body);
  const told = await believed(ctx, setup.ask ?? askYookassa, source, message);
  return transact(ctx, async (tx) => ({ outcome: await keep(tx, source, message, told, call.body) }));
}

function unreadable(body: Buffer): Message {
  return {
    id: sha256(body),
    type: '?',
    isTest: false,
    told: [{ what: 'nothing', because: 'unreadable' }],
  };
}

/** YooKassa signs nothing: the payment is asked for again, or its word is taken where a person said so. */
async function believed(
  ctx: Context,
  ask: AskYookassa,
  source: IntakeSource,
  message: Message & { objectId?: string },
): Promise<readonly Told[]> {
  if (message.isTest && !source.takesTest) return [{ what: 'nothing', because: 'test' }];
  const kind = message.type.startsWith('refund.') ? 'refunds' : 'payments';
  const matters = message.told.some(({ what }) => what !== 'nothing');
  if (source.provider !== 'yookassa' || message.objectId === undefined || !matters) return message.told;
  const credentials = credentialsOf(ctx, source);
  if (!credentials) return source.trustsUnread ? message.told : [{ what: 'nothing', because: 'unread' }];
  const object = await ask(credentials, kind, message.objectId).catch(() =>
    refuse('upstream', 'integrations.provider_silent'),
  );
  const told = object === null ? [] : toldOf(message.type, object);
  return told.some(({ what }) => what !== 'nothing') ? told : [{ what: 'nothing', because: 'not_confirmed' }];
}

/** For a person to look at: something was said that we could not take. */
const HELD: ReadonlySet<string> = new Set(['unreadable', 'unread', 'not_confirmed', 'dispute_won']);

async function keep(
  tx: Tx,
  source: IntakeSource,
  message: Message,
  told: readonly Told[],
  body: Buffer,
): Promise<IntakeOutcome> {
  const id = tx.id('intake_event');
  const [first] = told;
  const nothing = first?.what === 'nothing' ? first.because : null;
  const part = first?.what === 'sale' ? first.sale : first?.what === 'refund' ? first.refund : null;
  await forgetHeld(tx, source.id, message.id);
  const event = {
    id,
    sourceId: source.id,
    messageId: message.id,
    type: message.type,
    because: nothing,
    what: first?.what === 'sale' || first?.what === 'refund' ? first.what : null,
    externalId: part?.externalId ?? null,
    amountMinor: part
      ? roundExact(exact(part.amountMicro, part.currency), 'half_away_from_zero').minor
      : null,
    currency: part?.currency ?? null,
    receivedAt: tx.now(),
    bodySha256: sha256(body),
    body: sealBody(tx, id, body),
  };
  const outcome: IntakeOutcome =
    nothing !== null ? (HELD.has(nothing) ? 'held' : 'ignored') : await settle(tx, source, told);
  return (await insertEvent(tx, { ...event, outcome })) ? outcome : 'known';
}

/** Sales and refunds by the one door there is for them; the key is the provider's own number, for ever. */
async function settle(tx: Tx, source: IntakeSource, told: readonly Told[]): Promise<IntakeOutcome> {
  const from = sourceName(source);
  const sales = told.flatMap((one) => (one.what === 'sale' ? [one.sale] : []));
  const refunds = told.flatMap((one) =>
    one.what === 'refund' ? [{ ...one.refund, link: 'sale' as const }] : [],
  );
  const sold = sales.length > 0 ? await settleSales(tx, { source: from, sales }) : null;
  const returned = refunds.length > 0 ? await settleRefunds(tx, { source: from, refunds }) : null;
  if (returned?.recorded.some(({ matched }) => !matched)) return 'waiting';
  return (sold?.recorded.length ?? 0) + (returned?.recorded.length ?? 0) > 0 ? 'recorded' : 'known';
}

/** Providers number their payments for all the world; a program of one's own only for itself. */
function sourceName(source: IntakeSource): string {
  return source.provider === 'signed' ? `signed.${source.id.slice(-12)}` : source.provider;
}

function sha256(body: Buffer): string {
  return createHash('sha256').update(body).digest('hex');
}
