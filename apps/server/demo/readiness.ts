import { answerQuestion } from '@mosty/readiness';
import type { Question } from '@mosty/readiness/contract';
import type { Stage } from './stage.ts';

/** What the company says of itself: owners are named, one process is nobody's yet, service is good but for its speed. */
export async function tellReadiness(stage: Stage): Promise<void> {
  const say = (question: Question, value: string, source?: string) =>
    answerQuestion(stage.head, { question, value, ...(source ? { source } : {}) });
  const { id: head } = stage.head.actor;
  const { id: finance } = stage.finance.actor;
  await say('profit_owner', stage.owner.actor.id);
  await say('department', 'partners');
  for (const question of ['owner_search', 'owner_check', 'owner_support'] as const) await say(question, head);
  await say('owner_money', finance);
  const keeper = Array.from(stage.people.values()).find(
    ({ ctx }) => ctx.actor.type === 'person' && ctx.actor.role === 'manager',
  );
  if (keeper) await say('owner_launch', keeper.id);
  await say('own_nps', '38', 'Опрос клиентов, последний квартал');
  await say('own_answer_hours', '30', 'Отчёт поддержки за месяц');
  await say('own_solved_percent', '91', 'Отчёт поддержки за месяц');
}
