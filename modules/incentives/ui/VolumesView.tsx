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
import { compareSchemes } from '../contract.ts';
import { Comparison } from './Comparison.tsx';
import { useChoices } from './scheme-choices.ts';
import classes from './incentives.module.css';

const PLACES = ['a', 'b', 'c'] as const;
/** Three volumes, the average check and the months, as they stand in the address. */
const DEFAULT = '50000 100000 300000 10000 1';

/** What schemes cost at different sales, where they meet, and who carries the risk (S1.36–39). */
export function VolumesView() {
  const t = useWords('incentives');
  const { currency } = useMe().workspace;
  const sign = useFormat().sign(currency);
  const [filters, setFilters] = useFilters(paths.calculator);
  const { groups, find } = useChoices();
  const chosen = { a: filters.a || 'example:flat', b: filters.b || 'example:hybrid', c: filters.c };
  const typed = (filters.volumes || DEFAULT).split(' ');
  const [settled] = useDebouncedValue(typed.join(' '), 300);
  const amounts = settled
    .split(' ')
    .slice(0, 4)
    .map((text) => readAmount(text, currency));
  const months = /^\d{1,2}$/.test(settled.split(' ')[4] ?? '') ? Number(settled.split(' ')[4]) : 0;
  const [one, two, three, check] = amounts;
  const valid = amounts.every((amount) => amount !== null && amount > 0) && months >= 1 && months <= 24;
  const schemes = PLACES.flatMap((place) => find(chosen[place]) ?? []);
  const read = useRead(
    compareSchemes,
    {
      body: {
        schemes,
        volumesMinor: [one ?? 0, two ?? 0, three ?? 0].sort((x, y) => x - y),
        currency,
        averageCheckMinor: check ?? 1,
        months: months || 1,
      },
    },
    { enabled: valid && schemes.length > 0 },
  );
  const write = (place: number, text: string) => {
    // Spaces part the figures in the address, so a typed one is left out.
    const next = typed.map((old, at) => (at === place ? text.replaceAll(/\s/g, '') : old));
    setFilters({ volumes: next.join(' ') });
  };
  const field = (place: number, label: string) => {
    const isMonths = place === 4;
    const text = typed[place] ?? '';
    const isWrong = isMonths ? !/^([1-9]|1\d|2[0-4])$/.test(text) : (readAmount(text, currency) ?? 0) <= 0;
    return (
      <TextInput
        key={label}
        label={label}
        inputMode={isMonths ? 'numeric' : 'decimal'}
        value={text}
        error={isWrong ? t('calculator.wrong') : null}
        onChange={(event) => write(place, event.currentTarget.value)}
      />
    );
  };
  return (
    <>
      <Section title={t('calculator.choice')}>
        <div className={classes.row}>
          {PLACES.map((place, at) => (
            <Select
              key={place}
              label={t('calculator.place', { place: at + 1 })}
              placeholder={t('calculator.nothing')}
              data={groups}
              value={chosen[place] || null}
              clearable={place === 'c'}
              allowDeselect={place === 'c'}
              searchable
              onChange={(value) => setFilters({ [place]: value ?? '' })}
            />
          ))}
        </div>
        <div className={classes.row} style={{ marginTop: 16 }}>
          {[0, 1, 2].map((place) =>
            field(place, t('calculator.volume', { place: place + 1, currency: sign })),
          )}
          {field(3, t('calculator.check', { currency: sign }))}
          {field(4, t('calculator.months'))}
        </div>
      </Section>
      {schemes.length > 0 && valid ? (
        <Loaded read={read} skeleton={<TableSkeleton columns={5} rows={3} />}>
          {(compared) => <Comparison compared={compared} />}
        </Loaded>
      ) : null}
    </>
  );
}
