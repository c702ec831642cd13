import { Checkbox, Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { FormShell, readAmount, SidePanel, useFormat, useRows, useVerb, useWords } from '@mosty/ui-kit';
import {
  getStatement,
  listStatementLines,
  listStatements,
  resolveObjectionOperation,
  type StatementLine,
  type StatementShown,
} from '../contract.ts';

/** Answers an objection by words, and where the partner is right by a correcting entry. The statement is never edited. */
export function ResolveObjection({ statement, onClose }: { statement: StatementShown; onClose: () => void }) {
  const t = useWords('payouts');
  const format = useFormat();
  const { currency } = statement;
  const params = { statementId: statement.id };
  const lines = useRows(listStatementLines, { params, query: { limit: 100 } });
  const correctable = lines.rows.filter((line) => line.kind !== 'correction' && line.kind !== 'clawback');
  const verb = useVerb(resolveObjectionOperation, { invalidates: [getStatement, listStatements] });
  const form = useForm({
    initialValues: { words: '', corrects: false, accrualId: '', becomes: '' },
    validate: {
      words: (value) => (value.trim().length >= 3 ? null : t('resolve.needWords')),
      accrualId: (value, { corrects }) => (!corrects || value ? null : t('resolve.needAccrual')),
      becomes: (value, { corrects }) =>
        !corrects || readAmount(value, currency) !== null ? null : t('resolve.needAmount'),
    },
  });
  const chosen = correctable.find((line) => line.accrualId === form.values.accrualId);

  async function send({ words, corrects, becomes }: typeof form.values): Promise<void> {
    const correction =
      corrects && chosen
        ? {
            accrualId: chosen.accrualId,
            wasMinor: chosen.amountMinor,
            becomesMinor: readAmount(becomes, currency) ?? 0,
          }
        : undefined;
    await verb.mutateAsync({ params, body: { words: words.trim(), ...(correction ? { correction } : {}) } });
  }

  const nameOf = (line: StatementLine) =>
    [line.clientName, line.saleNumber, format.money(line.amountMinor, { currency })]
      .filter(Boolean)
      .join(' · ');
  return (
    <SidePanel opened onClose={onClose} title={t('statement.resolve')}>
      <p>«{statement.objection}»</p>
      <FormShell
        form={form}
        submit={t('resolve.send')}
        onSubmit={send}
        onDone={onClose}
        onCancel={onClose}
        busy={verb.isPending}
        refusal={verb.error}
      >
        <Textarea label={t('resolve.words')} autosize minRows={3} required {...form.getInputProps('words')} />
        <Checkbox label={t('resolve.correct')} {...form.getInputProps('corrects', { type: 'checkbox' })} />
        {form.values.corrects ? (
          <>
            <Select
              label={t('resolve.which')}
              data={correctable.map((line) => ({ value: line.accrualId, label: nameOf(line) }))}
              searchable
              {...form.getInputProps('accrualId')}
            />
            <TextInput
              label={t('resolve.becomes', { currency: format.sign(currency) })}
              description={
                chosen
                  ? t('resolve.was', { sum: format.money(chosen.amountMinor, { currency }) })
                  : t('resolve.hint')
              }
              inputMode="decimal"
              {...form.getInputProps('becomes')}
            />
          </>
        ) : null}
      </FormShell>
    </SidePanel>
  );
}
