import {
  isAccount,
  isBik,
  isCorrespondentAccount,
  isFirmInn,
  isKpp,
  isOgrn,
  isOgrnip,
  isPersonInn,
} from './checksums.ts';

/** ООО and other firms, ИП, самозанятый, физлицо. */
export const LEGAL_FORMS = ['company', 'sole_proprietor', 'self_employed', 'individual'] as const;
export type LegalForm = (typeof LEGAL_FORMS)[number];

/** `fields` and `bank` hold texts by these names. */
export interface RuRequisites {
  readonly legalForm: string;
  /** ИНН. */
  readonly taxNumber: string | null;
  readonly fields: { readonly kpp?: string; readonly ogrn?: string; readonly vatPercent?: string };
  readonly bank: {
    readonly account?: string;
    readonly bik?: string;
    readonly bankName?: string;
    readonly correspondentAccount?: string;
  };
}

export interface Wrong {
  readonly field:
    | 'legalForm'
    | 'taxNumber'
    | 'kpp'
    | 'ogrn'
    | 'account'
    | 'bik'
    | 'bankName'
    | 'correspondentAccount';
  /** `missing`; `malformed`: not the right number of digits; `control`: a digit is wrong somewhere. */
  readonly why: 'missing' | 'malformed' | 'control';
}

/** Everything that is wrong with Russian requisites; empty when a bank would take them. */
export function checkRequisites({ legalForm, taxNumber, fields, bank }: RuRequisites): Wrong[] {
  if (!(LEGAL_FORMS as readonly string[]).includes(legalForm))
    return [{ field: 'legalForm', why: 'malformed' }];
  const isFirm = legalForm === 'company';
  const wrong: Wrong[] = [];
  const check = (
    field: Wrong['field'],
    text: string | null | undefined,
    shape: RegExp,
    controls: (text: string) => boolean,
  ) => {
    if (!text) wrong.push({ field, why: 'missing' });
    else if (!shape.test(text)) wrong.push({ field, why: 'malformed' });
    else if (!controls(text)) wrong.push({ field, why: 'control' });
  };
  const bik = bank.bik ?? '';
  check('taxNumber', taxNumber, isFirm ? /^\d{10}$/ : /^\d{12}$/, isFirm ? isFirmInn : isPersonInn);
  if (isFirm) check('kpp', fields.kpp, /^.{9}$/, isKpp);
  if (fields.ogrn) check('ogrn', fields.ogrn, isFirm ? /^\d{13}$/ : /^\d{15}$/, isFirm ? isOgrn : isOgrnip);
  check('bik', bank.bik, /^\d{9}$/, isBik);
  check('bankName', bank.bankName, /\S/, () => true);
  check('account', bank.account, /^\d{20}$/, (account) => isAccount(account, bik));
  check('correspondentAccount', bank.correspondentAccount, /^301\d{17}$/, (account) =>
    isCorrespondentAccount(account, bik),
  );
  return wrong;
}
