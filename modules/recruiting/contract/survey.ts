import { idSchema } from '@mosty/kernel/id';
import { exportOf, operation, pageOf, pageQuery } from '@mosty/kernel/operation';
import { instantSchema } from '@mosty/kernel/time';
import * as z from 'zod';

export const SURVEY_LANGUAGES = ['ru', 'en'] as const;
/** Whether people leave their name: nobody is asked, everybody may, everybody must. */
export const SIGNATURES = ['nobody', 'may', 'must'] as const;
/** Names of one answer to one question; more is a list somebody pasted. */
export const NAMES_MAX = 10;

const title = z.string().trim().min(1).max(200);
const question = z.string().trim().min(1).max(500);
const intro = z.string().trim().min(1).max(2_000);
const tokenSchema = z.string().regex(/^[A-Za-z0-9_-]{16,64}$/);
/** Names as people write them: a line each, or several with commas. */
const said = z.string().trim().max(2_000);

export const surveySchema = z.object({
  id: idSchema('survey'),
  token: tokenSchema,
  title: z.string(),
  language: z.enum(SURVEY_LANGUAGES),
  intro: z.string().nullable(),
  whomQuestion: z.string(),
  toolsQuestion: z.string(),
  signature: z.enum(SIGNATURES),
  isEmbeddable: z.boolean(),
  createdAt: instantSchema,
  closedAt: instantSchema.nullable(),
  answers: z.int(),
  lastAnswerAt: instantSchema.nullable(),
});
export type Survey = z.infer<typeof surveySchema>;

export const surveyAnswerSchema = z.object({
  id: idSchema('survey_answer'),
  surveyId: idSchema('survey'),
  came: z.enum(['page', 'file']),
  answeredAt: instantSchema,
  whom: z.array(z.string()),
  tools: z.array(z.string()),
  /** Null: not signed, or not for this reader. */
  signedName: z.string().nullable(),
  signedEmail: z.string().nullable(),
});
export type SurveyAnswer = z.infer<typeof surveyAnswerSchema>;

const tag = 'survey';
const params = z.strictObject({ surveyId: idSchema('survey') });

export const listSurveys = operation({
  id: 'listSurveys',
  method: 'GET',
  path: '/surveys',
  summary: 'Surveys of customers with their addresses, open ones first',
  tag,
  permission: 'survey.read',
  answer: z.object({ items: z.array(surveySchema) }),
});

export const openSurvey = operation({
  id: 'openSurvey',
  method: 'POST',
  path: '/surveys',
  summary: 'Open a survey of two questions at an address of its own',
  tag,
  permission: 'survey.write',
  body: z.strictObject({
    title,
    language: z.enum(SURVEY_LANGUAGES),
    intro: intro.nullish(),
    whomQuestion: question,
    toolsQuestion: question,
    signature: z.enum(SIGNATURES).default('may'),
    isEmbeddable: z.boolean().default(false),
  }),
  answer: surveySchema,
  status: 201,
});

export const updateSurvey = operation({
  id: 'updateSurvey',
  method: 'PATCH',
  path: '/surveys/:surveyId',
  summary: 'Change a survey; its questions only until somebody answered',
  tag,
  permission: 'survey.write',
  params,
  body: z
    .strictObject({
      title,
      intro: intro.nullable(),
      whomQuestion: question,
      toolsQuestion: question,
      signature: z.enum(SIGNATURES),
      isEmbeddable: z.boolean(),
    })
    .partial(),
  answer: surveySchema,
});

export const closeSurvey = operation({
  id: 'closeSurvey',
  method: 'POST',
  path: '/surveys/:surveyId/closure',
  summary: 'Close a survey; what was answered stays',
  tag,
  permission: 'survey.write',
  params,
  answer: surveySchema,
});

export const reopenSurvey = operation({
  id: 'reopenSurvey',
  method: 'DELETE',
  path: '/surveys/:surveyId/closure',
  summary: 'Open a closed survey again',
  tag,
  permission: 'survey.write',
  params,
  answer: surveySchema,
});

export const listSurveyAnswers = operation({
  id: 'listSurveyAnswers',
  method: 'GET',
  path: '/survey-answers',
  summary: 'What customers answered, latest first',
  tag,
  permission: 'survey.read',
  query: z.strictObject({ ...pageQuery, surveyId: idSchema('survey').optional() }),
  answer: pageOf(surveyAnswerSchema),
});

export const exportSurveyAnswers = exportOf(listSurveyAnswers, {
  id: 'exportSurveyAnswers',
  permission: 'survey.write',
});

const lineSchema = z.object({
  line: z.int(),
  code: z.enum([
    'nothing_said',
    'too_many_names',
    'name_too_long',
    'bad_date',
    'answered_already',
    'bad_email',
  ]),
});

/** Survey answers of a table: what would be taken, line by line; taken only when asked and nothing is wrong. */
export const importSurveyAnswers = operation({
  id: 'importSurveyAnswers',
  method: 'POST',
  path: '/surveys/:surveyId/answer-file',
  summary: 'Load answers gathered elsewhere from CSV; checked by lines first',
  tag,
  permission: 'survey.write',
  params,
  body: z.strictObject({
    /** With a heading: whom, tools, and if there are such: date, name, email, respondent (also in Russian). */
    text: z.string().min(1).max(2_000_000),
    take: z.boolean().default(false),
    /** Take the good lines and leave those with errors. */
    skipErrors: z.boolean().default(false),
  }),
  answer: z.object({ lines: z.int(), good: z.int(), taken: z.int(), errors: z.array(lineSchema) }),
});
export type LineError = z.infer<typeof lineSchema>;

export const readSurveyForm = operation({
  id: 'readSurveyForm',
  method: 'GET',
  path: '/public/surveys/:token',
  summary: 'What the survey asks; no sign-in',
  tag,
  permission: 'public',
  params: z.strictObject({ token: tokenSchema }),
  answer: z.object({
    company: z.string(),
    language: z.enum(SURVEY_LANGUAGES),
    title: z.string(),
    intro: z.string().nullable(),
    whomQuestion: z.string(),
    toolsQuestion: z.string(),
    signature: z.enum(SIGNATURES),
    isEmbeddable: z.boolean(),
  }),
});

export const answerSurvey = operation({
  id: 'answerSurvey',
  method: 'POST',
  path: '/public/surveys/:token',
  summary: 'Answer the survey, once a person as far as can be known; no sign-in',
  tag,
  permission: 'public',
  params: z.strictObject({ token: tokenSchema }),
  body: z.strictObject({
    whom: said,
    tools: said,
    name: z.string().trim().min(1).max(200).optional(),
    email: z.email().max(200).optional(),
    /** Of the letter the person came from (`?who=`), or made by the browser and kept by it. Only its hash is kept. */
    respondent: z.string().min(1).max(200).optional(),
    /** People do not see this field; programs fill it. */
    fax: z.string().max(500).optional(),
  }),
  answer: z.object({ answer: z.enum(['taken', 'answered_already']) }),
  status: 201,
});
