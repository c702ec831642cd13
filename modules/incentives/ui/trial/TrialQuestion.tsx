import { Select } from '@mantine/core';
import { lastMonths, useFormat, useToday, useWords } from '@mosty/ui-kit';
import { PartnersChoice } from './PartnersChoice.tsx';
import { CLASSES, PLACES, type useQuestion } from './question.ts';
import classes from '../incentives.module.css';

const MONTHS_BACK = 60;

/** Two to four schemes, a class, months, and whose sales: all of it stands in the address. */
export function TrialQuestion({
  asked,
  names,
}: {
  asked: ReturnType<typeof useQuestion>;
  names: ReadonlyMap<string, string>;
}) {
  const t = useWords('incentives-trial');
  const kit = useWords('kit');
  const format = useFormat();
  const today = useToday();
  const { question, chosen, months, partners, groups, setFilters } = asked;
  const month = (name: 'from' | 'to') => (
    <Select
      label={t(`history.${name}`)}
      data={lastMonths(today.slice(0, 7), MONTHS_BACK).map((value) => ({
        value,
        label: format.when(value, 'month'),
      }))}
      value={months[name]}
      allowDeselect={false}
      searchable
      onChange={(value) => setFilters({ [name]: value ?? '' })}
    />
  );
  return (
    <>
      <div className={classes.row}>
        {PLACES.map((place, at) => (
          <Select
            key={place}
            label={t('history.scheme', { place: at + 1 })}
            placeholder={t('history.nothing')}
            data={groups}
            value={chosen[place] || null}
            clearable={at > 1}
            allowDeselect={at > 1}
            searchable
            onChange={(value) => setFilters({ [place]: value ?? '' })}
          />
        ))}
      </div>
      <div className={classes.row} style={{ marginTop: 16 }}>
        <Select
          label={t('history.class')}
          data={CLASSES.map((value) => ({ value, label: kit(`class.${value}`) }))}
          value={question.class}
          allowDeselect={false}
          onChange={(value) => setFilters({ class: value ?? '', partners: '' })}
        />
        {month('from')}
        {month('to')}
        <PartnersChoice
          of={question.class}
          known={names}
          value={partners}
          onChange={(ids) => setFilters({ partners: ids.join(' ') })}
        />
      </div>
    </>
  );
}
