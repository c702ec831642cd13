import { findWorkspace, systemContext, type World } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { look, transact, type Database } from '@mosty/kernel/db';
import { refuse } from '@mosty/kernel/refusal';
import { NAMES_MAX } from '../contract/survey.ts';
import { readNames } from '../domain/read-names.ts';
import { findSurvey, surveyAtToken } from '../store/surveys.ts';
import { isAnsweredTooOften } from './count-answering.ts';
import { respondentOf, writeAnswers } from './write-answers.ts';

/** What the survey asks, to anybody who has its address. @throws recruiting.no_survey */
export async function readSurveyForm(database: Database, token: string, world: World = {}) {
  return look(await contextOf(database, token, world), async (tx) => {
    const survey = await findSurvey(tx, { token });
    const workspace = await findWorkspace(tx);
    if (!survey || survey.closedAt || !workspace) return refuse('not_found', 'recruiting.no_survey');
    const { language, title, intro, whomQuestion, toolsQuestion, signature, isEmbeddable } = survey;
    return {
      company: workspace.name,
      language,
      title,
      intro,
      whomQuestion,
      toolsQuestion,
      signature,
      isEmbeddable,
    };
  });
}

interface AnswerSurvey {
  readonly token: string;
  readonly whom: string;
  readonly tools: string;
  readonly name?: string | undefined;
  readonly email?: string | undefined;
  readonly respondent?: string | undefined;
  /** Filled by a program: people do not see the field. */
  readonly fax?: string | undefined;
  /** Where it came from: it is counted and not written down. */
  readonly address: string;
}

/**
 * Takes an answer. A program that fills what people do not see is thanked and nothing is written down.
 * @throws recruiting.no_survey, recruiting.answered_too_often, recruiting.nothing_said, recruiting.too_many_names,
 *   recruiting.signature_needed
 */
export async function answerSurvey(
  database: Database,
  input: AnswerSurvey,
  world: World = {},
): Promise<'taken' | 'answered_already'> {
  const ctx = await contextOf(database, input.token, world);
  if (isAnsweredTooOften(input.token, input.address, ctx.clock.now().getTime()))
    return refuse('limit', 'recruiting.answered_too_often');
  if (input.fax) return 'taken';
  const [whom, tools] = [readNames(input.whom), readNames(input.tools)];
  if (whom.length + tools.length === 0) refuse('invalid', 'recruiting.nothing_said');
  if (whom.length > NAMES_MAX || tools.length > NAMES_MAX)
    refuse('invalid', 'recruiting.too_many_names', { max: NAMES_MAX });
  return transact(ctx, async (tx) => {
    const survey = await findSurvey(tx, { token: input.token });
    if (!survey || survey.closedAt) return refuse('not_found', 'recruiting.no_survey');
    if (survey.signature === 'must' && !(input.name && input.email))
      refuse('invalid', 'recruiting.signature_needed');
    const isSigned = survey.signature !== 'nobody';
    const email = (isSigned && input.email?.toLowerCase()) || null;
    const written = await writeAnswers(tx, [
      {
        surveyId: survey.id,
        came: 'page',
        answeredAt: tx.now(),
        whom,
        tools,
        signedName: (isSigned && input.name) || null,
        signedEmail: email,
        respondent: respondentOf(input.respondent ?? null, email),
      },
    ]);
    return written > 0 ? 'taken' : 'answered_already';
  });
}

async function contextOf(database: Database, token: string, world: World): Promise<Context> {
  const found = await surveyAtToken(database, token);
  if (!found) return refuse('not_found', 'recruiting.no_survey');
  return systemContext(database, found.workspaceId, 'recruiting.survey', world);
}

/** Whether other sites may show this survey inside their pages. */
export async function mayStandInFrame(database: Database, token: string): Promise<boolean> {
  return (await surveyAtToken(database, token))?.isEmbeddable ?? false;
}
