import './service/hold-beyond-limit.ts';
import './service/open-ends.ts';

export { rights as incentivesRights } from './policy.ts';
export type { Accrued } from './service/accrue-sales.ts';
export { accrueSales } from './service/accrue-sales.ts';
export { accrueRefunds } from './service/accrue-refunds.ts';
export { accrueFees } from './service/accrue-fees.ts';
export { settleSales } from './service/settle-sales.ts';
export { resettleSales, type Resettled } from './service/resettle.ts';
export { decideClaim, type ClaimDecided } from './service/decide-claim.ts';
export { previewPolicy, type PolicyPreviewed } from './service/preview-policy.ts';
export { incentivesReactions } from './reactions.ts';
export { settleSalesGrouped } from './service/settle-grouped.ts';
export { settleRefunds } from './service/settle-refunds.ts';
export { reverseAccruals, type ReverseAccruals } from './service/reverse-accruals.ts';
export { approveAccruals, approveMatured } from './service/approve-accruals.ts';
export { holdAccruals, releaseHold, type HoldAccruals } from './service/hold-accruals.ts';
export { correctAccrual, previewCorrection, type CorrectionShown } from './service/correct-accrual.ts';
export { previewRecalculation, recalculate, type RecalculationShown } from './service/recalculate.ts';
export {
  accrualsForPayout,
  markAccrualsPaid,
  markAccrualsWaived,
  payoutMinimums,
  releaseAccruals,
  takeAccruals,
} from './service/payouts.ts';
export type { Payable, PayoutOf } from './store/payouts.ts';
export { draftScheme, type DraftScheme } from './service/draft-scheme.ts';
export { publishVersion } from './service/publish-version.ts';
export {
  assignScheme,
  assignSchemes,
  endSchemeAssignment,
  type AssignScheme,
} from './service/assign-schemes.ts';
export { archiveScheme, discardDraft } from './service/retire-scheme.ts';
export { checkOnHistory, type TriedOnHistory } from './service/check-on-history.ts';
export { saveTrial, type SaveTrial } from './service/keep-trials.ts';
export { countedExample } from './service/counted-example.ts';
export { mature } from './service/mature.ts';
export { earnedSince, type Earned } from './store/partner-earned.ts';
