/** What a country asks of the details by which money is paid. */
export interface WrittenRequisites {
  readonly country: string;
  readonly legalForm: string;
  readonly legalName: string;
  readonly taxNumber: string | null;
  readonly fields: Readonly<Record<string, string>>;
  readonly bank: Readonly<Record<string, string>>;
}

/** The first field a bank would not take, or null. */
export type CheckRequisites = (written: WrittenRequisites) => RequisitesField | null;
export type RequisitesField = keyof typeof REFUSALS;

const REFUSALS = {
  legalForm: 'directory.wrong_legal_form',
  taxNumber: 'directory.wrong_tax_number',
  kpp: 'directory.wrong_kpp',
  ogrn: 'directory.wrong_ogrn',
  account: 'directory.wrong_account',
  bik: 'directory.wrong_bik',
  bankName: 'directory.wrong_bank_name',
  correspondentAccount: 'directory.wrong_correspondent_account',
} as const;

const known = new Map<string, CheckRequisites>();

/** Says how a country reads requisites. The directory knows no country: whoever does says it here. */
export function defineRequisitesCheck(country: string, check: CheckRequisites): void {
  if (known.has(country)) throw new Error(`requisites of ${country} are checked twice`);
  known.set(country, check);
}

/** The code of the refusal for what is wrong; null also where nobody told us how to look. */
export function wrongIn(written: WrittenRequisites): (typeof REFUSALS)[RequisitesField] | null {
  const field = known.get(written.country)?.(written);
  return field ? REFUSALS[field] : null;
}
