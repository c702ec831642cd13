import { Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { FormShell, readAmount, SidePanel, toast, useFormat, useMe, useVerb, useWords } from '@mosty/ui-kit';
import { BOOKS, readBook, readMonth, setPlan, type Book, type MonthSheet } from '../contract.ts';

/** What the month is to bring; the second time it asks why. */
export function PlanForm({ of: sheet, onClose }: { of: MonthSheet; onClose: () => void }) {
  const t = useWords('economics');
  const format = useFormat();
  const { currency } = useMe().workspace;
  const verb = useVerb(setPlan, { invalidates: [readMonth, readBook] });
  const known = (book: Book) => sheet.plans.find((plan) => plan.class === book);
  const typed = (book: Book) => {
    const plan = known(book);
    return {
      revenue: plan ? format.money(plan.revenueMinor, { precision: 'whole' }).replace(/[^\d,.−-]/g, '') : '',
      clients: plan ? String(plan.clients) : '',
    };
  };
  const form = useForm({
    initialValues: { class: 'partner_sales' as Book, ...typed('partner_sales'), reason: '' },
    validate: {
      revenue: (value) => ((readAmount(value, currency) ?? -1) >= 0 ? null : t('plan.needAmount')),
      clients: (value) => (/^\d{1,6}$/.test(value.trim()) ? null : t('plan.needCount')),
      reason: (value, values) => (known(values.class) && !value.trim() ? t('plan.needReason') : null),
    },
  });
  return (
    <SidePanel opened onClose={onClose} title={t('plan.title', { month: format.when(sheet.month, 'month') })}>
      <FormShell
        form={form}
        submit={t('plan.save')}
        onSubmit={(values) =>
          verb.mutateAsync({
            params: { month: sheet.month, book: values.class },
            body: {
              revenueMinor: readAmount(values.revenue, currency) ?? 0,
              clients: Number(values.clients.trim()),
              ...(values.reason.trim() ? { reason: values.reason.trim() } : {}),
            },
          })
        }
        onDone={() => {
          toast(t('plan.done'));
          onClose();
        }}
        onCancel={onClose}
        busy={verb.isPending}
        refusal={verb.error}
      >
        <Select
          label={t('plan.class')}
          data={BOOKS.map((value) => ({ value, label: t(`book.${value}`) }))}
          allowDeselect={false}
          value={form.values.class}
          onChange={(value) => {
            const book = BOOKS.find((one) => one === value) ?? 'partner_sales';
            form.setValues({ class: book, ...typed(book) });
          }}
        />
        <TextInput
          label={t('plan.revenue', { currency })}
          inputMode="decimal"
          required
          {...form.getInputProps('revenue')}
        />
        <TextInput
          label={t('plan.clients')}
          inputMode="numeric"
          required
          {...form.getInputProps('clients')}
        />
        {known(form.values.class) ? (
          <TextInput label={t('plan.reason')} required {...form.getInputProps('reason')} />
        ) : null}
      </FormShell>
    </SidePanel>
  );
}
