import { Switch, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { businessDate, startOfDay } from '@mosty/kernel/time';
import { DayInput, FormShell, SidePanel, toast, useMe, useToday, useVerb, useWords } from '@mosty/ui-kit';
import { changeKeeper, getClient, getClientTimeline, listClients } from '../contract.ts';
import type { ClientCard } from './ClientScreen.tsx';
import { PickPartner, type Picked } from './PickPartner.tsx';
import classes from './directory.module.css';

interface Values {
  partner: Picked | null;
  nobody: boolean;
  since: string;
  reason: string;
}

export function ChangeKeeper({ client, onClose }: { client: ClientCard; onClose: () => void }) {
  const t = useWords('directory');
  const { zone } = useMe().workspace;
  const today = useToday();
  const verb = useVerb(changeKeeper, {
    invalidates: [getClient, listClients, getClientTimeline],
    onDone: () => {
      toast(t('keeper.done'));
      onClose();
    },
  });
  const form = useForm<Values>({
    initialValues: { partner: null, nobody: false, since: today, reason: '' },
    validate: {
      partner: (value, { nobody }) => (value || nobody ? null : t('keeper.needPartner')),
      since: (value) => (/^\d{4}-\d{2}-\d{2}$/.test(value) && value <= today ? null : t('keeper.needDay')),
      reason: (value) => (value.trim() ? null : t('keeper.needReason')),
    },
  });
  const { nobody, partner } = form.values;
  return (
    <SidePanel opened onClose={onClose} title={t(client.keeper ? 'keeper.change' : 'keeper.give')}>
      <p className={classes.soft} style={{ marginBottom: 20 }}>
        {t('keeper.changeText')}
      </p>
      <FormShell
        form={form}
        submit={t('keeper.save')}
        busy={verb.isPending}
        refusal={verb.error}
        guard={false}
        onCancel={onClose}
        onSubmit={({ since, reason }) =>
          verb.mutateAsync({
            params: { clientId: client.id },
            body: {
              partnerId: nobody ? null : (partner?.id ?? null),
              // Today means now: the sales of this morning stay with whom they were.
              ...(since === today ? {} : { since: startOfDay(businessDate(since), zone).toISOString() }),
              reason: reason.trim(),
            },
          })
        }
      >
        <PickPartner
          label={t('keeper.to')}
          value={partner}
          disabled={nobody}
          error={form.errors['partner']}
          onChange={(picked) => form.setFieldValue('partner', picked)}
        />
        {client.keeper ? (
          <Switch label={t('keeper.toNobody')} {...form.getInputProps('nobody', { type: 'checkbox' })} />
        ) : null}
        <DayInput label={t('keeper.since')} max={today} {...form.getInputProps('since')} />
        <Textarea
          label={t('keeper.reason')}
          description={t('keeper.reasonNote')}
          autosize
          minRows={2}
          required
          {...form.getInputProps('reason')}
        />
      </FormShell>
    </SidePanel>
  );
}
