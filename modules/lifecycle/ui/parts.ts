export { OwnLimits } from './portal/OwnLimits.tsx';
export { PartnerStage } from './PartnerStage.tsx';
