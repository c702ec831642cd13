import { servePublic, type PublicServed } from '@mosty/identity/http';
import { answerSurvey as answerOperation, readSurveyForm as readOperation } from '../contract/survey.ts';
import { answerSurvey, readSurveyForm } from '../service/answer-survey.ts';

/** Doors without a sign-in: the survey of customers. */
export const surveyPublicRoutes: readonly PublicServed[] = [
  servePublic(readOperation, async ({ settings: { database, world } }, { params }) => ({
    answer: await readSurveyForm(database, params.token, world),
  })),
  servePublic(
    answerOperation,
    async ({ settings: { database, world } }, { params, body, remoteAddress }) => ({
      answer: { answer: await answerSurvey(database, { ...params, ...body, address: remoteAddress }, world) },
    }),
  ),
];
