import { currentRequisites, type RequisitesRecord } from '@mosty/directory';
import { checkRequisites, vatWords, writePaymentOrders, type Party } from '@mosty/country-ru';
import type { Tx } from '@mosty/kernel/context';
import { orRefuse, refuse } from '@mosty/kernel/refusal';
import type { Batch } from '../store/batches.ts';
import type { PayoutRow } from '../store/payouts.ts';
import { readPolicy } from '../store/policy.ts';

/** Files that banks of a country read, by the name under which the screens offer them. */
export const BANK_FORMATS = { '1c_client_bank': { currency: 'RUB', extension: 'txt' } } as const;
export type BankFormat = keyof typeof BANK_FORMATS;

export function isBankFormat(name: string): name is BankFormat {
  return Object.hasOwn(BANK_FORMATS, name);
}

export function bankFormatsOf(currency: string): BankFormat[] {
  return (Object.keys(BANK_FORMATS) as BankFormat[]).filter(
    (name) => BANK_FORMATS[name].currency === currency,
  );
}

/**
 * Payment orders of a batch for a Russian bank. What would send money astray is refused with the name of who and what.
 * @throws payouts.payer_missing, payouts.payer_wrong, payouts.payee_wrong, country_ru.not_in_cp1251
 */
export async function bankOrders(
  tx: Tx,
  batch: Batch,
  payouts: readonly PayoutRow[],
  purposeOf: (payout: PayoutRow, vat: string) => string,
): Promise<Uint8Array> {
  const { payer } = await readPolicy(tx);
  if (payer === null) refuse('not_now', 'payouts.payer_missing');
  const requisites = await currentRequisites(
    tx,
    payouts.map((payout) => payout.partnerId),
  );
  return orRefuse(
    writePaymentOrders({
      payer: payerParty(payer),
      date: batch.payOn,
      madeAt: wallClock(tx),
      orders: payouts.map((payout) => ({
        payee: payeeParty(payout, requisites.get(payout.partnerId)),
        amountMinor: payout.amountMinor,
        purpose: purposeOf(
          payout,
          vatWords(payout.amountMinor, requisites.get(payout.partnerId)?.fields['vatPercent']),
        ),
      })),
    }),
  );
}

function payerParty(payer: Readonly<Record<string, string>>): Party {
  const {
    name = '',
    taxNumber = '',
    kpp,
    account = '',
    bik = '',
    bankName = '',
    correspondentAccount = '',
  } = payer;
  const legalForm = taxNumber.length === 12 ? 'sole_proprietor' : 'company';
  const wrong = checkRequisites({
    legalForm,
    taxNumber,
    fields: kpp === undefined ? {} : { kpp },
    bank: { account, bik, bankName, correspondentAccount },
  });
  if (name === '' || wrong.length > 0)
    refuse('not_now', 'payouts.payer_wrong', { fields: wrong.map(({ field }) => field) });
  return { name, taxNumber, kpp: kpp ?? null, account, bik, bankName, correspondentAccount };
}

function payeeParty(payout: PayoutRow, record: RequisitesRecord | undefined): Party {
  const partnerId = payout.partnerId;
  if (!record)
    return refuse('not_now', 'payouts.payee_wrong', {
      partnerId,
      partner: payout.partnerName,
      fields: ['account'],
    });
  const { legalForm, legalName, taxNumber, fields, bank } = record;
  const wrong = checkRequisites({ legalForm, taxNumber, fields, bank });
  if (wrong.length > 0) {
    refuse('not_now', 'payouts.payee_wrong', {
      partnerId,
      partner: payout.partnerName,
      fields: wrong.map(({ field }) => field),
    });
  }
  const { account = '', bik = '', bankName = '', correspondentAccount = '' } = bank;
  return {
    name: legalName,
    taxNumber: taxNumber ?? '',
    kpp: fields['kpp'] ?? null,
    account,
    bik,
    bankName,
    correspondentAccount,
  };
}

/** `YYYY-MM-DDTHH:MM:SS` by the clock on the company's wall. */
function wallClock(tx: Tx): string {
  return new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium', timeZone: tx.zone })
    .format(tx.now())
    .replace(' ', 'T');
}
