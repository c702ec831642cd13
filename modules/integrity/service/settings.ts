import { keptPartner } from '@mosty/directory';
import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import type { IntegrityPolicy } from '../contract/looks.ts';
import { QUESTIONS, type DetectorCode, type Question } from '../contract/signs.ts';
import { ALL_DETECTORS } from '../domain/all-detectors.ts';
import { rights } from '../policy.ts';
import { insertAnswer, savePolicy, saveRule } from '../store/settings.ts';

/** @throws integrity.threshold_unknown */
export function setDetector(
  ctx: Context,
  input: {
    readonly detector: DetectorCode;
    readonly isOn: boolean;
    readonly thresholds: Readonly<Record<string, number>>;
  },
): Promise<{ code: DetectorCode; isOn: boolean; thresholds: Readonly<Record<string, number>> }> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'flag.settings');
    const { detector, isOn, thresholds } = input;
    const shipped = ALL_DETECTORS.find(({ code }) => code === detector)?.thresholds ?? {};
    const strange = Object.keys(thresholds).find((name) => !(name in shipped));
    if (strange !== undefined) refuse('invalid', 'integrity.threshold_unknown', { threshold: strange });
    await saveRule(tx, { detector, isOn, thresholds });
    tx.audit({ verb: 'integrity.set_detector', subject: detector, change: { isOn, thresholds } });
    return { code: detector, isOn, thresholds };
  });
}

export function setPolicy(ctx: Context, policy: IntegrityPolicy): Promise<IntegrityPolicy> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'flag.settings');
    await savePolicy(tx, policy);
    const { reviewFrom, seasons } = policy;
    tx.audit({
      verb: 'integrity.set_policy',
      subject: tx.workspaceId,
      change: { reviewFrom, seasons: seasons.length },
    });
    return policy;
  });
}

/** @throws integrity.answer_unknown, the refusals of the partner's keeping */
export function answerQuestion(
  ctx: Context,
  input: {
    readonly partnerId: Id<'partner'>;
    readonly question: Question;
    readonly answer: string;
    readonly note?: string | undefined;
  },
): Promise<{ question: Question; answer: string }> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'flag.raise');
    const { partnerId, question, answer, note = null } = input;
    const possible: readonly string[] = QUESTIONS[question];
    if (!possible.includes(answer)) refuse('invalid', 'integrity.answer_unknown', { question });
    await keptPartner(tx, partnerId);
    await insertAnswer(tx, partnerId, { question, answer, note });
    tx.audit({ verb: 'integrity.answer_about_partner', subject: partnerId, change: { question, answer } });
    return { question, answer };
  });
}
