export { rights as trackingRights } from './policy.ts';
export { createCode, type CreateCode } from './service/create-code.ts';
export { archiveCode } from './service/archive-code.ts';
export { codesByText, type FoundCode } from './service/codes-by-text.ts';
export { setDiscountCeilings } from './service/set-discount-ceilings.ts';
export type { CodeRecord } from './store/codes.ts';
