import { Button, Select, Textarea, TextInput } from '@mantine/core';
import { DayInput, useFormat, useMe, useToday, useWords } from '@mosty/ui-kit';
import { SIDES } from '../contract.ts';
import type { ExclusivityDraft } from './expectations-form.ts';
import classes from './agreements.module.css';

interface Props {
  readonly value: ExclusivityDraft | null;
  readonly onChange: (value: ExclusivityDraft | null) => void;
  readonly wrong: readonly (keyof ExclusivityDraft)[];
}

/** Off until somebody adds it; then it asks for what it is given and until when (S1.67). */
export function ExclusivityFields({ value, onChange, wrong }: Props) {
  const t = useWords('agreements');
  const format = useFormat();
  const today = useToday();
  const { currency } = useMe().workspace;
  if (!value) {
    const empty = { subject: '', inReturn: '', price: '', until: '', condition: '' };
    return (
      <div>
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => onChange({ ...empty, bound: 'theirs', from: today, currency })}
        >
          {t('exclusivity.add')}
        </Button>
        <p className={classes.small}>{t('exclusivity.note')}</p>
      </div>
    );
  }
  const set = (change: Partial<ExclusivityDraft>) => onChange({ ...value, ...change });
  const error = (field: keyof ExclusivityDraft, words = 'need') =>
    wrong.includes(field) ? t(`exclusivity.${words}`) : undefined;
  return (
    <fieldset style={{ margin: 0, padding: 0, border: 0, display: 'grid', gap: 12 }}>
      <legend className={classes.name} style={{ padding: 0 }}>
        {t('exclusivity.title')}
      </legend>
      <p className={classes.small}>{t('exclusivity.note')}</p>
      <Select
        label={t('exclusivity.bound')}
        allowDeselect={false}
        data={SIDES.map((side) => ({ value: side, label: t(`exclusivity.of.${side}`) }))}
        value={value.bound}
        onChange={(side) => set({ bound: side === 'ours' ? 'ours' : 'theirs' })}
      />
      <TextInput
        label={t('exclusivity.subject')}
        placeholder={t('exclusivity.subjectHint')}
        required
        maxLength={300}
        value={value.subject}
        error={error('subject')}
        onChange={(event) => set({ subject: event.currentTarget.value })}
      />
      <Textarea
        label={t('exclusivity.inReturn')}
        required
        autosize
        maxLength={300}
        value={value.inReturn}
        error={error('inReturn')}
        onChange={(event) => set({ inReturn: event.currentTarget.value })}
      />
      <TextInput
        label={t('exclusivity.price')}
        description={t('exclusivity.priceNote')}
        inputMode="decimal"
        rightSection={format.sign(value.currency || currency)}
        value={value.price}
        error={error('price', 'needPrice')}
        onChange={(event) => set({ price: event.currentTarget.value, currency: value.currency || currency })}
      />
      <DayInput
        label={t('exclusivity.from')}
        required
        value={value.from}
        error={error('from')}
        onChange={(from) => set({ from })}
      />
      <DayInput
        label={t('exclusivity.until')}
        required
        value={value.until}
        error={error('until', 'needSpan')}
        onChange={(until) => set({ until })}
      />
      <TextInput
        label={t('exclusivity.condition')}
        maxLength={300}
        value={value.condition}
        onChange={(event) => set({ condition: event.currentTarget.value })}
      />
      <div>
        <Button size="compact-sm" variant="subtle" onClick={() => onChange(null)}>
          {t('exclusivity.remove')}
        </Button>
      </div>
    </fieldset>
  );
}
