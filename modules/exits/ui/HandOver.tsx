import { Select } from '@mantine/core';
import { useForm } from '@mantine/form';
import { PickPartner, type Picked } from '@mosty/directory/parts';
import { listMembers } from '@mosty/identity/contract';
import { FormShell, SidePanel, toast, useRead, useVerb, useWords } from '@mosty/ui-kit';
import { handOver } from '../contract.ts';
import { CHANGED, type ExitPage } from './exit-reads.ts';
import classes from './exits.module.css';

interface Props {
  readonly partnerId: string;
  readonly page: ExitPage;
  readonly onClose: () => void;
}

const LEAD = ['owner', 'head', 'manager'];

/** All that is left with the partner goes to somebody named: clients to a partner or to one of us, deals to one of us. */
export function HandOver({ partnerId, page, onClose }: Props) {
  const t = useWords('exits');
  const members = useRead(listMembers, { query: {} });
  const verb = useVerb(handOver, { invalidates: CHANGED, onDone: () => toast(t('handOver.done')) });
  const form = useForm({
    initialValues: { partner: null as Picked | null, toMemberId: '' },
    validate: { toMemberId: (value) => (value ? null : t('handOver.needMember')) },
  });
  const names = [...page.clients.first, ...page.deals.first].map(({ name }) => name);
  return (
    <SidePanel opened onClose={onClose} title={t('handOver.open')}>
      <p>{t('handOver.what', { clients: page.clients.count, deals: page.deals.count })}</p>
      <p className={classes.soft}>{names.slice(0, 12).join(', ')}</p>
      <FormShell
        form={form}
        submit={t('handOver.save')}
        onSubmit={({ partner, toMemberId }) =>
          verb.mutateAsync({ params: { partnerId }, body: { toMemberId, toPartnerId: partner?.id } })
        }
        onDone={onClose}
        onCancel={onClose}
        busy={verb.isPending}
        refusal={verb.error}
      >
        {page.clients.count > 0 ? (
          <PickPartner
            label={t('handOver.partner')}
            description={t('handOver.partnerHint')}
            value={form.values.partner}
            onChange={(picked) => form.setFieldValue('partner', picked)}
          />
        ) : null}
        <Select
          label={t('handOver.member')}
          description={t('handOver.memberHint')}
          data={(members.data?.items ?? [])
            .filter(({ role }) => LEAD.includes(role))
            .map(({ id, name }) => ({ value: id, label: name }))}
          {...form.getInputProps('toMemberId')}
        />
      </FormShell>
    </SidePanel>
  );
}
