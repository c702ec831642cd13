export { rights as readinessRights } from './policy.ts';
export { answerQuestion } from './service/answer-question.ts';
