import { expect, test } from 'vitest';
import { suggest, type Candidate } from './suggest.ts';

const one = (name: string, over: Partial<Candidate> = {}): Candidate => ({
  agreementId: `agr_${name}` as never,
  partner: { id: `par_${name}` as never, name },
  class: 'partner_sales',
  kind: 'agent',
  inRole: 0,
  inOther: 0,
  sitsHere: false,
  ...over,
});
const names = (...candidates: Candidate[]) =>
  suggest('implement', candidates).map(({ partner }) => partner.name);

test('what was done weighs more than what a kind promises', () => {
  expect(names(one('по виду', { kind: 'integrator' }), one('делал', { inRole: 2 }))).toEqual([
    'делал',
    'по виду',
  ]);
});

test('who neither did it nor is of the kind is not suggested', () => {
  expect(names(one('агент', { inOther: 9 }))).toEqual([]);
});

test('who sits in the scenario already comes last and is told so', () => {
  const found = suggest('implement', [
    one('здесь', { kind: 'integrator', inRole: 5, sitsHere: true }),
    one('новый', { kind: 'integrator' }),
  ]);
  expect(found.map(({ partner }) => partner.name)).toEqual(['новый', 'здесь']);
  expect(found[1]?.fits.map(({ code }) => code)).toEqual(['did_it_before', 'kind_fits', 'same_scenario']);
});

test('at most five, the order does not depend on how they came', () => {
  const many = Array.from({ length: 9 }, (_, place) =>
    one(`П${place}`, { kind: 'integrator', inRole: place }),
  );
  expect(names(...many)).toEqual(['П8', 'П7', 'П6', 'П5', 'П4']);
  expect(names(...many.toReversed())).toEqual(names(...many));
});
