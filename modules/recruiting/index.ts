import './service/audience-fit.ts';
import './service/evidence-of-check.ts';
import './service/evidence-of-mentions.ts';
import './service/forget-people.ts';
import './service/names.ts';
import './service/stop-evidence.ts';

export { rights as recruitingRights } from './policy.ts';
export { alikeNames } from './service/alike-names.ts';
export { mayStandInFrame } from './service/answer-survey.ts';
export { importAnswers } from './service/import-answers.ts';
export { logMention } from './service/log-mention.ts';
export { mergeNames } from './service/merge-names.ts';
export { openSurvey } from './service/surveys.ts';
export { takeName } from './service/take-name.ts';
export { applyToProgramme, readProgrammePage } from './service/apply-to-programme.ts';
export { declineApplication, takeApplication } from './service/decide-application.ts';
export { recruitingReactions } from './reactions.ts';
export { decideStop } from './service/decide-stop.ts';
export { decideStopMeeting } from './service/decide-stop-meeting.ts';
export { proposeStop } from './service/propose-stop.ts';
export { setIntroducerReward } from './service/introducer-reward.ts';
export { thankIntroducers, thankIntroducersDaily } from './service/thank-introducers.ts';
export { saveProgramme } from './service/save-programme.ts';
export { stopsLike, stopsOfPartner } from './service/stop-matches.ts';
export { setGoal, settleGoal } from './service/alliance-goals.ts';
export {
  answerCheck,
  answerProfile,
  setContribution,
  setEconomics,
  setWin,
} from './service/answer-check.ts';
export { answerClass, recordReply, writeApproach } from './service/approach.ts';
export { addEvidence, verifyEvidence } from './service/check-evidence.ts';
