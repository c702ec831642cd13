import { useForm } from '@mantine/form';
import { getPartner, getPartnerTimeline, updatePartner } from '@mosty/directory/contract';
import { FormShell, SidePanel, toast, useVerb, useWords } from '@mosty/ui-kit';
import { listPartners } from '../contract.ts';
import { partnerBody, PartnerFields, partnerRules } from './PartnerFields.tsx';
import type { PartnerCard } from './PartnerScreen.tsx';

export function EditPartner({ partner, onClose }: { partner: PartnerCard; onClose: () => void }) {
  const t = useWords('agreements');
  const verb = useVerb(updatePartner, {
    invalidates: [getPartner, listPartners, getPartnerTimeline],
    onDone: () => {
      toast(t('form.saved'));
      onClose();
    },
  });
  const form = useForm({
    initialValues: {
      name: partner.name,
      purpose: partner.purpose ?? '',
      track: partner.track,
      owner: partner.ownerMemberId as string | null,
      introducedBy: partner.introducedBy,
      email: partner.email ?? '',
      phone: partner.phone ?? '',
      taxNumber: partner.taxNumber ?? '',
      site: partner.site ?? '',
      city: partner.city ?? '',
      externalId: partner.externalId ?? '',
      note: partner.note ?? '',
    },
    validate: partnerRules(t),
  });
  return (
    <SidePanel opened onClose={onClose} title={partner.name}>
      <FormShell
        form={form}
        submit={t('form.save')}
        busy={verb.isPending}
        refusal={verb.error}
        guard={false}
        onCancel={onClose}
        onSubmit={(values) =>
          verb.mutateAsync({ params: { partnerId: partner.id }, body: partnerBody(values) })
        }
      >
        <PartnerFields form={form} />
      </FormShell>
    </SidePanel>
  );
}
