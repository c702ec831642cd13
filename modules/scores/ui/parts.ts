export { PartnerScores } from './PartnerScores.tsx';
export { PulseCell, SignalCell, TrustCell } from './score-cells.tsx';
export { usePartnerScores } from './use-partner-scores.ts';
