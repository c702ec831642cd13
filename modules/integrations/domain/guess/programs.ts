import type { ImportKind } from '../../contract/kinds.ts';
import { normalise } from './synonyms.ts';

/** An export of a known program: recognised by columns that only it has together. */
export interface Program {
  readonly name: string;
  /** Becomes the source of its sales, so that numbers of two programs never meet. */
  readonly source: string;
  readonly kind: ImportKind;
  /** All of them are there. */
  readonly signs: readonly string[];
  /** Field → columns in order of preference, before the common synonyms. */
  readonly columns: Readonly<Record<string, readonly string[]>>;
}

/** The order matters: the more telling signs come first. */
export const PROGRAMS: readonly Program[] = [
  {
    name: 'PartnerStack',
    source: 'partnerstack',
    kind: 'sales',
    signs: ['customer key', 'amount', 'partner key'],
    columns: {
      externalId: ['transaction key', 'key'],
      clientExternalId: ['customer key'],
      clientName: ['customer name', 'customer email'],
      partner: ['partner key'],
      product: ['product key', 'category key'],
      occurredAt: ['created at'],
    },
  },
  {
    name: 'PartnerStack',
    source: 'partnerstack',
    kind: 'clients',
    signs: ['customer key', 'partner key'],
    columns: {
      externalId: ['customer key'],
      name: ['customer name', 'name', 'customer email'],
      email: ['customer email'],
      partner: ['partner key'],
      partnerSince: ['created at'],
    },
  },
  {
    name: 'PartnerStack',
    source: 'partnerstack',
    kind: 'partners',
    signs: ['partner key', 'group'],
    columns: {
      externalId: ['partner key'],
      name: ['partner name', 'company', 'name', 'partner email', 'email'],
      email: ['partner email', 'email'],
      scheme: ['group'],
      agreementDate: ['joined at', 'created at'],
    },
  },
  {
    name: 'Rewardful',
    source: 'rewardful',
    kind: 'sales',
    signs: ['affiliate email', 'sale amount'],
    columns: {
      externalId: ['sale id', 'charge id', 'id'],
      amount: ['sale amount'],
      partner: ['affiliate email'],
      clientExternalId: ['stripe customer id', 'customer email'],
      clientName: ['customer', 'customer name', 'customer email'],
      occurredAt: ['charged at', 'created at'],
      code: ['coupon'],
    },
  },
  {
    name: 'Rewardful',
    source: 'rewardful',
    kind: 'clients',
    signs: ['affiliate email', 'became lead at'],
    columns: {
      externalId: ['stripe customer id', 'customer email', 'email'],
      name: ['customer', 'customer name', 'customer email', 'name'],
      email: ['customer email', 'email'],
      partner: ['affiliate email'],
      partnerSince: ['became lead at', 'created at'],
    },
  },
  {
    name: 'Rewardful',
    source: 'rewardful',
    kind: 'partners',
    signs: ['token', 'campaign', 'conversions'],
    columns: {
      externalId: ['affiliate email', 'email'],
      name: ['affiliate', 'name', 'company name', 'email'],
      email: ['affiliate email', 'email'],
      code: ['token'],
      scheme: ['campaign'],
      agreementDate: ['created at', 'joined at', 'joined'],
    },
  },
  {
    name: 'FirstPromoter',
    source: 'firstpromoter',
    kind: 'sales',
    signs: ['promoter email', 'sale amount'],
    columns: {
      externalId: ['event id', 'sale id', 'charge id', 'id'],
      amount: ['sale amount'],
      partner: ['promoter email'],
      clientExternalId: ['uid', 'referral email', 'referral uid'],
      clientName: ['referral email', 'referral'],
      occurredAt: ['created at', 'date'],
      code: ['coupon'],
    },
  },
  {
    name: 'FirstPromoter',
    source: 'firstpromoter',
    kind: 'clients',
    signs: ['referral email', 'promoter email'],
    columns: {
      externalId: ['uid', 'referral email'],
      name: ['referral email', 'name'],
      email: ['referral email'],
      partner: ['promoter email'],
      partnerSince: ['created at'],
    },
  },
  {
    name: 'FirstPromoter',
    source: 'firstpromoter',
    kind: 'partners',
    signs: ['promoter email', 'ref id'],
    columns: {
      externalId: ['promoter email', 'promoter id'],
      name: ['promoter name', 'name', 'company', 'promoter email'],
      email: ['promoter email'],
      code: ['ref id'],
      scheme: ['campaign'],
      agreementDate: ['created at', 'joined at'],
    },
  },
  {
    name: 'amoCRM',
    source: 'amocrm',
    kind: 'sales',
    signs: ['название сделки', 'этап сделки', 'бюджет'],
    columns: {
      externalId: ['id'],
      amount: ['бюджет'],
      clientName: ['компания', 'основной контакт', 'компания контакта'],
      occurredAt: ['дата оплаты', 'дата закрытия', 'дата закрытия сделки'],
      product: ['название сделки'],
    },
  },
  {
    name: 'Битрикс24',
    source: 'bitrix24',
    kind: 'sales',
    signs: ['стадия сделки', 'сумма'],
    columns: {
      externalId: ['id'],
      amount: ['сумма'],
      clientName: ['компания', 'контакт'],
      occurredAt: ['дата оплаты', 'дата завершения', 'предполагаемая дата закрытия', 'дата закрытия'],
      product: ['название', 'название сделки'],
    },
  },
  {
    name: 'Битрикс24',
    source: 'bitrix24',
    kind: 'sales',
    signs: ['стадия', 'сумма', 'название сделки'],
    columns: {
      externalId: ['id'],
      amount: ['сумма'],
      clientName: ['компания', 'контакт'],
      occurredAt: ['дата оплаты', 'дата завершения', 'дата закрытия'],
      product: ['название сделки'],
    },
  },
];

export function findProgram(columns: readonly string[], kind?: ImportKind): Program | null {
  const there = new Set(columns.map(normalise));
  return (
    PROGRAMS.find(
      (program) =>
        (kind === undefined || program.kind === kind) && program.signs.every((sign) => there.has(sign)),
    ) ?? null
  );
}
