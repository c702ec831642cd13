import { NumberInput, Radio } from '@mantine/core';
import { useForm, type UseFormReturnType } from '@mantine/form';
import {
  ConfirmWithConsequence,
  FormShell,
  Loaded,
  PageHeading,
  toast,
  useFormat,
  useMay,
  useRead,
  useVerb,
  useWords,
  type AnswerOf,
} from '@mosty/ui-kit';
import {
  COOKIE_DAYS_MAX,
  getVisitorPolicy,
  KEEP_DAYS_MAX,
  KEEP_DAYS_MIN,
  setVisitorPolicy,
} from '../contract.ts';
import classes from './clicks.module.css';

/** Whether visitors are asked before they are remembered, and for how long. */
export default function VisitorsScreen() {
  const t = useWords('tracking');
  const read = useRead(getVisitorPolicy, {});
  return (
    <>
      <PageHeading title={t('visitors.title')} answer={t('visitors.answer')} />
      <Loaded read={read}>{(policy) => <PolicyForm policy={policy} />}</Loaded>
    </>
  );
}

function PolicyForm({ policy }: { policy: AnswerOf<typeof getVisitorPolicy> }) {
  const t = useWords('tracking');
  const format = useFormat();
  const locked = !useMay('visitor_policy.set');
  const verb = useVerb(setVisitorPolicy, {
    invalidates: [getVisitorPolicy],
    onDone: () => toast(t('visitors.saved')),
  });
  const form = useForm<Values>({
    initialValues: {
      cookies: policy.cookies,
      cookieDays: policy.cookieDays,
      keepDays: policy.keepDays,
    },
  });
  const { cookies, cookieDays, keepDays } = form.values;
  const save = () =>
    verb.mutateAsync({
      body: { cookies: cookies === 'set' ? 'set' : 'after_consent', cookieDays, keepDays },
    });
  return (
    <div className={classes.narrow}>
      {policy.keptSince ? (
        <p className={classes.note}>{t('visitors.keptSince', { day: format.when(policy.keptSince) })}</p>
      ) : null}
      {locked ? <p className={classes.note}>{t('visitors.onlyHead')}</p> : null}
      {locked ? (
        <Fields form={form} locked />
      ) : (
        <ConfirmWithConsequence
          title={t('visitors.shortTitle', { days: format.count(keepDays) })}
          consequence={t('visitors.shortText')}
          confirm={t('visitors.save')}
          risky
          onConfirm={save}
        >
          {(ask) => (
            <FormShell
              form={form}
              submit={t('visitors.save')}
              busy={verb.isPending}
              refusal={verb.error}
              guard={false}
              // What is erased cannot be brought back: a shorter memory is asked about, anything else is saved at once.
              onSubmit={async () => {
                if (keepDays < policy.keepDays) ask();
                else await save();
              }}
            >
              <Fields form={form} locked={false} />
            </FormShell>
          )}
        </ConfirmWithConsequence>
      )}
    </div>
  );
}

interface Values {
  readonly cookies: string;
  readonly cookieDays: number;
  readonly keepDays: number;
}

function Fields({ form, locked }: { form: UseFormReturnType<Values>; locked: boolean }) {
  const t = useWords('tracking');
  return (
    <>
      <Radio.Group label={t('visitors.cookies')} {...form.getInputProps('cookies')}>
        <div className={classes.choice}>
          <Radio
            value="set"
            label={t('visitors.set')}
            description={t('visitors.setNote')}
            disabled={locked}
          />
          <Radio
            value="after_consent"
            label={t('visitors.after_consent')}
            description={t('visitors.afterConsentNote')}
            disabled={locked}
          />
        </div>
      </Radio.Group>
      <NumberInput
        label={t('visitors.cookieDays')}
        min={1}
        max={COOKIE_DAYS_MAX}
        allowDecimal={false}
        hideControls
        disabled={locked}
        {...form.getInputProps('cookieDays')}
      />
      <NumberInput
        label={t('visitors.keepDays')}
        description={t('visitors.keepDaysNote')}
        min={KEEP_DAYS_MIN}
        max={KEEP_DAYS_MAX}
        allowDecimal={false}
        hideControls
        disabled={locked}
        {...form.getInputProps('keepDays')}
      />
    </>
  );
}
