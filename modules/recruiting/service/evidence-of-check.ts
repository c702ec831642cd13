import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import { businessDateOf } from '@mosty/kernel/time';
import { defineEvidence, returnedAt } from '@mosty/lifecycle';
import type { Finding, Missing } from '@mosty/lifecycle/contract';
import { CRITERIA, WINS, type Subject } from '../contract/check.ts';
import { judge } from '../domain/check.ts';
import { goalsOf } from '../store/alliance.ts';
import { approachesOf, classAnswerOf, repliesOf } from '../store/approach.ts';
import { checkNow, isNow } from './check-now.ts';

/** What gates find in the check of a partner. Each is supplied on one page, by whoever keeps the partner. */
const lacks = (
  partnerId: Id<'partner'>,
  code: string,
  params: Missing['params'] = {},
  roles: Missing['roles'] = ['manager', 'head'],
): Missing => ({ code: `recruiting.${code}`, params, roles, to: `/partners/${partnerId}/check` });

const found = (code: string, params: Missing['params']): Finding => ({
  met: true,
  rows: [{ code: `recruiting.${code}`, params }],
  missing: [],
});
const notYet = (...missing: readonly Missing[]): Finding => ({
  met: false,
  rows: [],
  missing: [...missing],
});

const dayOf = (tx: Tx, at: Date) => businessDateOf(at, tx.zone);

defineEvidence('why_you', async (tx, { partnerId }) => {
  const [last] = await approachesOf(tx, partnerId);
  return last ? found('why_you', { on: dayOf(tx, last.at) }) : notYet(lacks(partnerId, 'no_why_you'));
});

defineEvidence('partner_value', async (tx, { partnerId }) => {
  const [last] = await approachesOf(tx, partnerId);
  return last
    ? found('partner_value', { on: dayOf(tx, last.at) })
    : notYet(lacks(partnerId, 'no_partner_value'));
});

defineEvidence('partner_replied', async (tx, { partnerId }) => {
  const since = await returnedAt(tx, partnerId);
  const last = (await repliesOf(tx, partnerId)).find(({ at }) => isNow(at, since));
  if (!last) return notYet(lacks(partnerId, 'no_reply'));
  return last.said === 'interested'
    ? found('partner_replied', { on: last.repliedOn })
    : notYet(lacks(partnerId, `replied_${last.said}`, { on: last.repliedOn }));
});

defineEvidence('class_decided', async (tx, { partnerId }) => {
  const last = await classAnswerOf(tx, partnerId);
  if (!last) return notYet(lacks(partnerId, 'class_unanswered'));
  return last.outcome === 'contact'
    ? notYet(lacks(partnerId, 'class_is_contact', { on: dayOf(tx, last.at) }))
    : found(`class_${last.outcome}`, { on: dayOf(tx, last.at) });
});

async function subjects(tx: Tx, partnerId: Id<'partner'>, asked: readonly Subject[]): Promise<Finding> {
  const { answers, shown } = await checkNow(tx, partnerId);
  const latest = new Map(answers.toReversed().map((one) => [one.question, one]));
  const looked = asked.map((subject) => ({ subject, ...judge(subject, latest, shown) }));
  const missing = looked
    .filter(({ state }) => state !== 'passed')
    .map(({ subject, state, lacks: [first = 'answers'] }) =>
      state === 'stopped'
        ? lacks(partnerId, `stopped_${subject}`)
        : lacks(partnerId, first === 'answers' ? `open_${subject}` : `unproven_${subject}`),
    );
  return {
    met: missing.length === 0,
    rows: looked
      .filter(({ state }) => state === 'passed')
      .map(({ subject }) => ({
        code: `recruiting.passed_${subject}`,
        params: { evidence: shown.filter((one) => one.subject === subject).length },
      })),
    missing,
  };
}

defineEvidence('four_criteria', (tx, { partnerId }) => subjects(tx, partnerId, CRITERIA));

defineEvidence('three_wins', (tx, { partnerId }) => subjects(tx, partnerId, WINS));

/** Open, and looked at again on a day that has not passed: yesterday's plans are no goals. */
defineEvidence('alliance_goals', async (tx, { partnerId }) => {
  const open = (await goalsOf(tx, [partnerId])).filter(({ state }) => state === 'open');
  const today = businessDateOf(tx.now(), tx.zone);
  const live = open.filter(({ reviewOn }) => reviewOn >= today);
  if (live.length > 0)
    return {
      met: true,
      rows: live.map(({ id, reviewOn }) => ({
        code: 'recruiting.alliance_goal',
        params: { goalId: id, reviewOn },
      })),
      missing: [],
    };
  return notYet(lacks(partnerId, open.length > 0 ? 'goals_overdue' : 'no_goals'));
});
