import { Select, TextInput } from '@mantine/core';
import { useFormat, useWords } from '@mosty/ui-kit';
import type { EditorForm } from './form-type.ts';
import { PAY_CHOICES, ROLES } from './terms-form.ts';
import { TierFields } from './TierFields.tsx';
import classes from './incentives.module.css';

/** What is paid for: one shape, and a bonus for a first order beside it. */
export function PayFields({ form, currency }: { form: EditorForm; currency: string }) {
  const t = useWords('incentives');
  const sign = useFormat().sign(currency);
  const { pay, bonus, roles } = form.values;
  const words = (group: string, values: readonly string[]) =>
    values.map((value) => ({ value, label: t(`editor.${group}.${value}`) }));
  const rate = (
    <TextInput
      label={t('editor.rate')}
      inputMode="decimal"
      rightSection="%"
      {...form.getInputProps('rate')}
    />
  );
  const sum = (
    <TextInput
      label={t('editor.sum', { currency: sign })}
      inputMode="decimal"
      {...form.getInputProps('sum')}
    />
  );
  return (
    <fieldset className={classes.group}>
      <legend>{t('editor.pay')}</legend>
      <Select
        aria-label={t('editor.pay')}
        data={words('payKind', PAY_CHOICES)}
        allowDeselect={false}
        {...form.getInputProps('pay')}
      />
      {pay === 'percent' || pay === 'recurring' || pay === 'hybrid' || pay === 'flat' ? (
        <div className={classes.row}>
          {pay === 'percent' || pay === 'recurring' || pay === 'hybrid' ? rate : null}
          {pay === 'flat' || pay === 'hybrid' ? sum : null}
          {pay === 'flat' || pay === 'hybrid' ? (
            <Select
              label={t('editor.per')}
              data={words(
                'perWords',
                pay === 'flat'
                  ? (['sale', 'month', 'agreement'] as const)
                  : (['month', 'agreement'] as const),
              )}
              allowDeselect={false}
              {...form.getInputProps('per')}
            />
          ) : null}
          {pay === 'recurring' ? (
            <TextInput label={t('editor.months')} inputMode="numeric" {...form.getInputProps('months')} />
          ) : null}
        </div>
      ) : null}
      {pay === 'tiered' ? <TierFields form={form} currency={currency} /> : null}
      {pay === 'per_role' ? (
        <div>
          <p className={classes.small}>{t('editor.roles')}</p>
          <div className={classes.row}>
            {ROLES.map((role) => (
              <TextInput
                key={role}
                label={t(`role.${role}`)}
                inputMode="decimal"
                rightSection="%"
                value={roles[role]}
                error={form.errors['roles']}
                onChange={(event) =>
                  form.setFieldValue('roles', { ...roles, [role]: event.currentTarget.value })
                }
              />
            ))}
          </div>
        </div>
      ) : null}
      <div className={classes.row}>
        <Select
          label={t('editor.bonus')}
          data={words('bonusWords', ['none', 'flat', 'percent'])}
          allowDeselect={false}
          {...form.getInputProps('bonus')}
        />
        {bonus === 'flat' ? (
          <TextInput
            label={t('editor.sum', { currency: sign })}
            inputMode="decimal"
            {...form.getInputProps('bonusSum')}
          />
        ) : null}
        {bonus === 'percent' ? (
          <TextInput
            label={t('editor.rate')}
            inputMode="decimal"
            rightSection="%"
            {...form.getInputProps('bonusRate')}
          />
        ) : null}
      </div>
    </fieldset>
  );
}
