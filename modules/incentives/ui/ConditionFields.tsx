import { Select, TextInput } from '@mantine/core';
import { useWords } from '@mosty/ui-kit';
import type { EditorForm } from './form-type.ts';
import classes from './incentives.module.css';

const ROUNDING_NAMES = ['half_away_from_zero', 'half_even', 'toward_zero', 'away_from_zero'] as const;

/** Everything that stands around the pay: limits, floor, validation, VAT, rounding, refunds. */
export function ConditionFields({ form }: { form: EditorForm }) {
  const t = useWords('incentives');
  const { vatBase, vatReward } = form.values;
  const sum = (field: 'capSale' | 'capMonth' | 'capTotal' | 'floorPrice' | 'minimum') => (
    <TextInput
      label={t(`editor.${field}`)}
      placeholder={t('editor.noLimit')}
      inputMode="decimal"
      {...form.getInputProps(field)}
    />
  );
  const choice = (
    field: 'approval' | 'creditNotes' | 'vatBase' | 'vatReward',
    group: string,
    values: readonly string[],
  ) => (
    <Select
      label={t(`editor.${field}`)}
      data={values.map((value) => ({ value, label: t(`editor.${group}.${value}`) }))}
      allowDeselect={false}
      {...form.getInputProps(field)}
    />
  );
  return (
    <>
      <fieldset className={classes.group}>
        <legend>{t('editor.money')}</legend>
        <div className={classes.row}>
          <TextInput label={t('editor.holdDays')} inputMode="numeric" {...form.getInputProps('holdDays')} />
          {choice('approval', 'approvalWords', ['auto', 'manual'])}
          {sum('minimum')}
          {choice('creditNotes', 'creditWords', ['by_sale', 'by_client'])}
        </div>
      </fieldset>
      <fieldset className={classes.group}>
        <legend>{t('editor.limits')}</legend>
        <div className={classes.row}>
          {sum('capSale')}
          {sum('capMonth')}
          {sum('capTotal')}
        </div>
        <div className={classes.row}>
          {sum('floorPrice')}
          <TextInput
            label={t('editor.maxDiscount')}
            placeholder={t('editor.noLimit')}
            inputMode="decimal"
            {...form.getInputProps('maxDiscount')}
          />
        </div>
        <p className={classes.small}>{t('editor.floorNote')}</p>
      </fieldset>
      <fieldset className={classes.group}>
        <legend>{t('editor.tax')}</legend>
        <div className={classes.row}>
          {choice('vatBase', 'vatBaseWords', ['with_vat', 'without_vat'])}
          {choice('vatReward', 'vatRewardWords', ['included', 'on_top'])}
          {vatBase === 'without_vat' || vatReward === 'on_top' ? (
            <TextInput label={t('editor.vatRate')} inputMode="decimal" {...form.getInputProps('vatRate')} />
          ) : null}
          <Select
            label={t('editor.rounding')}
            data={ROUNDING_NAMES.map((value) => ({ value, label: t(`roundingWords.${value}`) }))}
            allowDeselect={false}
            {...form.getInputProps('rounding')}
          />
        </div>
      </fieldset>
    </>
  );
}
