import { expect, test } from 'vitest';
import { sourcePath } from './source-path.ts';

test.each([
  ['accrual', 'acr_1', '/money/accruals/acr_1'],
  ['hold', 'hld_1:acr_2', '/money/accruals/acr_2'],
  ['payout', 'po_1', '/money/payout/po_1'],
  ['write_off', 'wo_1', null],
])('a movement of %s %s opens %s', (sourceKind, sourceId, page) => {
  expect(sourcePath({ sourceKind, sourceId })).toBe(page);
});
