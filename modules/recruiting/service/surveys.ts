import { randomBytes } from 'node:crypto';
import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import { rights } from '../policy.ts';
import { countedSurveys, lockSurvey, saveSurvey, type SurveyRecord } from '../store/surveys.ts';

type Said = Pick<
  SurveyRecord,
  'title' | 'language' | 'intro' | 'whomQuestion' | 'toolsQuestion' | 'signature' | 'isEmbeddable'
>;

/** Opens a survey of two questions at an address of its own (S1.7). */
export function openSurvey(ctx: Context, said: Said): Promise<SurveyRecord> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'survey.write');
    const survey: SurveyRecord = {
      ...said,
      id: tx.id('survey'),
      token: randomBytes(12).toString('base64url'),
      createdAt: tx.now(),
      createdBy: tx.actor.id,
      closedAt: null,
    };
    await saveSurvey(tx, survey);
    tx.audit({
      verb: 'recruiting.open_survey',
      subject: survey.id,
      change: { signature: survey.signature, isEmbeddable: survey.isEmbeddable },
    });
    return survey;
  });
}

type Changes = { readonly [Field in keyof Omit<Said, 'language'>]?: Said[Field] | undefined };

/**
 * The questions are changed only until somebody answered: answers to another question say something else.
 * @throws recruiting.survey_unknown, recruiting.answered_already
 */
export function updateSurvey(
  ctx: Context,
  { surveyId, ...changes }: Changes & { surveyId: Id<'survey'> },
): Promise<SurveyRecord> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'survey.write');
    const survey = await lockedSurvey(tx, surveyId);
    const told = Object.fromEntries(
      Object.entries(changes).filter(([, value]) => value !== undefined),
    ) as Partial<Said>;
    const changed: SurveyRecord = { ...survey, ...told };
    const isAskedAnew =
      changed.whomQuestion !== survey.whomQuestion || changed.toolsQuestion !== survey.toolsQuestion;
    if (isAskedAnew && ((await countedSurveys(tx, surveyId))[0]?.answers ?? 0) > 0)
      refuse('not_now', 'recruiting.survey_answered');
    await saveSurvey(tx, changed);
    tx.audit({
      verb: 'recruiting.update_survey',
      subject: surveyId,
      change: { fields: Object.keys(told) },
    });
    return changed;
  });
}

/** @throws recruiting.survey_unknown */
export function closeSurvey(ctx: Context, { surveyId }: { surveyId: Id<'survey'> }): Promise<void> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'survey.write');
    const survey = await lockedSurvey(tx, surveyId);
    if (survey.closedAt !== null) return;
    await saveSurvey(tx, { ...survey, closedAt: tx.now() });
    tx.audit({ verb: 'recruiting.close_survey', subject: surveyId });
  });
}

/** @throws recruiting.survey_unknown */
export function reopenSurvey(ctx: Context, { surveyId }: { surveyId: Id<'survey'> }): Promise<void> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'survey.write');
    const survey = await lockedSurvey(tx, surveyId);
    if (survey.closedAt === null) return;
    await saveSurvey(tx, { ...survey, closedAt: null });
    tx.audit({ verb: 'recruiting.reopen_survey', subject: surveyId });
  });
}

const lockedSurvey = async (tx: Parameters<typeof lockSurvey>[0], surveyId: string) =>
  (await lockSurvey(tx, surveyId)) ?? refuse('not_found', 'recruiting.survey_unknown', { surveyId });
