import { CloseButton, NumberInput, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { PickPartner, type Picked } from '@mosty/directory/parts';
import { addDays, businessDate, startOfDay } from '@mosty/kernel/time';
import { DayInput, FormShell, SidePanel, toast, useMe, useToday, useVerb, useWords } from '@mosty/ui-kit';
import {
  listSessions,
  planSession,
  readCalendar,
  readTouches,
  SESSION_KINDS,
  type SessionKind,
} from '../contract.ts';
import classes from './rhythm.module.css';

const MINUTE_MS = 60_000;
const HALF_HOURS = Array.from({ length: 48 }, (_none, place) => place * 30);
const clock = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
const GUESTS_MAX = 50;

interface Props {
  readonly partner?: Picked | undefined;
  readonly onClose: () => void;
}

/** A meeting, a call with several or a letter to them: when, and who is invited (S1.62). */
export function SessionForm({ partner, onClose }: Props) {
  const t = useWords('rhythm');
  const { zone } = useMe().workspace;
  const today = useToday();
  const verb = useVerb(planSession, { invalidates: [readCalendar, listSessions, readTouches] });
  const form = useForm({
    initialValues: {
      kind: 'group_call' as SessionKind,
      title: '',
      onDay: addDays(businessDate(today), 1) as string,
      at: String(12 * 60),
      minutes: 45 as number | string,
      partners: (partner ? [partner] : []) as readonly Picked[],
    },
    validate: {
      title: (value) => (value.trim() ? null : t('publication.needTitle')),
      onDay: (value) => (value ? null : t('week.needDay')),
      partners: (value) => (value.length > 0 ? null : t('plan.needPartner')),
    },
  });
  async function send({ kind, title, onDay, at, minutes, partners }: typeof form.values): Promise<void> {
    const startsAt = new Date(startOfDay(businessDate(onDay), zone).getTime() + Number(at) * MINUTE_MS);
    await verb.mutateAsync({
      body: {
        kind,
        title,
        startsAt: startsAt.toISOString(),
        minutes: Number(minutes) || 30,
        partnerIds: partners.map(({ id }) => id),
      },
    });
    toast(t('plan.saved'));
    onClose();
  }
  return (
    <SidePanel opened onClose={onClose} title={t('session.plan')}>
      <FormShell
        form={form}
        submit={t('plan.save')}
        onSubmit={send}
        onCancel={onClose}
        busy={verb.isPending}
        refusal={verb.error}
      >
        <Select
          label={t('plan.kind')}
          allowDeselect={false}
          data={SESSION_KINDS.map((value) => ({ value, label: t(`session.kind.${value}`) }))}
          {...form.getInputProps('kind')}
        />
        <TextInput label={t('session.title')} maxLength={200} {...form.getInputProps('title')} />
        <DayInput label={t('plan.dueOn')} min={today} required {...form.getInputProps('onDay')} />
        <Select
          label={t('session.at')}
          description={zone}
          allowDeselect={false}
          data={HALF_HOURS.map((minute) => ({ value: String(minute), label: clock(minute) }))}
          {...form.getInputProps('at')}
        />
        <NumberInput
          label={t('session.minutes')}
          min={1}
          max={480}
          allowDecimal={false}
          {...form.getInputProps('minutes')}
        />
        <Guests
          chosen={form.values.partners}
          onChange={(partners) => form.setFieldValue('partners', partners)}
          error={form.errors['partners']}
        />
      </FormShell>
    </SidePanel>
  );
}

interface Chosen {
  readonly chosen: readonly Picked[];
  readonly onChange: (partners: readonly Picked[]) => void;
  readonly error?: React.ReactNode;
}

/** One after another; whoever was named by mistake is taken off. */
function Guests({ chosen, onChange, error }: Chosen) {
  const t = useWords('rhythm');
  return (
    <div>
      {chosen.length > 0 ? (
        <ul className={classes.lines}>
          {chosen.map((one) => (
            <li key={one.id} className={classes.line}>
              <span>{one.name}</span>
              <CloseButton
                size="sm"
                aria-label={t('session.takeOff', { name: one.name })}
                onClick={() => onChange(chosen.filter(({ id }) => id !== one.id))}
              />
            </li>
          ))}
        </ul>
      ) : null}
      {chosen.length < GUESTS_MAX ? (
        <PickPartner
          // A name that was taken leaves the field empty for the next one.
          key={chosen.length}
          label={t(chosen.length > 0 ? 'session.oneMore' : 'session.guestsAsk')}
          value={null}
          onChange={(picked) => {
            if (picked && !chosen.some(({ id }) => id === picked.id)) onChange([...chosen, picked]);
          }}
          error={error}
        />
      ) : null}
    </div>
  );
}
