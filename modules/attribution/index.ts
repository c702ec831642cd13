export { rights as attributionRights } from './policy.ts';
export { decideSource, isInForce, type AgreementFact } from './domain.ts';
export { attributeRefunds, attributeSales, type Attributed } from './service/attribute.ts';
export { withdrawAttribution } from './service/withdraw.ts';
