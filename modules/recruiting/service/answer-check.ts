import { keptPartner } from '@mosty/directory';
import { permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import { tryMove } from '@mosty/lifecycle';
import {
  SUBJECTS,
  type CONTRIBUTIONS,
  type PlainQuestion,
  type Subject,
  type Win,
} from '../contract/check.ts';
import type { CheckAnswer } from '../contract/profile.ts';
import { marginOf, mayAnswerAgain, questionsOf } from '../domain/check.ts';
import { rights } from '../policy.ts';
import { insertAnswers } from '../store/check.ts';
import { checkNow } from './check-now.ts';
import { profileNow } from './publish-profile.ts';

interface Answered {
  readonly question: string;
  readonly answer: CheckAnswer;
  readonly detail: Readonly<Record<string, unknown>>;
}

const SUBJECT_OF = new Map<string, Subject>(
  SUBJECTS.flatMap((subject) => questionsOf(subject).map((question) => [question, subject] as const)),
);

/**
 * Answers of the four criteria and the three wins. They are added, never rewritten; after a «no» the answer may change
 * only when something new was shown (S0.48). On the scaled path the gate opens by itself with the last of them.
 * @throws recruiting.only_new_evidence, directory.partner_unknown, directory.partner_of_another_manager
 */
function answer(
  ctx: Context,
  partnerId: Id<'partner'>,
  answers: readonly Answered[],
): Promise<{ readonly partnerId: Id<'partner'> }> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'check.write');
    await keptPartner(tx, partnerId);
    const { answers: before, shown } = await checkNow(tx, partnerId);
    for (const { question, answer } of answers) {
      const subject = SUBJECT_OF.get(question);
      const last = before.find((one) => one.question === question);
      if (subject && !mayAnswerAgain(subject, last, answer, shown))
        refuse('not_now', 'recruiting.only_new_evidence', { subject, question });
    }
    await write(tx, partnerId, answers);
    await tryMove(tx, partnerId, 'approved');
    return { partnerId };
  });
}

async function write(tx: Tx, partnerId: Id<'partner'>, answers: readonly Answered[]): Promise<void> {
  await insertAnswers(tx, partnerId, answers);
  tx.audit({
    verb: 'recruiting.answer_check',
    subject: partnerId,
    change: Object.fromEntries(answers.map(({ question, answer }) => [question, answer])),
  });
}

export function answerCheck(
  ctx: Context,
  input: {
    partnerId: Id<'partner'>;
    answers: readonly { question: PlainQuestion; answer: 'yes' | 'no' }[];
  },
) {
  return answer(
    ctx,
    input.partnerId,
    input.answers.map((one) => ({ ...one, detail: {} })),
  );
}

export function setContribution(
  ctx: Context,
  input: {
    partnerId: Id<'partner'>;
    answer: 'yes' | 'no';
    contribution: (typeof CONTRIBUTIONS)[number];
    sentence: string;
  },
) {
  const { partnerId, contribution, sentence } = input;
  return answer(ctx, partnerId, [
    { question: 'role', answer: input.answer, detail: { contribution, sentence } },
  ]);
}

/** The margin answers (S0.44): nobody says «yes» to a loss. */
export function setEconomics(
  ctx: Context,
  input: {
    partnerId: Id<'partner'>;
    volume: number;
    currency: string;
    revenueMinor: number;
    commissionMinor: number;
    costsMinor: number;
  },
) {
  const { partnerId, ...detail } = input;
  return answer(ctx, partnerId, [
    { question: 'economics', answer: marginOf(detail) >= 0n ? 'yes' : 'no', detail },
  ]);
}

export function setWin(
  ctx: Context,
  input: {
    partnerId: Id<'partner'>;
    win: Win;
    answer: 'yes' | 'no';
    metric: string;
    target: string;
    how?: string | undefined;
  },
) {
  const { partnerId, win, metric, target, how = null } = input;
  return answer(ctx, partnerId, [{ question: win, answer: input.answer, detail: { metric, target, how } }]);
}

/** How a partner meets the traits of the profile in force. @throws recruiting.trait_unknown */
export function answerProfile(
  ctx: Context,
  input: {
    partnerId: Id<'partner'>;
    answers: readonly { code: string; answer: CheckAnswer; note?: string | undefined }[];
  },
): Promise<void> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'check.write');
    await keptPartner(tx, input.partnerId);
    const { body } = await profileNow(tx);
    const stranger = input.answers.find((one) => !body.traits.some(({ code }) => code === one.code));
    if (stranger) refuse('invalid', 'recruiting.trait_unknown', { code: stranger.code });
    await write(
      tx,
      input.partnerId,
      input.answers.map(({ code, answer, note = null }) => ({
        question: `profile.${code}`,
        answer,
        detail: { note },
      })),
    );
  });
}
