import { stagesOf } from '@mosty/deals';
import type { Tx } from '@mosty/kernel/context';
import type { BusinessDate } from '@mosty/kernel/time';
import type { RuleCode } from '../contract.ts';
import type { Finding, Ground, Rule } from '../domain/rule.ts';
import { answerWaiting } from '../domain/rules/answer-waiting.ts';
import { bestCandidate } from '../domain/rules/best-candidate.ts';
import { dealStuck } from '../domain/rules/deal-stuck.ts';
import { emptyRole } from '../domain/rules/empty-role.ts';
import { feedbackWaiting } from '../domain/rules/feedback-waiting.ts';
import { firstWinLate } from '../domain/rules/first-win-late.ts';
import { launchQuiet } from '../domain/rules/launch-quiet.ts';
import { ourPromise } from '../domain/rules/our-promise.ts';
import { paperDue } from '../domain/rules/paper-due.ts';
import { payoutBlocked } from '../domain/rules/payout-blocked.ts';
import { pilotDue } from '../domain/rules/pilot-due.ts';
import { receiptMissing } from '../domain/rules/receipt-missing.ts';
import { recognitionDue } from '../domain/rules/recognition-due.ts';
import { redFlag } from '../domain/rules/red-flag.ts';
import { reviewDue } from '../domain/rules/review-due.ts';
import { silence } from '../domain/rules/silence.ts';
import { statementUnanswered } from '../domain/rules/statement-unanswered.ts';
import { thresholdCrossed } from '../domain/rules/threshold-crossed.ts';
import { topUnseen } from '../domain/rules/top-unseen.ts';
import {
  candidates,
  silentPartners,
  thankedPartners,
  topPartners,
  waitingThreads,
} from '../store/contact.ts';
import { emptySeats, openDeals, waitingForUs } from '../store/deals.ts';
import { openCrossings, openFlags, ourPromises, papers, waitingReviews } from '../store/duties.ts';
import { openLaunches, runningPilots } from '../store/launches.ts';
import { blockedPayouts, missingReceipts, openStatements } from '../store/money.ts';

/** A rule with where its rows come from: one look for the whole company. */
export interface ReadRule {
  readonly rule: Omit<Rule<never>, 'find'>;
  run(tx: Tx, ground: Ground): Promise<Finding[]>;
}

function reads<Row>(
  rule: Rule<Row>,
  rows: (tx: Tx, today: BusinessDate) => Promise<readonly Row[]>,
): ReadRule {
  return { rule, run: async (tx, ground) => rule.find(await rows(tx, ground.today), ground) };
}

export const RULES: readonly ReadRule[] = [
  reads(silence, silentPartners),
  reads(topUnseen, topPartners),
  reads(launchQuiet, openLaunches),
  reads(firstWinLate, openLaunches),
  reads(answerWaiting, async (tx) => waitingForUs(tx, await stagesOf(tx))),
  reads(dealStuck, async (tx) => openDeals(tx, await stagesOf(tx))),
  reads(redFlag, openFlags),
  reads(payoutBlocked, blockedPayouts),
  reads(receiptMissing, missingReceipts),
  reads(statementUnanswered, openStatements),
  reads(paperDue, papers),
  reads(pilotDue, runningPilots),
  reads(reviewDue, waitingReviews),
  reads(ourPromise, ourPromises),
  reads(feedbackWaiting, waitingThreads),
  reads(thresholdCrossed, openCrossings),
  reads(emptyRole, emptySeats),
  reads(recognitionDue, thankedPartners),
  reads(bestCandidate, candidates),
];

const byCode = new Map(RULES.map(({ rule }) => [rule.code, rule]));

export function ruleOf(code: RuleCode): ReadRule['rule'] {
  const rule = byCode.get(code);
  if (!rule) throw new Error(`there is no rule ${code}`);
  return rule;
}
