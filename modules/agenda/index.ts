export { rights as agendaRights } from './policy.ts';
export { agendaReactions } from './reactions.ts';
export { answerCard, takeBackAnswer } from './service/answer-card.ts';
export { buildAgenda, buildEachNight } from './service/build-agenda.ts';
export { setCapacity } from './service/set-capacity.ts';
export { lookForPapers, tellPapers } from './service/tell-papers.ts';
