import { Refusal } from '@mosty/kernel/refusal';
import { encodeCp1251 } from './cp1251.ts';

export interface Party {
  readonly name: string;
  readonly taxNumber: string;
  /** Firms only. */
  readonly kpp: string | null;
  readonly account: string;
  readonly bankName: string;
  readonly bik: string;
  readonly correspondentAccount: string;
}

export interface PaymentOrder {
  readonly payee: Party;
  /** Kopecks, above zero. */
  readonly amountMinor: bigint;
  readonly purpose: string;
}

export interface PaymentOrders {
  readonly payer: Party;
  /** `YYYY-MM-DD`: the day of the orders. */
  readonly date: string;
  /** When the file was made, by the wall clock of the company: `YYYY-MM-DDTHH:MM:SS`. */
  readonly madeAt: string;
  readonly orders: readonly PaymentOrder[];
}

/** The bank's field for the purpose holds no more (Bank of Russia, regulation 762-П). */
const PURPOSE_CHARACTERS_MAX = 210;
const NAME_CHARACTERS_MAX = 160;

/**
 * Payment orders in the exchange format «1С:Предприятие — Клиент банка», version 1.03: lines `Имя=значение`,
 * windows-1251, CRLF. Read by practically every Russian bank.
 * Returns a refusal `country_ru.not_in_cp1251` where a name holds characters that the format cannot carry.
 */
export function writePaymentOrders({ payer, date, madeAt, orders }: PaymentOrders): Uint8Array | Refusal {
  const day = russianDay(date);
  const lines = [
    '1CClientBankExchange',
    'ВерсияФормата=1.03',
    'Кодировка=Windows',
    'Отправитель=Mosty',
    'Получатель=',
    `ДатаСоздания=${russianDay(madeAt.slice(0, 10))}`,
    `ВремяСоздания=${madeAt.slice(11, 19)}`,
    `ДатаНачала=${day}`,
    `ДатаКонца=${day}`,
    `РасчСчет=${payer.account}`,
    'Документ=Платежное поручение',
    ...orders.flatMap((order, index) => document(payer, order, index + 1, day)),
    'КонецФайла',
  ];
  const encoded = encodeCp1251(`${lines.join('\r\n')}\r\n`);
  return 'bytes' in encoded
    ? encoded.bytes
    : new Refusal('invalid', 'country_ru.not_in_cp1251', { characters: encoded.unknown });
}

function document(
  payer: Party,
  { payee, amountMinor, purpose }: PaymentOrder,
  number: number,
  day: string,
): string[] {
  return [
    'СекцияДокумент=Платежное поручение',
    `Номер=${number}`,
    `Дата=${day}`,
    `Сумма=${rubles(amountMinor)}`,
    ...party('Плательщик', payer),
    ...party('Получатель', payee),
    'ВидОплаты=01',
    'Очередность=5',
    `НазначениеПлатежа=${oneLine(purpose, PURPOSE_CHARACTERS_MAX)}`,
    'КонецДокумента',
  ];
}

function party(
  side: 'Плательщик' | 'Получатель',
  { name, taxNumber, kpp, account, bankName, bik, correspondentAccount }: Party,
) {
  return [
    `${side}Счет=${account}`,
    `${side}=ИНН ${taxNumber} ${oneLine(name, NAME_CHARACTERS_MAX)}`,
    `${side}ИНН=${taxNumber}`,
    ...(kpp === null ? [] : [`${side}КПП=${kpp}`]),
    `${side}1=${oneLine(name, NAME_CHARACTERS_MAX)}`,
    `${side}РасчСчет=${account}`,
    `${side}Банк1=${oneLine(bankName, NAME_CHARACTERS_MAX)}`,
    `${side}БИК=${bik}`,
    `${side}Корсчет=${correspondentAccount}`,
  ];
}

/** A line break inside a value would begin another field: whoever chooses a name would choose the account. */
function oneLine(text: string, characters: number): string {
  return text
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, characters);
}

function russianDay(date: string): string {
  return date.split('-').reverse().join('.');
}

function rubles(minor: bigint): string {
  if (minor <= 0n) throw new Error('a payment order carries a sum above zero');
  const digits = minor.toString().padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
