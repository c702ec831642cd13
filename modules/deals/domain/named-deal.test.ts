import { expect, test } from 'vitest';
import { namedDeal } from './named-deal.ts';

const crm = { id: 'deal_a', source: 'crm', externalId: '17' };
const other = { id: 'deal_b', source: 'other-crm', externalId: '17' };
const shop = { id: 'deal_c', source: 'yookassa', externalId: '17' };

test('a payment provider names a deal that a CRM told of', () => {
  expect(namedDeal([crm], { number: '17', source: 'yookassa' })).toBe(crm);
  expect(namedDeal([crm], { number: 'deal_a', source: 'yookassa' })).toBe(crm);
  expect(namedDeal([crm], { number: '18', source: 'yookassa' })).toBeUndefined();
});

test('whoever tells the sale means its own deal; two others of one number are not guessed between', () => {
  expect(namedDeal([crm, shop], { number: '17', source: 'yookassa' })).toBe(shop);
  expect(namedDeal([crm, other], { number: '17', source: 'yookassa' })).toBeUndefined();
});

test('a source that is named is the only one asked', () => {
  const deals = [crm, other, shop];
  expect(namedDeal(deals, { number: '17', dealSource: 'other-crm', source: 'yookassa' })).toBe(other);
  expect(namedDeal(deals, { number: '17', dealSource: 'nobody', source: 'yookassa' })).toBeUndefined();
});
