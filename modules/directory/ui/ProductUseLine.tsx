import { Button, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import {
  DayInput,
  FormShell,
  SidePanel,
  toast,
  useFormat,
  useRead,
  useToday,
  useVerb,
  useWords,
} from '@mosty/ui-kit';
import { useState } from 'react';
import { noteProductUse, PRODUCT_USES, readProductUse, type ProductUse } from '../contract.ts';
import classes from './world.module.css';

/** Whether the partner uses the product itself, as of which day and how it is known (S1.43). */
export function ProductUseLine({ partnerId }: { partnerId: string }) {
  const t = useWords('directory');
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const { data } = useRead(readProductUse, { params: { partnerId } });
  if (!data) return null;
  const { use, asOf, source } = data;
  return (
    <p className={classes.line}>
      <b>{t('use.label')}:</b>
      <span>{t(`use.${use ?? 'unknown'}`)}</span>
      {asOf && source ? (
        <span className={classes.soft}>{t('use.asOf', { day: format.when(asOf), source })}</span>
      ) : null}
      {data.can.write ? (
        <Button size="compact-xs" variant="subtle" onClick={() => setOpen(true)}>
          {t('use.edit')}
        </Button>
      ) : null}
      {open ? <UseForm partnerId={partnerId} use={use} onClose={() => setOpen(false)} /> : null}
    </p>
  );
}

function UseForm({
  partnerId,
  use,
  onClose,
}: {
  partnerId: string;
  use: ProductUse | null;
  onClose: () => void;
}) {
  const t = useWords('directory');
  const today = useToday();
  const verb = useVerb(noteProductUse, { invalidates: [readProductUse] });
  const form = useForm({
    initialValues: { use: use ?? ('uses' as ProductUse), asOf: today as string, source: '' },
    validate: { source: (value) => (value.trim() ? null : t('use.needSource')) },
  });
  return (
    <SidePanel opened onClose={onClose} title={t('use.title')}>
      <p className={classes.soft}>{t('use.text')}</p>
      <FormShell
        form={form}
        submit={t('world.save')}
        onCancel={onClose}
        busy={verb.isPending}
        refusal={verb.error}
        onSubmit={async (body) => {
          await verb.mutateAsync({ params: { partnerId }, body });
          toast(t('world.saved'));
          onClose();
        }}
      >
        <Select
          label={t('use.answer')}
          allowDeselect={false}
          data={PRODUCT_USES.map((value) => ({ value, label: t(`use.${value}`) }))}
          {...form.getInputProps('use')}
        />
        <DayInput label={t('use.day')} max={today} required {...form.getInputProps('asOf')} />
        <TextInput
          label={t('use.source')}
          description={t('use.sourceNote')}
          required
          maxLength={300}
          {...form.getInputProps('source')}
        />
      </FormShell>
    </SidePanel>
  );
}
