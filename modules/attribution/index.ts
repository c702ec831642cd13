export { rights as attributionRights } from './policy.ts';
export { isInForce, type AgreementFact } from './domain/agreement.ts';
export { decide } from './domain/engine/decide.ts';
export type { Decision } from './domain/engine/decision.ts';
export type { Facts } from './domain/engine/facts.ts';
export { attributeRefunds, attributeSales, type Attributed } from './service/attribute.ts';
export { withdrawAttribution } from './service/withdraw.ts';
