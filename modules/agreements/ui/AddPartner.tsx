import { useForm } from '@mantine/form';
import { createPartner } from '@mosty/directory/contract';
import { FormShell, paths, SidePanel, toast, useGo, useMay, useMe, useVerb, useWords } from '@mosty/ui-kit';
import { listPartners } from '../contract.ts';
import { NO_PARTNER, partnerBody, PartnerFields, partnerRules } from './PartnerFields.tsx';
import classes from './agreements.module.css';

/** Writes a contact down and goes on to the five questions. */
export function AddPartner({ onClose }: { onClose: () => void }) {
  const t = useWords('agreements');
  const me = useMe();
  const go = useGo();
  const mayOpen = useMay('agreement.open');
  const verb = useVerb(createPartner, { invalidates: [listPartners] });
  const owner = me.member.role === 'manager' ? me.member.id : null;
  const form = useForm({ initialValues: { ...NO_PARTNER, owner }, validate: partnerRules(t) });
  return (
    <SidePanel opened onClose={onClose} title={t('form.title')}>
      <p className={classes.soft} style={{ marginBottom: 20 }}>
        {t('form.intro')}
      </p>
      <FormShell
        form={form}
        submit={t('form.add')}
        busy={verb.isPending}
        refusal={verb.error}
        guard={false}
        onCancel={onClose}
        onSubmit={async (values) => {
          const { id } = await verb.mutateAsync({ body: partnerBody(values) });
          toast(t('form.added'));
          go(mayOpen ? paths.newAgreement({ partnerId: id }) : paths.partner({ partnerId: id }), {
            replace: true,
          });
        }}
      >
        <PartnerFields form={form} />
      </FormShell>
    </SidePanel>
  );
}
