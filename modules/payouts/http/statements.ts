import { findWorkspace, may, namesOfMembers, permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { beyondPartner, look } from '@mosty/kernel/db';
import { decodeCursor, pageFrom, serve, type Served } from '@mosty/kernel/http';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import { businessDateOf } from '@mosty/kernel/time';
import type * as z from 'zod';
import * as api from '../contract/statement.ts';
import { checkStatement } from '../domain/statement-life.ts';
import { rights } from '../policy.ts';
import { acceptStatement, objectToStatement } from '../service/answer-statement.ts';
import { resolveObjection } from '../service/resolve-objection.ts';
import { sendStatements } from '../service/send-statements.ts';
import { findStatement, listStatements, type Statement } from '../store/statements.ts';
import { statementLines, type LineFilter } from '../store/statement-lines.ts';
import { statementTable } from './documents/statement.ts';
import { writeTable } from './documents/write.ts';
import { afterTime, canOf } from './present.ts';

const ALL_LINES = 200_000;

async function readable(tx: Tx, id: Id<'statement'>): Promise<Statement> {
  permit(tx, rights, 'statement.read');
  return (await findStatement(tx, id)) ?? refuse('not_found', 'payouts.no_statement');
}

/** Sales and rules are the company's: of those behind its own statement a partner reads as much as we do. */
function linesOf(tx: Tx, statement: Statement, page: Pick<LineFilter, 'after' | 'limit'>) {
  return beyondPartner(tx, () => statementLines(tx, { ...statement, ...page }));
}

function canDo(ctx: Context, statement: Statement) {
  const today = businessDateOf(ctx.clock.now(), ctx.zone);
  return canOf({
    accept: may(ctx, rights, 'statement.answer') && checkStatement(statement, 'accept', today),
    object: may(ctx, rights, 'statement.answer') && checkStatement(statement, 'object', today),
    resolve: may(ctx, rights, 'statement.resolve') && checkStatement(statement, 'resolve', today),
    send: may(ctx, rights, 'statement.send') && checkStatement(statement, 'send', today),
  });
}

export async function pageOfStatements(tx: Tx, query: z.output<typeof api.listStatements.query>) {
  permit(tx, rights, 'statement.read');
  const { cursor, limit, ...filter } = query;
  const place = decodeCursor(cursor);
  const after = place ? { month: place.value, id: place.id } : undefined;
  const rows = await listStatements(tx, { ...filter, after, limit: limit + 1 });
  return pageFrom(rows, limit, (row) => ({ value: row.month, id: row.id }));
}

export const statementRoutes: readonly Served[] = [
  serve(api.listStatements, (ctx, { query }) => look(ctx, (tx) => pageOfStatements(tx, query))),
  serve(api.getStatement, (ctx, { params }) =>
    look(ctx, async (tx) => {
      const statement = await readable(tx, params.statementId);
      const ids = [statement.sentBy, statement.answeredBy, statement.resolvedBy].filter((id) => id !== null);
      const people = Object.fromEntries(await namesOfMembers(tx, ids));
      return { ...statement, people, can: canDo(tx, statement) };
    }),
  ),
  serve(api.listStatementLines, (ctx, { params, query }) =>
    look(ctx, async (tx) => {
      const statement = await readable(tx, params.statementId);
      const after = afterTime(decodeCursor(query.cursor));
      const rows = await linesOf(tx, statement, { after, limit: query.limit + 1 });
      return pageFrom(rows, query.limit, (row) => ({
        value: row.effectiveAt.toISOString(),
        id: row.accrualId,
      }));
    }),
  ),
  serve(api.statementFile, (ctx, { params, query }) =>
    look(ctx, async (tx) => {
      const statement = await readable(tx, params.statementId);
      const workspace = await findWorkspace(tx);
      const lines = await linesOf(tx, statement, { limit: ALL_LINES });
      const company = workspace?.legalName ?? workspace?.name ?? '';
      const table = statementTable(statement, lines, { language: query.language, zone: tx.zone, company });
      return writeTable(table, `statement-${statement.month}-${statement.id}`, {
        format: query.format,
        bom: query.bom === 'true',
      });
    }),
  ),
  serve(api.sendStatementsOperation, (ctx, { params, body }) => sendStatements(ctx, { ...params, ...body })),
  serve(api.acceptStatementOperation, (ctx, { params }) => acceptStatement(ctx, params)),
  serve(api.objectToStatementOperation, (ctx, { params, body }) =>
    objectToStatement(ctx, { ...params, ...body }),
  ),
  serve(api.resolveObjectionOperation, (ctx, { params, body }) => {
    const { words, correction: asked } = body;
    const correction = asked && {
      accrualId: asked.accrualId,
      wasMinor: BigInt(asked.wasMinor),
      becomesMinor: BigInt(asked.becomesMinor),
    };
    return resolveObjection(ctx, { ...params, words, correction });
  }),
];
