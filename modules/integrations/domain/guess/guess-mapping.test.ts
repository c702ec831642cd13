import { describe, expect, it } from 'vitest';
import { IMPORT_KINDS, type ImportKind } from '../../contract/kinds.ts';
import { csvSplitter } from '../reading/csv.ts';
import { detectDelimiter } from '../reading/delimiter.ts';
import { findHeader } from '../reading/header.ts';
import type { FileRecord } from '../reading/record.ts';
import { makePlan } from '../rows/plan.ts';
import { rowCheck } from '../rows/check-row.ts';
import { templateCsv } from '../template.ts';
import { guessMapping, type Guess } from './guess-mapping.ts';

function guess(text: string, filename = 'export.csv', kind?: ImportKind): Guess & { faults: number } {
  const bare = text.replace(/^\uFEFF/, '');
  const delimiter = detectDelimiter(bare);
  const records: FileRecord[] = [];
  const splitter = csvSplitter(delimiter, (record) => records.push(record));
  splitter.push(bare);
  splitter.end();
  const header = findHeader(records);
  const rows = records.filter((record) => record.line > header.line);
  const found = guessMapping(
    { columns: header.columns, records: rows, format: { delimiter }, filename },
    kind,
  );
  const plan = makePlan(found.mapping, header.columns, { zone: 'Europe/Moscow', currency: 'RUB' });
  if (plan instanceof Error) throw plan;
  const check = rowCheck(plan);
  return { ...found, faults: rows.filter((row) => check(row).fault !== null).length };
}

describe('exports of known programs are read at sight', () => {
  it('PartnerStack: transactions, customers and partnerships', () => {
    const sales = guess(
      'Key,Created At,Customer Key,Customer Email,Amount,Currency,Partner Key,Product Key\ntr_1,2026-01-05T10:00:00Z,cus_1,a@example.com,120.00,USD,acme,pro\n',
    );
    expect(sales).toMatchObject({
      program: 'PartnerStack',
      faults: 0,
      mapping: { kind: 'sales', source: 'partnerstack' },
    });
    expect(sales.mapping.columns).toMatchObject({
      externalId: 'Key',
      clientExternalId: 'Customer Key',
      amount: 'Amount',
      partner: 'Partner Key',
      occurredAt: 'Created At',
    });
    const clients = guess(
      'customer_key,customer_name,customer_email,partner_key,created_at\ncus_1,Acme,a@example.com,p1,2026-01-05\n',
    );
    expect(clients).toMatchObject({
      program: 'PartnerStack',
      faults: 0,
      mapping: { kind: 'clients', columns: { externalId: 'customer_key', partner: 'partner_key' } },
    });
    const partners = guess(
      'partner_key,name,email,group,joined_at\np1,Acme Partners,p@example.com,Default,2026-01-05\n',
    );
    expect(partners).toMatchObject({
      program: 'PartnerStack',
      faults: 0,
      mapping: { kind: 'partners', columns: { externalId: 'partner_key', scheme: 'group' } },
    });
  });

  it('Rewardful: sales and referrals', () => {
    const sales = guess(
      'Sale ID,Charged At,Customer Email,Sale Amount,Currency,Affiliate Email\ns1,2026-01-05 10:00,a@example.com,49.00,EUR,p@example.com\n',
    );
    expect(sales).toMatchObject({
      program: 'Rewardful',
      faults: 0,
      mapping: {
        source: 'rewardful',
        columns: {
          externalId: 'Sale ID',
          amount: 'Sale Amount',
          partner: 'Affiliate Email',
          clientExternalId: 'Customer Email',
        },
      },
    });
    const clients = guess(
      'Customer,Customer Email,Affiliate Email,Became Lead At,State\nAcme,a@example.com,p@example.com,2026-01-05,conversion\n',
    );
    expect(clients).toMatchObject({
      program: 'Rewardful',
      mapping: {
        kind: 'clients',
        columns: { externalId: 'Customer Email', name: 'Customer', partner: 'Affiliate Email' },
      },
    });
  });

  it('FirstPromoter: sales, referrals and promoters', () => {
    expect(
      guess(
        'Event ID,Created at,Referral email,Sale amount,Promoter email\n1,2026-01-05,a@example.com,20.00,p@example.com\n',
      ),
    ).toMatchObject({
      program: 'FirstPromoter',
      faults: 0,
      mapping: { kind: 'sales', columns: { partner: 'Promoter email', clientExternalId: 'Referral email' } },
    });
    expect(
      guess('UID,Referral email,Promoter email,Created at\n7,a@example.com,p@example.com,2026-01-05\n'),
    ).toMatchObject({
      program: 'FirstPromoter',
      mapping: { kind: 'clients', columns: { externalId: 'UID', partner: 'Promoter email' } },
    });
    expect(guess('Promoter email,Promoter name,Ref ID,Campaign\np@example.com,Ann,ann,Main\n')).toMatchObject(
      {
        program: 'FirstPromoter',
        mapping: { kind: 'partners', columns: { externalId: 'Promoter email', code: 'Ref ID' } },
      },
    );
  });

  it('amoCRM: deals', () => {
    const sales = guess(
      'ID;Название сделки;Этап сделки;Бюджет ₽;Компания;Ответственный;Дата закрытия\n101;Тариф «Склад»;Успешно реализовано;12 900,50;ООО «Ромашка»;Мария;31.01.2026 12:00:00\n',
    );
    expect(sales).toMatchObject({
      program: 'amoCRM',
      faults: 0,
      mapping: { kind: 'sales', source: 'amocrm', decimals: { amount: ',' }, dates: { occurredAt: 'dmy' } },
    });
    expect(sales.mapping.columns).toMatchObject({
      externalId: 'ID',
      amount: 'Бюджет ₽',
      clientName: 'Компания',
      occurredAt: 'Дата закрытия',
    });
  });

  it('Битрикс24: deals', () => {
    const sales = guess(
      'ID;Название сделки;Стадия сделки;Сумма;Валюта;Компания;Дата завершения\n55;Внедрение;Сделка успешна;100000.00;RUB;ИП Лютик;31.01.2026\n',
    );
    expect(sales).toMatchObject({
      program: 'Битрикс24',
      faults: 0,
      mapping: {
        source: 'bitrix24',
        columns: { externalId: 'ID', amount: 'Сумма', currency: 'Валюта', clientName: 'Компания' },
        decimals: { amount: '.' },
      },
    });
  });
});

describe('other files', () => {
  it('lines of invoices are grouped, credit notes told by the letter of their number', () => {
    const { mapping, faults } = guess(
      'invoice,sku,qty,ts,price,customer,country\n489434,85048,12,2009-12-01 07:45,6.9500,13085,UK\n489434,79323P,12,2009-12-01 07:45,6.7500,13085,UK\nC489449,22087,-12,2009-12-01 10:33,2.9500,16321,AU\n',
    );
    expect(faults).toBe(0);
    expect(mapping).toMatchObject({
      kind: 'sales',
      columns: {
        externalId: 'invoice',
        sku: 'sku',
        quantity: 'qty',
        price: 'price',
        occurredAt: 'ts',
        clientExternalId: 'customer',
      },
      grouping: { badLine: 'hold' },
      credits: [{ field: 'externalId', startsWith: 'C' }, { negativeTotal: true }],
    });
  });

  it('what was returned is told by the word in the column of types', () => {
    const { mapping } = guess(
      'Номер;Дата;Тип;Сумма\n1;01.02.2026;Продажа;10,00\n2;02.02.2026;Возврат;5,00\n',
    );
    expect(mapping.credits[0]).toEqual({ field: 'type', oneOf: ['Возврат'] });
  });

  it('words of a choice are understood: «Блогер» is a creator', () => {
    const { mapping, faults } = guess(
      'Название;Вид;Класс;Дата договора\nАня;Блогер;Партнёрские продажи;01.02.2026\nБорис;Внедренец;Стратегическое;01.02.2026\n',
      'партнёры.csv',
    );
    expect(faults).toBe(0);
    expect(mapping).toMatchObject({
      kind: 'partners',
      words: { kind: { Блогер: 'creator', Внедренец: 'integrator' }, class: { Стратегическое: 'alliance' } },
    });
  });

  it('our own templates of every kind and language are read back without an error', () => {
    for (const kind of IMPORT_KINDS) {
      for (const language of ['ru', 'en'] as const) {
        const { mapping, faults } = guess(templateCsv(kind, language), 'table.csv');
        expect([kind, language, mapping.kind, faults]).toEqual([kind, language, kind, 0]);
      }
    }
  });
});

describe('a number that stands twice', () => {
  const header = 'Номер;Дата;Клиент;Сумма\n';

  it('under rows that tell different things is an invoice of two lines', () => {
    const { mapping } = guess(`${header}С-1;05.11.2026;Ромашка;100\nС-1;05.11.2026;Ромашка;50\n`);
    expect(mapping.grouping).toEqual({ badLine: 'hold' });
  });

  it('under equal rows is one row twice, and the second is not added to the first', () => {
    const { mapping } = guess(`${header}С-1;05.11.2026;Ромашка;100\nС-1;05.11.2026;Ромашка;100\n`);
    expect(mapping.grouping).toBeNull();
  });
});
