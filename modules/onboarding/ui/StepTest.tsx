import { Radio } from '@mantine/core';
import { useForm } from '@mantine/form';
import { FormShell, SidePanel, toast, useLanguage, useVerb, useWords } from '@mosty/ui-kit';
import {
  answerTest,
  listLaunches,
  readDropOff,
  readLaunch,
  type Launch,
  type LaunchStep,
} from '../contract.ts';
import classes from './onboarding.module.css';

interface Props {
  readonly partnerId: Launch['partner']['id'];
  readonly step: LaunchStep;
  readonly onClose: () => void;
}

/** A short test: every answer right, and the step is done (S3.6). */
export function StepTest({ partnerId, step, onClose }: Props) {
  const t = useWords('onboarding');
  const language = useLanguage();
  const verb = useVerb(answerTest, { invalidates: [readLaunch, listLaunches, readDropOff] });
  const form = useForm({
    initialValues: { answers: step.questions.map(() => '') },
    validate: { answers: (value) => (value.every(Boolean) ? null : t('step.answerAll')) },
  });
  async function send({ answers }: typeof form.values): Promise<void> {
    const found = await verb.mutateAsync({
      params: { partnerId, code: step.code },
      body: { answers: answers.map(Number) },
    });
    const passed = found.launch?.plan.find(({ code }) => code === step.code)?.doneAt;
    toast(t(passed ? 'step.passed' : 'step.again'));
    if (passed) onClose();
  }
  return (
    <SidePanel opened onClose={onClose} title={step[language].title}>
      <FormShell
        form={form}
        submit={t('step.check')}
        onSubmit={send}
        onCancel={onClose}
        busy={verb.isPending}
        refusal={verb.error}
      >
        {step.questions.map((one, place) => (
          <fieldset key={one.en.ask} className={classes.question}>
            <legend>{one[language].ask}</legend>
            <div className={classes.options}>
              {one[language].options.map((option, at) => (
                <Radio
                  key={option}
                  name={`question-${place}`}
                  label={option}
                  checked={form.values.answers[place] === String(at)}
                  onChange={() => form.setFieldValue(`answers.${place}`, String(at))}
                />
              ))}
            </div>
          </fieldset>
        ))}
        {form.errors['answers'] ? <p className={classes.late}>{form.errors['answers']}</p> : null}
      </FormShell>
    </SidePanel>
  );
}
