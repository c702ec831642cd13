import { ActionIcon, Button, Select, TextInput } from '@mantine/core';
import { useWords } from '@mosty/ui-kit';
import { IconX } from '@tabler/icons-react';
import type { EditorForm } from './form-type.ts';
import type { TierForm } from './terms-form.ts';
import classes from './incentives.module.css';

const LEVELS_MOST = 20;

/** Levels: from where, and at what rate. The first begins at nothing. */
export function TierFields({ form, currency }: { form: EditorForm; currency: string }) {
  const t = useWords('incentives');
  const { tiers, measure } = form.values;
  const words = (group: string, values: readonly string[]) =>
    values.map((value) => ({ value, label: t(`editor.${group}.${value}`) }));
  const set = (place: number, change: Partial<TierForm>) =>
    form.setFieldValue(
      'tiers',
      tiers.map((tier, at) => (at === place ? { ...tier, ...change } : tier)),
    );
  return (
    <>
      <div className={classes.row}>
        <Select
          label={t('editor.measure')}
          data={words('measureWords', ['money', 'count'])}
          allowDeselect={false}
          {...form.getInputProps('measure')}
        />
        <Select
          label={t('editor.window')}
          data={words('windowWords', ['month', 'quarter', 'lifetime'])}
          allowDeselect={false}
          {...form.getInputProps('window')}
        />
        <Select
          label={t('editor.mode')}
          data={words('modeWords', ['marginal', 'whole'])}
          allowDeselect={false}
          {...form.getInputProps('mode')}
        />
      </div>
      {tiers.map((tier, place) => (
        // Levels have no name but their place.
        <div className={classes.tier} key={`level ${place}`}>
          <TextInput
            label={t(measure === 'money' ? 'editor.tierMoney' : 'editor.tierCount', { currency })}
            inputMode="decimal"
            value={place === 0 ? '0' : tier.from}
            readOnly={place === 0}
            title={place === 0 ? t('editor.firstTier') : undefined}
            onChange={(event) => set(place, { from: event.currentTarget.value })}
          />
          <TextInput
            label={t('editor.rate')}
            inputMode="decimal"
            rightSection="%"
            value={tier.rate}
            onChange={(event) => set(place, { rate: event.currentTarget.value })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size={36}
            disabled={place === 0}
            title={place === 0 ? t('editor.firstTier') : undefined}
            aria-label={t('editor.removeTier')}
            onClick={() =>
              form.setFieldValue(
                'tiers',
                tiers.filter((_tier, at) => at !== place),
              )
            }
          >
            <IconX size={16} stroke={1.6} />
          </ActionIcon>
        </div>
      ))}
      {form.errors['tiers'] ? (
        <p role="alert" className={classes.small}>
          {form.errors['tiers']}
        </p>
      ) : null}
      <Button
        variant="default"
        size="xs"
        disabled={tiers.length >= LEVELS_MOST}
        title={tiers.length >= LEVELS_MOST ? t('editor.tiersMost', { most: LEVELS_MOST }) : undefined}
        style={{ justifySelf: 'start' }}
        onClick={() => form.setFieldValue('tiers', [...tiers, { from: '', rate: '' }])}
      >
        {t('editor.addTier')}
      </Button>
    </>
  );
}
