import { Refusal } from '@mosty/kernel/refusal';
import { addDays, type BusinessDate } from '@mosty/kernel/time';
import type { StatementState } from '../contract/statement.ts';

interface Standing {
  readonly state: StatementState;
  readonly answerBy: string | null;
}

type Act = 'send' | 'accept' | 'object' | 'resolve';

const FROM: Readonly<Record<Act, StatementState>> = {
  send: 'draft',
  accept: 'sent',
  object: 'sent',
  resolve: 'objected',
};

/** draft → sent → accepted | accepted by silence | objected → resolved. Nothing goes back. */
export function checkStatement(statement: Standing, act: Act, today: BusinessDate): Refusal | null {
  if (statement.state !== FROM[act]) {
    return new Refusal('conflict', 'payouts.statement_state', { act, state: statement.state });
  }
  if (act === 'object' && statement.answerBy !== null && today > statement.answerBy) {
    return new Refusal('not_now', 'payouts.objection_late', { answerBy: statement.answerBy });
  }
  return null;
}

/** The last day to object, counted from the day after sending. */
export function answerBy(sentOn: BusinessDate, silenceDays: number): BusinessDate {
  return addDays(sentOn, silenceDays);
}
