import { NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { listMembers } from '@mosty/identity/contract';
import type { Operation } from '@mosty/kernel/operation';
import {
  DayInput,
  FormShell,
  SidePanel,
  toast,
  useMe,
  useRead,
  useToday,
  useVerb,
  useWords,
} from '@mosty/ui-kit';
import { listNextSteps, listWeeklyNotes, readCalendar, writeWeek, type NextStep } from '../contract.ts';
import classes from './rhythm.module.css';

interface Props {
  readonly partner: NextStep['partner'];
  readonly onClose: () => void;
  /** Whatever else shows the week of this partner. */
  readonly invalidates?: readonly Operation[];
}

/** One fix, one next step, an owner and a day. A second of either has no field (S0.53). */
export function WriteWeek({ partner, onClose, invalidates = [] }: Props) {
  const t = useWords('rhythm');
  const { member } = useMe();
  const today = useToday();
  const people = useRead(listMembers, { query: {} });
  const verb = useVerb(writeWeek, {
    invalidates: [listWeeklyNotes, listNextSteps, readCalendar, ...invalidates],
  });
  const form = useForm({
    initialValues: {
      fix: '',
      text: '',
      owner: member.id as string,
      dueOn: '',
      minutes: 15 as number | string,
    },
    validate: {
      fix: (value) => (value.trim() ? null : t('week.needFix')),
      text: (value) => (value.trim() ? null : t('week.needStep')),
      dueOn: (value) => (value ? null : t('week.needDay')),
    },
  });
  const team = (people.data?.items ?? []).filter(({ role }) => !role.startsWith('partner'));
  async function send({ fix, text, owner, dueOn, minutes }: typeof form.values): Promise<void> {
    const ownerMemberId = team.find(({ id }) => id === owner)?.id ?? null;
    await verb.mutateAsync({
      body: {
        partnerId: partner.id,
        fix,
        step: { text, ownerMemberId, dueOn },
        minutes: Number(minutes) || 0,
      },
    });
    toast(t('week.saved'));
    onClose();
  }
  return (
    <SidePanel opened onClose={onClose} title={t('week.title', { name: partner.name })}>
      <p className={classes.soft}>{t('week.note')}</p>
      <FormShell
        form={form}
        submit={t('week.save')}
        onSubmit={send}
        onCancel={onClose}
        busy={verb.isPending}
        refusal={verb.error}
      >
        <Textarea label={t('week.fix')} autosize minRows={2} maxLength={300} {...form.getInputProps('fix')} />
        <TextInput label={t('week.step')} maxLength={300} {...form.getInputProps('text')} />
        <Select
          label={t('week.owner')}
          allowDeselect={false}
          data={
            team.length > 0
              ? team.map(({ id, name }) => ({ value: id as string, label: name }))
              : [{ value: member.id as string, label: member.name }]
          }
          {...form.getInputProps('owner')}
        />
        <DayInput label={t('week.dueOn')} min={today} {...form.getInputProps('dueOn')} />
        <NumberInput
          label={t('week.minutes')}
          min={0}
          max={480}
          allowDecimal={false}
          {...form.getInputProps('minutes')}
        />
      </FormShell>
    </SidePanel>
  );
}
