import { expect, test } from 'vitest';
import { seal, setSealSecret, unseal } from './index.ts';

test('a secret opens only where it was sealed, and only unchanged', () => {
  setSealSecret('one');
  const sealed = seal('whsec_тайна', 'here/whk_1');
  expect(sealed).not.toContain('тайна');
  expect(seal('whsec_тайна', 'here/whk_1')).not.toBe(sealed);
  expect(unseal(sealed, 'here/whk_1')).toBe('whsec_тайна');
  expect(() => unseal(sealed, 'here/whk_2')).toThrow();
  expect(() => unseal(`${sealed.slice(0, -2)}AA`, 'here/whk_1')).toThrow();
  setSealSecret('another');
  expect(() => unseal(sealed, 'here/whk_1')).toThrow();
  setSealSecret('one');
});
