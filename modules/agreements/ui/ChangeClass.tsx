import { Select, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { FormShell, SidePanel, toast, useVerb, useWords } from '@mosty/ui-kit';
import { changeClass, CLASSES, KINDS_OF, type AgreementCard, type ReportingClass } from '../contract.ts';
import { AGREEMENT_READS } from './agreement-reads.ts';
import { KindAndClient, kindOf } from './KindAndClient.tsx';
import classes from './agreements.module.css';

export function ChangeClass({ agreement, onClose }: { agreement: AgreementCard; onClose: () => void }) {
  const t = useWords('agreements');
  const verb = useVerb(changeClass, {
    invalidates: AGREEMENT_READS,
    onDone: () => {
      toast(t('agreement.changed'));
      onClose();
    },
  });
  const form = useForm({
    initialValues: {
      class: agreement.class as ReportingClass,
      kind: agreement.kind as string,
      clientId: (agreement.client?.id ?? null) as string | null,
      reason: '',
    },
    validate: {
      clientId: (value, { class: of }) => (of === 'referral' && value === null ? t('open.needClient') : null),
      reason: (value) => (value.trim() ? null : t('agreement.needReason')),
    },
  });
  const of = form.values.class;
  return (
    <SidePanel opened onClose={onClose} title={t('agreement.changeClass')}>
      <p className={classes.soft} style={{ marginBottom: 20 }}>
        {t('agreement.changeClassText')}
      </p>
      <FormShell
        form={form}
        submit={t('agreement.changeClass')}
        busy={verb.isPending}
        refusal={verb.error}
        guard={false}
        onCancel={onClose}
        onSubmit={({ kind, clientId, reason }) =>
          verb.mutateAsync({
            params: { agreementId: agreement.id },
            body: {
              class: of,
              kind: kindOf(of, kind),
              clientId: of === 'referral' ? clientId : null,
              reason: reason.trim(),
            },
          })
        }
      >
        <Select
          label={t('agreement.newClass')}
          allowDeselect={false}
          data={CLASSES.map((value) => ({ value, label: t(`kit:class.${value}`) }))}
          value={of}
          onChange={(value) => {
            const next = CLASSES.find((one) => one === value) ?? of;
            form.setValues({ class: next, kind: KINDS_OF[next][0] ?? 'agent' });
          }}
        />
        <KindAndClient of={of} form={form} />
        <Textarea
          label={t('agreement.reason')}
          autosize
          minRows={2}
          required
          {...form.getInputProps('reason')}
        />
      </FormShell>
    </SidePanel>
  );
}
