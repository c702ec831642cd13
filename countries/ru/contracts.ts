import type { LegalForm } from './requisites.ts';

/** agency: «агентский договор», also commission and mandate · services: «возмездное оказание услуг» with an act. */
export const CONTRACTS = ['agency', 'services'] as const;
export type Contract = (typeof CONTRACTS)[number];

export interface ContractRule {
  readonly form: LegalForm;
  readonly contract: Contract;
  readonly verdict: 'allowed' | 'warn' | 'refused';
  /** Words live with whoever shows it, by this code. */
  readonly code: string;
  /** What the rule rests on, and the day it was read; a lawyer may know better. */
  readonly basis: string;
  readonly readOn: string;
}

/** Who may be paid for bringing clients under which contract. Dated data, not law: each line names its source. */
export const CONTRACT_RULES: readonly ContractRule[] = [
  {
    form: 'company',
    contract: 'agency',
    verdict: 'allowed',
    code: 'usual',
    basis: 'ГК РФ, гл. 52',
    readOn: '2026-11-21',
  },
  {
    form: 'company',
    contract: 'services',
    verdict: 'allowed',
    code: 'usual',
    basis: 'ГК РФ, гл. 39',
    readOn: '2026-11-21',
  },
  {
    form: 'sole_proprietor',
    contract: 'agency',
    verdict: 'allowed',
    code: 'usual',
    basis: 'ГК РФ, гл. 52',
    readOn: '2026-11-21',
  },
  {
    form: 'sole_proprietor',
    contract: 'services',
    verdict: 'allowed',
    code: 'usual',
    basis: 'ГК РФ, гл. 39',
    readOn: '2026-11-21',
  },
  {
    form: 'self_employed',
    contract: 'agency',
    verdict: 'refused',
    code: 'npd_no_agency',
    basis: '422-ФЗ, ст. 4, ч. 2, п. 5',
    readOn: '2026-11-21',
  },
  {
    form: 'self_employed',
    contract: 'services',
    verdict: 'warn',
    code: 'npd_services',
    basis: '422-ФЗ; переквалификация в агентский договор',
    readOn: '2026-11-21',
  },
  {
    form: 'individual',
    contract: 'agency',
    verdict: 'refused',
    code: 'individual_taxed',
    basis: 'НК РФ, гл. 23 и 34: НДФЛ и взносы у плательщика',
    readOn: '2026-11-21',
  },
  {
    form: 'individual',
    contract: 'services',
    verdict: 'refused',
    code: 'individual_taxed',
    basis: 'НК РФ, гл. 23 и 34: НДФЛ и взносы у плательщика',
    readOn: '2026-11-21',
  },
];

/** The contract that fits the form best: the first one allowed, else one with a warning; null: none does. */
export function fittingContract(form: LegalForm): ContractRule | null {
  const rules = CONTRACT_RULES.filter((rule) => rule.form === form);
  return (
    rules.find(({ verdict }) => verdict === 'allowed') ??
    rules.find(({ verdict }) => verdict === 'warn') ??
    null
  );
}
