import { useFormat, useMe, useRead, useWords } from '@mosty/ui-kit';
import { listSchemes, TEMPLATES, type Pay, type Terms } from '../contract.ts';
import { termsOfTemplate } from './template-terms.ts';

export interface ChosenScheme {
  readonly name: string;
  readonly terms: Terms;
}

/** The example of the sources: 40 000 flat against 20 000 + 20 % (S1.39). */
const EXAMPLES: Readonly<Record<string, Pay>> = {
  'example:flat': { kind: 'flat', amountMinor: 4_000_000, per: 'agreement' },
  'example:hybrid': { kind: 'hybrid', fixedMinor: 2_000_000, per: 'agreement', ratePpm: 200_000 },
};

/** After the id of a scheme that is in force and has a draft besides. */
const DRAFT = '~draft';
const isReady = (key: string) => key.includes(':');

/** What can be compared: the example, our schemes in force, the ready ones. Keys stand in the address. */
export function useChoices() {
  const t = useWords('incentives');
  const format = useFormat();
  const { currency } = useMe().workspace;
  const ours = useRead(listSchemes, {}).data?.items ?? [];
  const usual = { holdDays: 0, minimumPayoutMinor: 0 };
  const names: Readonly<Record<string, string>> = {
    'example:flat': t('calculator.exampleFlat', { sum: format.money(4_000_000, { precision: 'whole' }) }),
    'example:hybrid': t('calculator.exampleHybrid', {
      sum: format.money(2_000_000, { precision: 'whole' }),
      rate: format.percent(200_000),
    }),
  };
  const found = new Map<string, ChosenScheme>([
    ...Object.entries(EXAMPLES).map(
      ([key, pay]) =>
        [
          key,
          { name: names[key] ?? key, terms: termsOfTemplate({ ...usual, pay: [pay] }, currency) },
        ] as const,
    ),
    ...TEMPLATES.map(
      (template) =>
        [
          `template:${template.code}`,
          { name: t(`template.${template.code}.name`), terms: termsOfTemplate(template, currency) },
        ] as const,
    ),
    ...ours.flatMap(({ id, name, current, draft }) => {
      const terms = (current ?? draft)?.terms;
      const own = terms ? [[id as string, { name, terms }] as const] : [];
      if (!current || !draft) return own;
      const drafted = { name: t('calculator.draftOf', { name }), terms: draft.terms };
      return [...own, [`${id}${DRAFT}`, drafted] as const];
    }),
  ]);
  const option = (key: string) => ({ value: key, label: found.get(key)?.name ?? key });
  const keys = [...found.keys()];
  const ready = keys.filter(isReady);
  const paid = new Map(ours.map(({ id, partners }) => [id as string, partners]));
  // Those that pay most partners first: what is asked about, where nothing was chosen.
  const own = keys.filter((key) => !isReady(key)).toSorted((a, b) => (paid.get(b) ?? 0) - (paid.get(a) ?? 0));
  return {
    own,
    find: (key: string): ChosenScheme | null => found.get(key) ?? null,
    groups: [
      ...(own.length > 0 ? [{ group: t('calculator.ours'), items: own.map(option) }] : []),
      { group: t('calculator.ready'), items: ready.map(option) },
    ],
  };
}
