export { rights as feedbackRights } from './policy.ts';
export { openThread, type OpenThread } from './service/open-thread.ts';
export { addMessage, closeThread } from './service/answer.ts';
export { lookForLateAnswers, tellLate } from './service/tell-late.ts';
export { answerPoll } from './service/polls/answer-poll.ts';
export { addDeed } from './service/polls/add-deed.ts';
export { askEachHalfYear, askPartners, openPoll } from './service/polls/open-poll.ts';
export { setPollSettings } from './service/polls/poll-settings.ts';
