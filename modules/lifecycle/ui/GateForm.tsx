import { Checkbox, Radio, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { DayInput, FormShell, RefusalNotice, toast, useVerb, useWords, type AnswerOf } from '@mosty/ui-kit';
import { movePartner, readConversion, readNextSteps, readPartnerStage, readPipeline } from '../contract.ts';
import { GateEvidence } from './GateEvidence.tsx';
import { detailsOf, EMPTY_DETAILS, type GateValues } from './gate-details.ts';
import { SAID_HERE } from './said-here.ts';
import classes from './lifecycle.module.css';

type Gate = AnswerOf<typeof readPartnerStage>['gates'][number];

interface Props {
  readonly partnerId: string;
  readonly partnerName: string;
  readonly gate: Gate;
  readonly onDone: () => void;
}

/** One gate: what it asks, what is said with it, and the passage. Nothing is overridden: what is missing is supplied. */
export function GateForm({ partnerId, partnerName, gate, onDone }: Props) {
  const t = useWords('lifecycle');
  const verb = useVerb(movePartner, {
    invalidates: [readPartnerStage, readPipeline, readNextSteps, readConversion],
    onDone: () => {
      toast(t('gate.moved', { stage: t(`stage.${gate.to}`) }));
      onDone();
    },
  });
  const asks = new Set<string>(gate.evidence.filter(({ met }) => !met).map(({ code }) => code));
  const form = useForm<GateValues>({
    initialValues: {
      ...EMPTY_DETAILS,
      subject: t('letter.subject'),
      letter: t('letter.other_audience', { name: partnerName }),
    },
    validate: {
      reasonCode: (value) => (asks.has('reason_given') && !value ? t('gate.needReason') : null),
      returnOn: (value) => (asks.has('return_date') && !value ? t('gate.needDay') : null),
      fixVerified: (value) => (asks.has('fix_verified') && !value ? t('gate.needVerified') : null),
    },
  });
  const missing = gate.evidence.filter(({ code, met }) => !met && !SAID_HERE.has(code));
  // A letter without an address is supplied on the card of the partner, not here.
  const noAddress = gate.evidence.some((one) =>
    one.missing.some(({ code }) => code === 'lifecycle.no_address'),
  );
  const can = gate.can['move'];
  const shut = missing.length > 0 || noAddress || can !== true;
  return (
    <>
      <GateEvidence gate={gate} />
      {noAddress ? <p className={classes.warning}>{t('missing.no_address')}</p> : null}
      {missing.length > 0 ? (
        <p className={classes.warning}>{t('gate.shut', { count: missing.length })}</p>
      ) : null}
      {can !== undefined && can !== true ? (
        <RefusalNotice
          refusal={{ kind: 'not_permitted', code: can.because, params: can.params ?? {}, errors: [] }}
        />
      ) : null}
      {shut ? null : (
        <FormShell
          form={form}
          submit={
            gate.to === 'declined' ? t('gate.decline') : t('gate.move', { stage: t(`stage.${gate.to}`) })
          }
          busy={verb.isPending}
          refusal={verb.error}
          guard={false}
          onSubmit={(values) =>
            verb.mutateAsync({
              params: { partnerId: partnerId as never },
              body: { to: gate.to, ...detailsOf(values, asks, gate.to) },
            })
          }
        >
          {gate.reasons.length > 0 ? (
            <Radio.Group
              label={t('gate.reason')}
              required={asks.has('reason_given')}
              value={form.values.reasonCode}
              error={form.errors['reasonCode']}
              onChange={(reasonCode) => {
                form.setFieldValue('reasonCode', reasonCode);
                if (asks.has('letter_sent'))
                  form.setFieldValue('letter', t(`letter.${reasonCode}`, { name: partnerName }));
              }}
            >
              {gate.reasons.map((code) => (
                <Radio key={code} mt={8} value={code} label={t(`reason.${code}`)} />
              ))}
            </Radio.Group>
          ) : null}
          {asks.has('return_date') || gate.to === 'declined' ? (
            <DayInput
              label={t(gate.to === 'declined' ? 'gate.mayReturnOn' : 'gate.returnOn')}
              required={asks.has('return_date')}
              {...form.getInputProps('returnOn')}
            />
          ) : null}
          {gate.to === 'paused' ? (
            <Checkbox
              label={t('gate.linksStay')}
              {...form.getInputProps('linksStay', { type: 'checkbox' })}
            />
          ) : null}
          {asks.has('letter_sent') ? (
            <>
              <TextInput label={t('letter.subjectLabel')} required {...form.getInputProps('subject')} />
              <Textarea
                label={t('letter.label')}
                description={t('letter.note')}
                autosize
                minRows={6}
                required
                {...form.getInputProps('letter')}
              />
            </>
          ) : null}
          {asks.has('four_answers') ? (
            <>
              <Textarea
                label={t('answers.whatBroke')}
                autosize
                minRows={2}
                required
                {...form.getInputProps('whatBroke')}
              />
              <Textarea
                label={t('answers.howFixed')}
                autosize
                minRows={2}
                required
                {...form.getInputProps('howFixed')}
              />
              <TextInput label={t('answers.whoAnswers')} required {...form.getInputProps('whoAnswers')} />
              <DayInput label={t('answers.doneOn')} required {...form.getInputProps('doneOn')} />
            </>
          ) : null}
          {asks.has('fix_verified') ? (
            <Checkbox
              label={t('gate.fixVerified')}
              {...form.getInputProps('fixVerified', { type: 'checkbox' })}
            />
          ) : null}
          <Textarea
            label={t('gate.note')}
            description={t('gate.noteHint')}
            autosize
            minRows={2}
            {...form.getInputProps('note')}
          />
        </FormShell>
      )}
    </>
  );
}
