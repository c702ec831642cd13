import { ActionIcon, Button, Fieldset, Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { FormShell, paths, SidePanel, toast, useGo, useVerb, useWords } from '@mosty/ui-kit';
import { IconX } from '@tabler/icons-react';
import { DEAL_ROLES } from '@mosty/deals/contract';
import { changeScenario, createScenario, listScenarios, readScenario, type Scenario } from '../contract.ts';
import { STARTERS, type Starter } from './starters.ts';
import classes from './scenarios.module.css';

type Role = (typeof DEAL_ROLES)[number];

interface SeatFields {
  key: number;
  role: Role;
  does: string;
  agreementId: string | null;
}

const SEATS_MAX = 12;

/** The four questions of a scenario: what task, to whom and how, who does what, what becomes better. */
export function ScenarioForm({
  of,
  starter,
  onClose,
}: {
  of?: Scenario;
  /** A task a new company may begin with. */
  starter?: Starter | undefined;
  onClose: () => void;
}) {
  const t = useWords('scenarios');
  const go = useGo();
  const invalidates = [listScenarios, readScenario];
  const create = useVerb(createScenario, { invalidates });
  const change = useVerb(changeScenario, { invalidates });
  const form = useForm({
    initialValues: {
      task: of?.task ?? (starter ? t(`starter.${starter}.task`) : ''),
      title: of?.title ?? (starter ? t(`starter.${starter}.title`) : ''),
      audience: of?.audience ?? '',
      moment: of?.moment ?? '',
      words: of?.words ?? '',
      faster: of?.faster ?? '',
      lessWork: of?.lessWork ?? '',
      lowerRisk: of?.lowerRisk ?? '',
      seats: starter
        ? STARTERS[starter].map((role, key) => ({
            key,
            role: role as Role,
            does: t(`starter.${starter}.does.${role}`),
            agreementId: null as string | null,
          }))
        : firstSeats(of),
    },
    validate: {
      task: (value) => (value.trim() ? null : t('form.needTask')),
      title: (value) => (value.trim() ? null : t('form.needTitle')),
      seats: { does: (value) => (value.trim() ? null : t('form.needDoes')) },
    },
  });
  const { seats } = form.values;

  async function send(values: typeof form.values): Promise<void> {
    const body = {
      ...values,
      seats: values.seats.map(({ role, does, agreementId }) => ({
        role,
        does,
        agreementId: agreementId as Scenario['seats'][number]['agreementId'],
      })),
    };
    if (of) await change.mutateAsync({ params: { scenarioId: of.id }, body });
    else {
      const made = await create.mutateAsync({ body });
      go(paths.scenario({ scenarioId: made.id }));
    }
    toast(t(of ? 'form.saved' : 'form.created'));
    onClose();
  }

  return (
    <SidePanel opened wide onClose={onClose} title={t(of ? 'form.changeTitle' : 'form.createTitle')}>
      <FormShell
        form={form}
        submit={t(of ? 'form.save' : 'actions.create')}
        onSubmit={send}
        onCancel={onClose}
        busy={create.isPending || change.isPending}
        refusal={create.error ?? change.error}
      >
        <TextInput
          label={t('form.task')}
          description={t('form.taskNote')}
          required
          {...form.getInputProps('task')}
        />
        <TextInput label={t('form.title')} required {...form.getInputProps('title')} />
        <Fieldset legend={t('form.seats')}>
          <p className={classes.soft}>{t('form.seatsNote')}</p>
          {seats.map((seat, place) => (
            <div key={seat.key} className={classes.row}>
              <Select
                label={t('form.role')}
                allowDeselect={false}
                data={DEAL_ROLES.map((value) => ({ value, label: t(`role.${value}`) }))}
                {...form.getInputProps(`seats.${place}.role`)}
              />
              <TextInput label={t('form.does')} required {...form.getInputProps(`seats.${place}.does`)} />
              <ActionIcon
                variant="subtle"
                size="lg"
                aria-label={t('form.removeSeat', { position: place + 1 })}
                disabled={seats.length === 1}
                onClick={() => form.removeListItem('seats', place)}
              >
                <IconX size={16} />
              </ActionIcon>
            </div>
          ))}
          <Button
            variant="default"
            mt="sm"
            disabled={seats.length >= SEATS_MAX}
            onClick={() =>
              form.insertListItem('seats', {
                key: Date.now(),
                role: 'expertise',
                does: '',
                agreementId: null,
              })
            }
          >
            {t('form.addSeat')}
          </Button>
        </Fieldset>
        <Textarea label={t('form.audience')} autosize minRows={2} {...form.getInputProps('audience')} />
        <Textarea label={t('form.moment')} autosize minRows={2} {...form.getInputProps('moment')} />
        <Textarea
          label={t('form.words')}
          description={t('form.wordsNote')}
          autosize
          minRows={3}
          {...form.getInputProps('words')}
        />
        <Fieldset legend={t('form.effect')}>
          <TextInput label={t('form.faster')} {...form.getInputProps('faster')} />
          <TextInput label={t('form.lessWork')} {...form.getInputProps('lessWork')} />
          <TextInput label={t('form.lowerRisk')} {...form.getInputProps('lowerRisk')} />
        </Fieldset>
      </FormShell>
    </SidePanel>
  );
}

function firstSeats(of: Scenario | undefined): SeatFields[] {
  if (!of)
    return (['source', 'implement'] as const).map((role, key) => ({
      key,
      role,
      does: '',
      agreementId: null,
    }));
  return of.seats.map(({ position, role, does, agreementId }) => ({
    key: position,
    role,
    does,
    agreementId,
  }));
}
