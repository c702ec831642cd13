export { CONTRACT_RULES, CONTRACTS, fittingContract, type Contract, type ContractRule } from './contracts.ts';
export { addWorkingDays, isCalendarFixed, isWorkingDay, workingDaysBetween } from './calendar.ts';
export { VAT_PERCENTS, vatWords } from './vat.ts';
export { writePaymentOrders, type Party, type PaymentOrder, type PaymentOrders } from './bank-file.ts';
export { encodeCp1251 } from './cp1251.ts';
export { checkRequisites, LEGAL_FORMS, type LegalForm, type RuRequisites, type Wrong } from './requisites.ts';
export {
  isAccount,
  isBik,
  isCorrespondentAccount,
  isFirmInn,
  isKpp,
  isOgrn,
  isOgrnip,
  isPersonInn,
} from './checksums.ts';
