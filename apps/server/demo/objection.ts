import type { Id } from '@mosty/kernel/id';
import type { Month } from '@mosty/kernel/time';
import { objectToStatement, resolveObjection } from '@mosty/payouts';
import { listStatementLines, listStatements } from '@mosty/payouts/contract';
import { payoutsRoutes } from '@mosty/payouts/http';
import type { Enrolled } from './enrol.ts';
import { read } from './read.ts';
import type { Stage } from './stage.ts';

const DAY_MS = 86_400_000;

/**
 * Story 16: a partner did not agree with a month that was closed and sent. The statement stays as it was; the difference is
 * an entry of the open month, with a reason and an author.
 */
export async function tellObjection(
  stage: Stage,
  partner: Enrolled | undefined,
  month: Month,
): Promise<void> {
  if (!partner) return;
  const { items } = await read(payoutsRoutes, listStatements, stage.head, {
    query: { month, partnerId: partner.partnerId },
  });
  const [statement] = items;
  if (!statement) return;
  const lines = await read(payoutsRoutes, listStatementLines, stage.head, {
    params: { statementId: statement.id },
    query: {},
  });
  const line = lines.items.find(({ kind, amountMinor }) => kind === 'commission' && amountMinor > 0);
  if (!line) return;
  const statementId = statement.id as Id<'statement'>;
  stage.clock.advance(2 * DAY_MS);
  await objectToStatement(stage.head, {
    statementId,
    words: `${line.clientName ?? line.saleNumber ?? ''}: договаривались о 30 %: мы вели его до конца внедрения. Посчитали 20 %.`,
  });
  stage.clock.advance(DAY_MS);
  await resolveObjection(stage.head, {
    statementId,
    words: 'Верно, о 30 % писали в чате в день передачи клиента. Доплачиваем разницу.',
    correction: {
      accrualId: line.accrualId as Id<'accrual'>,
      wasMinor: BigInt(line.amountMinor),
      becomesMinor: (BigInt(line.amountMinor) * 3n) / 2n,
    },
  });
}
