import { Select, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import {
  Loaded,
  paths,
  readAmount,
  Section,
  TableSkeleton,
  useFilters,
  useFormat,
  useMe,
  useRead,
  useWords,
} from '@mosty/ui-kit';
import { MONTHLY_MINOR_MOST, weighSchemeRisk } from '../../contract.ts';
import { ratePpmOf } from '../form-figures.ts';
import { CLASSES } from './question.ts';
import { RiskTold } from './RiskTold.tsx';
import classes from '../incentives.module.css';

/** Fixed sum, percent beside it, percent alone, thin month, months of history and ahead: as they stand in the address. */
const DEFAULT = '5000 10 20 5000 12 12';
const FIELDS = ['fixed', 'hybridRate', 'flatRate', 'least', 'history', 'months'] as const;
type Field = (typeof FIELDS)[number];
const MONTHS_MOST = { history: 36, months: 24 } as const;

/** Who carries the risk of a fixed sum with a percent, and who that of a percent alone, on our own months (S1.37–38). */
export default function RiskView() {
  const t = useWords('incentives-trial');
  const kit = useWords('kit');
  const { currency } = useMe().workspace;
  const sign = useFormat().sign(currency);
  const [filters, setFilters] = useFilters(paths.calculator);
  const of = CLASSES.find((one) => one === filters.class) ?? 'partner_sales';
  const typed = (filters.risk || DEFAULT).split(' ');
  const [settled] = useDebouncedValue(typed.join(' '), 300);
  const read = (field: Field, text: string): number | null => {
    if (field === 'fixed' || field === 'least') {
      const minor = readAmount(text, currency);
      return minor === null || minor > MONTHLY_MINOR_MOST ? null : minor;
    }
    if (field === 'hybridRate' || field === 'flatRate') return ratePpmOf(text);
    const months = /^\d{1,2}$/.test(text) ? Number(text) : 0;
    return months >= 1 && months <= MONTHS_MOST[field] ? months : null;
  };
  const valueOf = (field: Field) => read(field, settled.split(' ')[FIELDS.indexOf(field)] ?? '');
  const asked = {
    fixedMinor: valueOf('fixed'),
    hybridRatePpm: valueOf('hybridRate'),
    flatRatePpm: valueOf('flatRate'),
    leastMinor: valueOf('least'),
    historyMonths: valueOf('history'),
    months: valueOf('months'),
  };
  const isValid = Object.values(asked).every((value) => value !== null && value >= 0);
  const told = useRead(
    weighSchemeRisk,
    {
      body: {
        class: of,
        fixedMinor: asked.fixedMinor ?? 0,
        hybridRatePpm: asked.hybridRatePpm ?? 0,
        flatRatePpm: asked.flatRatePpm ?? 0,
        leastMinor: asked.leastMinor ?? 0,
        historyMonths: asked.historyMonths ?? 1,
        months: asked.months ?? 1,
      },
    },
    { enabled: isValid },
  );
  const wrong = (field: Field) =>
    field === 'history' || field === 'months'
      ? t('risk.wrongMonths', { most: MONTHS_MOST[field] })
      : t(field === 'fixed' || field === 'least' ? 'risk.wrongSum' : 'risk.wrongRate');
  return (
    <>
      <Section title={t('risk.choice')} note={t('risk.note')}>
        <div className={classes.row}>
          <Select
            label={t('risk.class')}
            data={CLASSES.map((value) => ({ value, label: kit(`class.${value}`) }))}
            value={of}
            allowDeselect={false}
            onChange={(value) => setFilters({ class: value ?? '' })}
          />
          {FIELDS.map((field, place) => {
            const text = typed[place] ?? '';
            const value = read(field, text);
            return (
              <TextInput
                key={field}
                label={t(`risk.${field}`, { currency: sign })}
                inputMode={field === 'history' || field === 'months' ? 'numeric' : 'decimal'}
                value={text}
                error={value === null || value < 0 ? wrong(field) : null}
                onChange={(event) => {
                  // Spaces part the figures in the address, so a typed one is left out.
                  const next = event.currentTarget.value.replaceAll(/\s/g, '');
                  setFilters({
                    risk: FIELDS.map((_f, at) => (at === place ? next : (typed[at] ?? ''))).join(' '),
                  });
                }}
              />
            );
          })}
        </div>
      </Section>
      {isValid ? (
        <Loaded read={told} skeleton={<TableSkeleton columns={4} rows={3} />}>
          {(risk) => <RiskTold risk={risk} months={asked.months ?? 1} />}
        </Loaded>
      ) : null}
    </>
  );
}
