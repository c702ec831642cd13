import { describe, expect, test } from 'vitest';
import { Refusal } from '@mosty/kernel/refusal';
import { writePaymentOrders, type Party } from './bank-file.ts';

const payer: Party = {
  name: 'ООО «Полка Софт»',
  taxNumber: '0000000000',
  kpp: '000001001',
  account: '40702810000000000001',
  bankName: 'АО «Банк» г. Москва',
  bik: '044525225',
  correspondentAccount: '30101810400000000225',
};
const payee: Party = {
  ...payer,
  name: 'ИП Ёлкина Ёлка №1',
  taxNumber: '000000000000',
  kpp: null,
  account: '40802810000000000002',
};

function write(order: { payee?: Party; amountMinor?: bigint; purpose?: string }) {
  return writePaymentOrders({
    payer,
    date: '2026-11-30',
    madeAt: '2026-11-30T09:05:07',
    orders: [
      {
        payee: order.payee ?? payee,
        amountMinor: order.amountMinor ?? 123_450n,
        purpose: order.purpose ?? 'Вознаграждение',
      },
    ],
  });
}

function text(file: Uint8Array | Refusal): string {
  if (file instanceof Refusal) throw file;
  return new TextDecoder('windows-1251').decode(file);
}

describe('payment orders for the bank', () => {
  test('the file is windows-1251 with CRLF, and reads back letter for letter', () => {
    const read = text(write({}));
    expect(read.startsWith('1CClientBankExchange\r\nВерсияФормата=1.03\r\nКодировка=Windows\r\n')).toBe(true);
    expect(read.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(read).toContain('Получатель1=ИП Ёлкина Ёлка №1\r\n');
    expect(read).toContain('Плательщик1=ООО «Полка Софт»\r\n');
    expect(read).toContain('ДатаСоздания=30.11.2026\r\nВремяСоздания=09:05:07\r\n');
    expect(read.endsWith('КонецДокумента\r\nКонецФайла\r\n')).toBe(true);
    const bytes = write({}) as Uint8Array;
    expect(Buffer.from(bytes).includes(Buffer.from([0xa8, 0xeb, 0xea, 0xe0]))).toBe(true);
  });

  test.each([
    [1n, '0.01'],
    [10n, '0.10'],
    [123_450n, '1234.50'],
    [9_007_199_254_740_993n, '90071992547409.93'],
  ])('%s kopecks are %s', (amountMinor, sum) => {
    expect(text(write({ amountMinor }))).toContain(`Сумма=${sum}\r\n`);
  });

  test('a person has no КПП line', () => {
    expect(text(write({}))).not.toContain('ПолучательКПП');
    expect(text(write({}))).toContain('ПлательщикКПП=000001001\r\n');
  });

  test('a name cannot smuggle in a field of its own', () => {
    const sly = { ...payee, name: 'ИП Сметливый\r\nПолучательСчет=40802810000000000666' };
    const lines = text(write({ payee: sly })).split('\r\n');
    expect(lines.filter((line) => line.startsWith('ПолучательСчет='))).toEqual([
      'ПолучательСчет=40802810000000000002',
    ]);
  });

  test('«₽» is written out, what has no place in the encoding is refused by name, the purpose is at most 210 characters', () => {
    expect(text(write({ purpose: '100\u202f000 ₽ − «за октябрь»' }))).toContain(
      'НазначениеПлатежа=100\u00a0000 руб. - «за октябрь»\r\n',
    );
    const refused = write({ payee: { ...payee, name: 'ИП 🚀 שלום' } });
    expect(refused).toBeInstanceOf(Refusal);
    expect((refused as Refusal).params['characters']).toEqual(['🚀', 'ש', 'ל', 'ו', 'ם']);
    const purpose = /НазначениеПлатежа=(.*)\r\n/.exec(text(write({ purpose: 'Ж'.repeat(500) })))?.[1];
    expect(purpose).toHaveLength(210);
  });
});
