import { workingDaysBetween } from '@mosty/country-ru';
import { permit, type Round } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { look, transact } from '@mosty/kernel/db';
import { addDays, businessDateOf, type BusinessDate } from '@mosty/kernel/time';
import { liftOf, type Lift } from '../domain/lift.ts';
import type { Finding } from '../domain/rule.ts';
import { urgencyPpm, valueOf } from '../domain/weigh.ts';
import { rights } from '../policy.ts';
import { lockBuilding, outcomes, replaceCards, ruleRuns, saveRuns, type CardRecord } from '../store/cards.ts';
import { marginsSince } from '../store/money.ts';
import { RULES, type ReadRule } from './rules.ts';

const MARGIN_DAYS = 90;
const NOTHING = { done: 0, doneGone: 0, left: 0, leftGone: 0, disagreed: 0 };

/**
 * Looks at everything anew. Each rule looks by itself: one that breaks is told of and leaves what it found before, the
 * others are not disturbed.
 */
export async function buildAgenda(
  ctx: Context,
  rules: readonly ReadRule[] = RULES,
): Promise<{ found: number; broken: number }> {
  const today = businessDateOf(ctx.clock.now(), ctx.zone);
  const money = await look(ctx, async (tx) => {
    permit(tx, rights, 'agenda.build');
    return marginsSince(tx, addDays(today, -MARGIN_DAYS));
  });
  const ground = { today, money, workingDaysSince: (day: BusinessDate) => workingDaysBetween(day, today) };
  const looked: { read: ReadRule; findings: Finding[] | null }[] = [];
  for (const read of rules)
    looked.push({
      read,
      // What broke is shown on the page of the week; a fault of one rule must not hide the other reasons.
      findings: await look(ctx, (tx) => read.run(tx, ground)).catch(() => null),
    });
  return transact(ctx, async (tx) => {
    await lockBuilding(tx);
    const seen = await outcomes(tx, today);
    const cards: CardRecord[] = [];
    const runs: { rule: CardRecord['rule']; found: number; isBroken: boolean; lift: Lift }[] = [];
    for (const {
      read: { rule },
      findings,
    } of looked) {
      const known = seen.get(rule.code) ?? NOTHING;
      const lift = liftOf(rule.liftPpm, known);
      for (const finding of new Map((findings ?? []).map((one) => [one.subject, one])).values()) {
        const { liftPpm } = finding.liftPpm === undefined ? lift : liftOf(finding.liftPpm, known);
        const urgency = urgencyPpm(finding.dueOn, today);
        cards.push({
          id: tx.id('card'),
          rule: rule.code,
          subject: finding.subject,
          partnerId: finding.partnerId as CardRecord['partnerId'],
          stakeMinor: finding.stakeMinor,
          currency: tx.currency,
          liftPpm,
          urgencyPpm: urgency,
          valueMinor: valueOf(finding.stakeMinor, liftPpm, urgency),
          minutes: rule.minutes,
          dueOn: finding.dueOn,
          pinned: finding.pinned,
          isNewFace: rule.isNewFace,
          params: finding.params,
          foundOn: today,
        });
      }
      runs.push({ rule: rule.code, found: findings?.length ?? 0, isBroken: findings === null, lift });
    }
    const sound = looked.flatMap(({ read, findings }) => (findings ? [read.rule.code] : []));
    await replaceCards(tx, sound, cards, today);
    await saveRuns(tx, runs, today);
    const broken = runs.filter(({ isBroken }) => isBroken).length;
    tx.audit({
      verb: 'agenda.build_week',
      subject: tx.workspaceId,
      change: { found: cards.length, broken },
    });
    tx.emit({ type: 'agenda.built', found: cards.length, broken });
    return { found: cards.length, broken };
  });
}

/** Once a night of the company's own zone. Safe to repeat. */
export const buildEachNight: Round = {
  name: 'agenda.build_week',
  run: async (ctx) => {
    const today = businessDateOf(ctx.clock.now(), ctx.zone);
    const runs = await look(ctx, ruleRuns);
    if (runs.length > 0 && runs.every(({ ranOn }) => ranOn >= today)) return;
    await buildAgenda(ctx);
  },
};
