export { rights as feedbackRights } from './policy.ts';
export { openThread, type OpenThread } from './service/open-thread.ts';
export { addMessage, closeThread } from './service/answer.ts';
export { lookForLateAnswers, tellLate } from './service/tell-late.ts';
