import { expect, test } from 'vitest';
import { CONTRACT_RULES, CONTRACTS, fittingContract } from './contracts.ts';
import { LEGAL_FORMS } from './requisites.ts';

test('every form and contract has one rule with its basis', () => {
  for (const form of LEGAL_FORMS)
    for (const contract of CONTRACTS) {
      const rules = CONTRACT_RULES.filter((rule) => rule.form === form && rule.contract === contract);
      expect(rules, `${form} ${contract}`).toHaveLength(1);
      expect(rules[0]?.basis).not.toBe('');
    }
});

test('a self-employed person serves and is no agent; a plain individual is not paid', () => {
  expect(fittingContract('company')?.contract).toBe('agency');
  expect(fittingContract('self_employed')).toMatchObject({ contract: 'services', verdict: 'warn' });
  expect(fittingContract('individual')).toBeNull();
});
