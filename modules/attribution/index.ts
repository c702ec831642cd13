export { rights as attributionRights } from './policy.ts';
export { isInForce, type AgreementFact } from './domain/agreement.ts';
export { decide } from './domain/engine/decide.ts';
export type { Decision } from './domain/engine/decision.ts';
export type { Facts, Ruling } from './domain/engine/facts.ts';
export { attributeRefunds, attributeSales, type Attributed } from './service/attribute.ts';
export { redecideSales, type Redecide, type Redecided } from './service/redecide.ts';
export { withdrawAttribution } from './service/withdraw.ts';
