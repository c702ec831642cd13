export { rights as agendaRights } from './policy.ts';
export { agendaReactions } from './reactions.ts';
