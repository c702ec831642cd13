import { Checkbox, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import {
  DayInput,
  FormShell,
  paths,
  Section,
  toast,
  useGo,
  useToday,
  useVerb,
  useWords,
} from '@mosty/ui-kit';
import { useState } from 'react';
import {
  getStanding,
  KINDS_OF,
  listAgreements,
  listPartners,
  openAgreement,
  type Point,
  type ReportingClass,
} from '../contract.ts';
import {
  bodyOf,
  emptyPoints,
  NO_EXPECTATIONS,
  wrongInExclusivity,
  type ExclusivityDraft,
} from './expectations-form.ts';
import { ExpectationsFields } from './ExpectationsFields.tsx';
import { KindAndClient, kindOf } from './KindAndClient.tsx';
import type { PartnerCard } from './PartnerScreen.tsx';
import classes from './agreements.module.css';

interface Props {
  readonly partner: PartnerCard;
  readonly of: ReportingClass;
  readonly needsHead: boolean;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export function OpenAgreement({ partner, of, needsHead }: Props) {
  const t = useWords('agreements');
  const go = useGo();
  const today = useToday();
  const [expectations, setExpectations] = useState(NO_EXPECTATIONS);
  const [wrong, setWrong] = useState<readonly Point[]>([]);
  const [wanting, setWanting] = useState<readonly (keyof ExclusivityDraft)[]>([]);
  const verb = useVerb(openAgreement, { invalidates: [listAgreements, listPartners, getStanding] });
  const form = useForm({
    initialValues: {
      kind: KINDS_OF[of][0] as string,
      clientId: null as string | null,
      number: '',
      startsOn: today as string,
      endsOn: '',
      classReason: '',
      onPaper: false,
      signedOn: '',
      launchedOn: '',
      later: false,
    },
    validate: {
      clientId: (value) => (of === 'referral' && value === null ? t('open.needClient') : null),
      startsOn: (value) => (DAY.test(value) ? null : t('open.needDay')),
      signedOn: (value, { onPaper }) => (onPaper && !DAY.test(value) ? t('open.needDay') : null),
    },
  });
  const { onPaper, later } = form.values;
  const wasClient = needsHead || verb.error?.code === 'agreements.partner_was_client';

  async function send(values: typeof form.values): Promise<void> {
    const missing = later ? [] : emptyPoints(expectations);
    const less = later ? [] : wrongInExclusivity(expectations);
    setWrong(missing);
    setWanting(less);
    if (missing.length + less.length > 0) return;
    const { id } = await verb.mutateAsync({
      body: {
        partnerId: partner.id,
        class: of,
        kind: kindOf(of, values.kind),
        number: values.number.trim() || null,
        clientId: values.clientId,
        startsOn: values.startsOn,
        endsOn: values.endsOn || null,
        classReason: values.classReason.trim() || null,
        signedOn: onPaper ? values.signedOn : null,
        launchedOn: onPaper && values.launchedOn ? values.launchedOn : null,
        ...(later ? {} : { expectations: bodyOf(expectations) }),
      },
    });
    form.resetDirty();
    toast(t('open.done'));
    go(paths.agreement({ agreementId: id }), { replace: true });
  }

  return (
    <FormShell
      form={form}
      submit={t('open.submit')}
      busy={verb.isPending}
      refusal={verb.error}
      onSubmit={send}
      onCancel={() => go(paths.partner({ partnerId: partner.id }))}
    >
      <KindAndClient of={of} form={form} />
      {of === 'partner_sales' && wasClient ? (
        <Textarea label={t('open.classReason')} autosize minRows={2} {...form.getInputProps('classReason')} />
      ) : null}
      <TextInput label={t('open.number')} {...form.getInputProps('number')} />
      <DayInput label={t('open.startsOn')} required {...form.getInputProps('startsOn')} />
      <DayInput label={t('open.endsOn')} {...form.getInputProps('endsOn')} />
      <Checkbox label={t('open.onPaper')} {...form.getInputProps('onPaper', { type: 'checkbox' })} />
      {onPaper ? (
        <>
          <DayInput label={t('open.signedOn')} max={today} required {...form.getInputProps('signedOn')} />
          <DayInput
            label={t('open.launchedOn')}
            description={t('open.launchedNote')}
            max={today}
            {...form.getInputProps('launchedOn')}
          />
        </>
      ) : null}
      <Section title={t('version.title')} note={t('propose.text')}>
        <div style={{ display: 'grid', gap: 16 }}>
          <Checkbox
            label={t('open.later')}
            description={onPaper ? undefined : t('open.laterNote')}
            {...form.getInputProps('later', { type: 'checkbox' })}
          />
          {later ? null : (
            <ExpectationsFields
              kind={kindOf(of, form.values.kind)}
              value={expectations}
              onChange={setExpectations}
              wrong={wrong}
              exclusivity={wanting}
            />
          )}
          {wrong.length > 0 && !later ? (
            <p className={classes.small} role="alert">
              {t('propose.needPoint')}
            </p>
          ) : null}
        </div>
      </Section>
    </FormShell>
  );
}
