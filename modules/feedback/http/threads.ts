import { may, permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import { decodeCursor, pageFrom, serve, type Served } from '@mosty/kernel/http';
import { refuse } from '@mosty/kernel/refusal';
import { businessDateOf } from '@mosty/kernel/time';
import * as api from '../contract/threads.ts';
import { rights } from '../policy.ts';
import { addMessage, closeThread } from '../service/answer.ts';
import { openThread } from '../service/open-thread.ts';
import { sideOf } from '../service/say.ts';
import { countWaiting, messagesOf, namedThread, pageOfThreads, type Named } from '../store/threads.ts';

export const threadRoutes: Served[] = [
  serve(api.listThreads, (ctx, { query }) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'thread.read');
      const { cursor, ...filter } = query;
      const isWaiting = query.show === 'waiting' || query.show === 'late';
      const rows = await pageOfThreads(tx, { ...filter, after: decodeCursor(cursor), today: todayOf(tx) });
      const page = pageFrom(rows, query.limit, (row) => ({
        value: isWaiting ? (row.answerBy ?? '') : row.movedAt.toISOString(),
        id: row.id,
      }));
      return { ...page, items: page.items.map((row) => present(tx, row)) };
    }),
  ),
  serve(api.countThreads, (ctx) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'thread.read');
      return countWaiting(tx, todayOf(tx));
    }),
  ),
  serve(api.readThread, (ctx, { params }) => card(ctx, params.threadId)),
  serve(api.openThread, async (ctx, { body }) => card(ctx, (await openThread(ctx, body)).id)),
  serve(api.addMessage, async (ctx, { params, body }) => {
    await addMessage(ctx, { ...params, ...body });
    return card(ctx, params.threadId);
  }),
  serve(api.closeThread, async (ctx, { params }) => {
    await closeThread(ctx, params);
    return card(ctx, params.threadId);
  }),
];

const todayOf = (tx: Tx) => businessDateOf(tx.now(), tx.zone);

function present(tx: Tx, { partnerId, partnerName, answererFaceId, answererName, ...row }: Named) {
  return {
    ...row,
    partner: { id: partnerId, name: partnerName },
    answerer: answererFaceId && answererName !== null ? { id: answererFaceId, name: answererName } : null,
    isLate: row.answerBy !== null && row.answerBy < todayOf(tx),
  };
}

function card(ctx: Context, threadId: string) {
  return look(ctx, async (tx) => {
    permit(tx, rights, 'thread.read');
    const thread =
      (await namedThread(tx, threadId)) ?? refuse('not_found', 'feedback.thread_unknown', { threadId });
    const write = may(tx, rights, 'thread.write');
    return {
      ...present(tx, thread),
      messages: await messagesOf(tx, threadId),
      can: {
        write,
        decide: thread.kind !== 'question' && may(tx, rights, 'thread.decide'),
        close: write && thread.state !== 'closed' && (thread.state === 'answered' || sideOf(tx) === 'theirs'),
      },
    };
  });
}
