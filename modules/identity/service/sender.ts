import nodemailer from 'nodemailer';
import type { Context } from '@mosty/kernel/context';
import { transact, type Database } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { systemClock } from '@mosty/kernel/time';
import { nextAttempt } from '../domain/delivery.ts';
import { fillOrigin } from '../domain/links.ts';
import { messagesDue, workspacesWithStaleSecrets } from '../store/looks-across.ts';
import { claimMessage, eraseStaleSecrets, saveMessage, type Message } from '../store/messages.ts';
import { findWorkspace } from '../store/workspaces.ts';
import { systemContext, type World } from './context.ts';
import { onMessageQueued } from './queue-message.ts';

export interface SenderSettings {
  readonly database: Database;
  /** `smtp://user:password@host:port`. Without it letters are kept and read on the page of outgoing letters. */
  readonly smtpUrl?: string | undefined;
  readonly mailFrom?: string | undefined;
  readonly publicUrl: string;
  readonly onFault?: (error: unknown) => void;
  readonly world?: World;
}

export interface Sender {
  /** One pass over everything whose hour has come. */
  deliver(): Promise<void>;
  stop(): Promise<void>;
}

const POLL_MS = 30_000;
const BATCH = 50;
/** A sender that died with a letter in hand loses it to another after this long. */
const LEASE_MS = 120_000;
const SMTP_TIMEOUT_MS = 20_000;

/** Delivers letters after the transactions that wrote them: at least once, with ever longer pauses after failures. */
export function startSender(settings: SenderSettings): Sender {
  const { smtpUrl, mailFrom, database, world } = settings;
  const clock = world?.clock ?? systemClock;
  const timeouts = {
    connectionTimeout: SMTP_TIMEOUT_MS,
    greetingTimeout: SMTP_TIMEOUT_MS,
    socketTimeout: SMTP_TIMEOUT_MS,
  };
  const transport = smtpUrl && mailFrom ? nodemailer.createTransport({ url: smtpUrl, ...timeouts }) : null;
  let running: Promise<void> | null = null;
  let again = false;
  let stopped = false;

  async function post(message: Message): Promise<void> {
    if (!transport || !mailFrom) throw new Error('there is no mail server');
    await transport.sendMail({
      from: mailFrom,
      to: message.toEmail,
      subject: message.subject,
      text: fillOrigin(message.body ?? '', settings.publicUrl),
      // The same letter sent twice carries the same id, and a mail server may drop the second.
      messageId: `<${message.id}@${new URL(settings.publicUrl).hostname}>`,
      headers: { 'auto-submitted': 'auto-generated' },
    });
  }

  async function deliverOne(ctx: Context, id: Id<'message'>): Promise<void> {
    const leaseUntil = new Date(clock.now().getTime() + LEASE_MS);
    const { message, keep } = await transact(ctx, async (tx) => {
      const claimed = await claimMessage(tx, id, leaseUntil);
      // The demo company belongs to everybody: nothing of it leaves the house.
      return { message: claimed, keep: !transport || (await findWorkspace(tx))?.isDemo === true };
    });
    if (!message) return;
    // Outside a transaction: a slow mail server must not hold a connection, nor a retry send twice.
    const outcome = keep ? kept(message) : await attempt(message);
    await transact(ctx, (tx) => saveMessage(tx, outcome));
  }

  async function attempt(message: Message): Promise<Message> {
    try {
      await post(message);
      return {
        ...message,
        state: 'sent',
        sentAt: clock.now(),
        lastError: null,
        body: message.isSecret ? null : message.body,
      };
    } catch (error) {
      const next = nextAttempt(message.attempts, clock.now());
      const lastError = error instanceof Error ? error.message.slice(0, 500) : String(error);
      return {
        ...message,
        state: next ? 'queued' : 'failed',
        nextAttemptAt: next ?? message.nextAttemptAt,
        lastError,
      };
    }
  }

  async function pass(): Promise<void> {
    for (const workspaceId of await workspacesWithStaleSecrets(database, clock.now())) {
      await transact(await systemContext(database, workspaceId, 'identity.sender', world), eraseStaleSecrets);
    }
    for (;;) {
      const due = await messagesDue(database, clock.now(), BATCH);
      for (const { workspaceId, id } of due) {
        if (stopped) return;
        await deliverOne(await systemContext(database, workspaceId, 'identity.sender', world), id);
      }
      if (due.length < BATCH) return;
    }
  }

  function kick(): Promise<void> {
    again = true;
    running ??= (async () => {
      while (again && !stopped) {
        again = false;
        await pass().catch((error: unknown) => settings.onFault?.(error));
      }
    })().finally(() => {
      running = null;
    });
    return running;
  }

  onMessageQueued(() => void kick());
  const timer = setInterval(() => void kick(), POLL_MS);
  timer.unref();
  void kick();

  return {
    deliver: kick,
    async stop() {
      stopped = true;
      clearInterval(timer);
      onMessageQueued(() => {});
      await running;
      transport?.close();
    },
  };
}

function kept(message: Message): Message {
  return { ...message, state: 'kept', attempts: 0 };
}
