import { permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { look, transact } from '@mosty/kernel/db';
import { decodeCursor, pageFrom } from '@mosty/kernel/http';
import { refuse } from '@mosty/kernel/refusal';
import type { Provider } from '../../contract/intake.ts';
import { rights } from '../../policy.ts';
import {
  findSource,
  insertSource,
  lastEventsOf,
  listEvents,
  listSources,
  lockSource,
  saveSource,
  type IntakeSource,
} from '../../store/intake.ts';
import { ownSecret, sealCredentials, sealSecret, type Credentials } from './secrets.ts';

const SOURCES_MAX = 20;

interface Choices {
  readonly secret?: string | undefined;
  readonly trustsUnread?: boolean | undefined;
  readonly checksAddress?: boolean | undefined;
  readonly takesTest?: boolean | undefined;
}

export interface CreateIntakeSource extends Choices {
  readonly provider: Provider;
  readonly name: string;
  readonly credentials?: Credentials | undefined;
}

/** What we made up ourselves is in the answer and readable nowhere afterwards. @throws integrations.too_many_sources */
export function createIntakeSource(
  ctx: Context,
  input: CreateIntakeSource,
): Promise<{ source: IntakeSource; secret: string | null }> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'intake.write');
    if ((await listSources(tx)).length >= SOURCES_MAX)
      refuse('limit', 'integrations.too_many_sources', { limit: SOURCES_MAX });
    const id = tx.id('intake_source');
    const own = ownSecret(input.provider);
    const secret = own ?? input.secret ?? null;
    const source: IntakeSource = {
      id,
      provider: input.provider,
      name: input.name,
      secret: secret === null ? null : sealSecret(tx, id, secret),
      credentials: input.credentials ? sealCredentials(tx, id, input.credentials) : null,
      trustsUnread: input.trustsUnread ?? false,
      checksAddress: input.checksAddress ?? true,
      takesTest: input.takesTest ?? false,
      state: 'on',
      refused: 0,
      refusedAt: null,
      refusedBecause: null,
      createdAt: tx.now(),
      createdBy: tx.actor.id,
    };
    await insertSource(tx, source);
    tx.audit({
      verb: 'integrations.create_intake',
      subject: id,
      change: { provider: source.provider, trustsUnread: source.trustsUnread, takesTest: source.takesTest },
    });
    return { source, secret: own };
  });
}

export interface ChangeIntakeSource extends Choices {
  readonly sourceId: string;
  readonly name?: string | undefined;
  readonly credentials?: Credentials | null | undefined;
  readonly state?: 'on' | 'off' | undefined;
}

/** What is not named stays. @throws integrations.no_source */
export function changeIntakeSource(ctx: Context, input: ChangeIntakeSource): Promise<IntakeSource> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'intake.write');
    const before = (await lockSource(tx, input.sourceId)) ?? refuse('not_found', 'integrations.no_source');
    const source: IntakeSource = {
      ...before,
      name: input.name ?? before.name,
      secret: input.secret === undefined ? before.secret : sealSecret(tx, before.id, input.secret),
      credentials: credentialsAfter(tx, before, input.credentials),
      trustsUnread: input.trustsUnread ?? before.trustsUnread,
      checksAddress: input.checksAddress ?? before.checksAddress,
      takesTest: input.takesTest ?? before.takesTest,
      state: input.state ?? before.state,
    };
    await saveSource(tx, source);
    const { trustsUnread, checksAddress, takesTest, state } = source;
    tx.audit({
      verb: 'integrations.change_intake',
      subject: source.id,
      change: { trustsUnread, checksAddress, takesTest, state, secretChanged: input.secret !== undefined },
    });
    return source;
  });
}

function credentialsAfter(
  tx: Tx,
  before: IntakeSource,
  given: Credentials | null | undefined,
): string | null {
  if (given === undefined) return before.credentials;
  return given === null ? null : sealCredentials(tx, before.id, given);
}

export function readIntakeSources(ctx: Context) {
  return look(ctx, async (tx) => {
    permit(tx, rights, 'intake.read');
    const last = await lastEventsOf(tx);
    return {
      items: (await listSources(tx)).map((source) => sourceView(source, last.get(source.id) ?? null)),
    };
  });
}

/** Without its secrets, which nobody reads again. */
export function sourceView(source: IntakeSource, lastEventAt: Date | null = null) {
  const { secret, credentials, createdBy: _createdBy, ...rest } = source;
  return {
    ...rest,
    path: `/api/v1/intake/${source.id}/${source.provider}`,
    hasSecret: secret !== null,
    hasCredentials: credentials !== null,
    lastEventAt,
  };
}

/** @throws integrations.no_source */
export function readIntakeEvents(
  ctx: Context,
  asked: { sourceId: string; outcome?: string | undefined; cursor?: string | undefined; limit: number },
) {
  return look(ctx, async (tx) => {
    permit(tx, rights, 'intake.read');
    if (!(await findSource(tx, asked.sourceId))) refuse('not_found', 'integrations.no_source');
    const rows = await listEvents(tx, {
      sourceId: asked.sourceId,
      outcome: asked.outcome ?? null,
      after: decodeCursor(asked.cursor),
      limit: asked.limit,
    });
    const shown = rows.map((row) => ({
      ...row,
      amountMinor: row.amountMinor === null ? null : Number(row.amountMinor),
    }));
    return pageFrom(shown, asked.limit, (row) => ({ value: row.receivedAt.toISOString(), id: row.id }));
  });
}
