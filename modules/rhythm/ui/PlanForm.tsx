import { Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { PickPartner, type Picked } from '@mosty/directory/parts';
import { DayInput, FormShell, SidePanel, toast, useVerb, useWords } from '@mosty/ui-kit';
import {
  addPlanItem,
  changePlanItem,
  listPlanItems,
  PLAN_KINDS,
  readCalendar,
  SIDES,
  type PlanItem,
} from '../contract.ts';
import classes from './rhythm.module.css';

const CHANGES = { invalidates: [readCalendar, listPlanItems] };

interface Props {
  /** What is changed; without it a new one begins. */
  readonly item?: PlanItem;
  readonly partner?: Picked | undefined;
  readonly onClose: () => void;
}

/** When, what people get, what it means, and how they are supported afterwards (S0.52, S0.55). */
export function PlanForm({ item, partner, onClose }: Props) {
  const t = useWords('rhythm');
  const add = useVerb(addPlanItem, CHANGES);
  const change = useVerb(changePlanItem, CHANGES);
  const form = useForm({
    initialValues: {
      partner: (item?.partner ?? partner ?? null) as Picked | null,
      kind: item?.kind ?? 'webinar',
      title: item?.title ?? '',
      side: item?.side ?? 'both',
      dueOn: item?.dueOn ?? '',
      benefit: item?.benefit ?? '',
      message: item?.message ?? '',
      support: item?.support ?? '',
    },
    validate: {
      partner: (value) => (value ? null : t('plan.needPartner')),
      title: (value) => (value.trim() ? null : t('plan.needTitle')),
    },
  });
  async function send({ partner: of, ...told }: typeof form.values): Promise<void> {
    const body = {
      ...told,
      dueOn: told.dueOn || null,
      benefit: told.benefit.trim() || null,
      message: told.message.trim() || null,
      support: told.support.trim() || null,
    };
    if (item) await change.mutateAsync({ params: { planItemId: item.id }, body });
    else if (of) await add.mutateAsync({ body: { ...body, partnerId: of.id } });
    toast(t('plan.saved'));
    onClose();
  }
  const verb = item ? change : add;
  return (
    <SidePanel opened onClose={onClose} title={t(item ? 'plan.editTitle' : 'plan.addTitle')}>
      <p className={classes.soft}>{t('plan.draftNote')}</p>
      <FormShell
        form={form}
        submit={t(item ? 'plan.save' : 'plan.add')}
        onSubmit={send}
        onCancel={onClose}
        busy={verb.isPending}
        refusal={verb.error}
      >
        {item ? null : (
          <PickPartner
            label={t('plan.partner')}
            value={form.values.partner}
            onChange={(picked) => form.setFieldValue('partner', picked)}
            error={form.errors['partner']}
          />
        )}
        <Select
          label={t('plan.kind')}
          allowDeselect={false}
          data={PLAN_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
          {...form.getInputProps('kind')}
        />
        <TextInput label={t('plan.title')} maxLength={200} {...form.getInputProps('title')} />
        <Select
          label={t('plan.side')}
          allowDeselect={false}
          data={SIDES.map((value) => ({ value, label: t(`side.${value}`) }))}
          {...form.getInputProps('side')}
        />
        <DayInput label={t('plan.dueOn')} {...form.getInputProps('dueOn')} />
        <Textarea
          label={t('plan.benefit')}
          description={t('plan.benefitNote')}
          autosize
          minRows={2}
          maxLength={1000}
          {...form.getInputProps('benefit')}
        />
        <Textarea
          label={t('plan.message')}
          autosize
          minRows={2}
          maxLength={1000}
          {...form.getInputProps('message')}
        />
        <Textarea
          label={t('plan.support')}
          description={t('plan.supportNote')}
          autosize
          minRows={2}
          maxLength={1000}
          {...form.getInputProps('support')}
        />
      </FormShell>
    </SidePanel>
  );
}
