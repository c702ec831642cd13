import { NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { listMembers } from '@mosty/identity/contract';
import {
  DayInput,
  FormShell,
  SidePanel,
  toast,
  useLanguage,
  useMe,
  useRead,
  useToday,
  useVerb,
  useWords,
} from '@mosty/ui-kit';
import { answerCard, readAgenda, readTeamWeek, type Card } from '../contract.ts';
import classes from './agenda.module.css';

/** Done: one fix and one next step with an owner and a day (S0.53). The rule's words stand there to begin with. */
export function CardDone({ card, onClose }: { card: Card; onClose: () => void }) {
  const t = useWords('agenda');
  const language = useLanguage();
  const { member } = useMe();
  const today = useToday();
  const people = useRead(listMembers, { query: {} });
  const team = (people.data?.items ?? []).filter(({ role }) => !role.startsWith('partner'));
  const verb = useVerb(answerCard, { invalidates: [readAgenda, readTeamWeek] });
  const need = (value: string) => (value.trim() ? null : t('answer.need'));
  const form = useForm({
    initialValues: {
      fix: card.fix[language],
      text: card.step[language],
      owner: member.id as string,
      dueOn: '',
      minutes: card.minutes as number | string,
    },
    validate: { fix: need, text: need, dueOn: need },
  });
  async function send({ fix, text, owner, dueOn, minutes }: typeof form.values): Promise<void> {
    const ownerMemberId = team.find(({ id }) => id === owner)?.id ?? null;
    await verb.mutateAsync({
      params: { cardId: card.id },
      body: { verdict: 'done', fix, step: { text, ownerMemberId, dueOn }, minutes: Number(minutes) || 0 },
    });
    toast(t('answer.saved'));
    onClose();
  }
  return (
    <SidePanel opened onClose={onClose} title={t('answer.doneTitle', { name: card.partner.name })}>
      <p className={classes.soft}>{t('answer.doneNote')}</p>
      <FormShell
        form={form}
        submit={t('answer.save')}
        onSubmit={send}
        onCancel={onClose}
        busy={verb.isPending}
        refusal={verb.error}
      >
        <Textarea label={t('card.fix')} autosize maxLength={300} {...form.getInputProps('fix')} />
        <TextInput label={t('card.step')} maxLength={300} {...form.getInputProps('text')} />
        <Select
          label={t('answer.owner')}
          allowDeselect={false}
          data={
            team.length > 0
              ? team.map(({ id, name }) => ({ value: id as string, label: name }))
              : [{ value: member.id as string, label: member.name }]
          }
          {...form.getInputProps('owner')}
        />
        <DayInput label={t('answer.dueOn')} min={today} {...form.getInputProps('dueOn')} />
        <NumberInput
          label={t('answer.minutes')}
          min={0}
          max={480}
          allowDecimal={false}
          {...form.getInputProps('minutes')}
        />
      </FormShell>
    </SidePanel>
  );
}
