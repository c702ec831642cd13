export { PartnerStage } from './PartnerStage.tsx';
