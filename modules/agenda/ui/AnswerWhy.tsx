import { Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { DayInput, FormShell, SidePanel, toast, useToday, useVerb, useWords } from '@mosty/ui-kit';
import { answerCard, readAgenda, readTeamWeek, type Card } from '../contract.ts';
import classes from './agenda.module.css';

const CHANGES = { invalidates: [readAgenda, readTeamWeek] };

interface Props {
  readonly card: Card;
  readonly onClose: () => void;
}

/** Not this week, and why. */
export function PutOff({ card, onClose }: Props) {
  const t = useWords('agenda');
  const today = useToday();
  const verb = useVerb(answerCard, CHANGES);
  const need = (value: string) => (value.trim() ? null : t('answer.need'));
  const form = useForm({ initialValues: { reason: '', until: '' }, validate: { reason: need, until: need } });
  async function send(said: typeof form.values): Promise<void> {
    await verb.mutateAsync({ params: { cardId: card.id }, body: { verdict: 'put_off', ...said } });
    toast(t('answer.saved'));
    onClose();
  }
  return (
    <SidePanel opened onClose={onClose} title={t('answer.putOffTitle', { name: card.partner.name })}>
      <FormShell
        form={form}
        submit={t('answer.putOff')}
        onSubmit={send}
        onCancel={onClose}
        busy={verb.isPending}
        refusal={verb.error}
      >
        <DayInput label={t('answer.until')} min={today} {...form.getInputProps('until')} />
        <Textarea
          label={t('answer.reason')}
          autosize
          minRows={2}
          maxLength={500}
          {...form.getInputProps('reason')}
        />
      </FormShell>
    </SidePanel>
  );
}

/** The rule is wrong here: its next cards weigh less. */
export function Disagree({ card, onClose }: Props) {
  const t = useWords('agenda');
  const verb = useVerb(answerCard, CHANGES);
  const form = useForm({
    initialValues: { reason: '' },
    validate: { reason: (value) => (value.trim() ? null : t('answer.need')) },
  });
  async function send({ reason }: typeof form.values): Promise<void> {
    await verb.mutateAsync({ params: { cardId: card.id }, body: { verdict: 'disagree', reason } });
    toast(t('answer.saved'));
    onClose();
  }
  return (
    <SidePanel opened onClose={onClose} title={t('answer.disagreeTitle', { name: card.partner.name })}>
      <p className={classes.soft}>{t('answer.disagreeNote')}</p>
      <FormShell
        form={form}
        submit={t('answer.disagree')}
        onSubmit={send}
        onCancel={onClose}
        busy={verb.isPending}
        refusal={verb.error}
      >
        <Textarea
          label={t('answer.reason')}
          autosize
          minRows={3}
          maxLength={500}
          {...form.getInputProps('reason')}
        />
      </FormShell>
    </SidePanel>
  );
}
