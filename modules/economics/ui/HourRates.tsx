import { Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { listMembers } from '@mosty/identity/contract';
import {
  DataTable,
  FormShell,
  Loaded,
  Money,
  monthNow,
  MonthSelect,
  readAmount,
  SidePanel,
  toast,
  useMe,
  useRead,
  useVerb,
  useWords,
  When,
} from '@mosty/ui-kit';
import { listRates, readBook, readMonth, setRate } from '../contract.ts';

/** What an hour of each colleague costs; a new rate begins with a month and changes nothing written before. */
export function HourRates({ onClose }: { onClose: () => void }) {
  const t = useWords('economics');
  const { workspace } = useMe();
  const rates = useRead(listRates, {});
  const team = useRead(listMembers, {});
  const verb = useVerb(setRate, { invalidates: [listRates, readBook, readMonth] });
  const form = useForm({
    initialValues: { memberId: '', fromMonth: monthNow(workspace.zone), rate: '' },
    validate: {
      rate: (value) => ((readAmount(value, workspace.currency) ?? -1) >= 0 ? null : t('rates.needAmount')),
    },
  });
  const people = (team.data?.items ?? []).filter((one) => one.partnerId === null);
  return (
    <SidePanel opened onClose={onClose} title={t('rates.title')}>
      <p>{t('rates.text')}</p>
      <FormShell
        form={form}
        submit={t('rates.save')}
        onSubmit={({ memberId, fromMonth, rate }) =>
          verb.mutateAsync({
            body: {
              ...(memberId ? { memberId } : {}),
              fromMonth,
              rateMinor: readAmount(rate, workspace.currency) ?? 0,
            },
          })
        }
        onDone={() => {
          toast(t('rates.done'));
          form.reset();
        }}
        busy={verb.isPending}
        refusal={verb.error}
        guard={false}
      >
        <Select
          label={t('rates.who')}
          data={[
            { value: '', label: t('rates.everybody') },
            ...people.map(({ id, name }) => ({ value: id as string, label: name })),
          ]}
          allowDeselect={false}
          {...form.getInputProps('memberId')}
        />
        <MonthSelect
          label={t('rates.from')}
          value={form.values.fromMonth}
          onChange={(month) => form.setFieldValue('fromMonth', month)}
        />
        <TextInput
          label={t('rates.rate', { currency: workspace.currency })}
          inputMode="decimal"
          required
          {...form.getInputProps('rate')}
        />
      </FormShell>
      <Loaded read={rates}>
        {({ items, currency }) => (
          <DataTable
            label={t('rates.title')}
            rows={items}
            rowKey={(row) => `${row.memberId} ${row.fromMonth}`}
            columns={[
              { id: 'who', title: t('rates.who'), cell: (row) => row.name ?? t('rates.everybody') },
              {
                id: 'rate',
                title: t('sheet.rate'),
                align: 'right',
                narrow: 'value',
                cell: (row) => <Money minor={row.rateMinor} currency={currency} />,
              },
              {
                id: 'from',
                title: t('rates.from'),
                narrow: 'line',
                cell: (row) => <When value={row.fromMonth} style="month" />,
              },
            ]}
            empty={<p>{t('rates.none')}</p>}
          />
        )}
      </Loaded>
    </SidePanel>
  );
}
