import { Checkbox, NumberInput, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { PickPartner, type Picked } from '@mosty/directory/parts';
import { DayInput, FormShell, SidePanel, toast, useRead, useVerb, useWords } from '@mosty/ui-kit';
import {
  addPublication,
  changePublication,
  listPlanItems,
  listPublications,
  readCalendar,
  REGISTER_FROM,
  type Publication,
} from '../contract.ts';
import classes from './rhythm.module.css';

interface Props {
  /** What is completed; without it a new one begins. */
  readonly publication?: Publication;
  readonly partner?: Picked | undefined;
  readonly onClose: () => void;
}

const CHANGES = { invalidates: [readCalendar, listPublications] };
const SIDES = ['ours', 'theirs'] as const;

/** What a partner says of us: part of which common work, and whether the law lets it out (S0.4). */
export function PublicationForm({ publication, partner, onClose }: Props) {
  const t = useWords('rhythm');
  const add = useVerb(addPublication, CHANGES);
  const change = useVerb(changePublication, CHANGES);
  const verb = publication ? change : add;
  const form = useForm({
    initialValues: {
      partner: (publication?.partner ?? partner ?? null) as Picked | null,
      planItemId: publication?.planItem?.id ?? '',
      title: publication?.title ?? '',
      platform: publication?.platform ?? '',
      onDay: publication?.onDay ?? '',
      isAd: publication?.isAd ?? true,
      erid: publication?.erid ?? '',
      operator: publication?.operator ?? '',
      registeredBy: publication?.registeredBy ?? 'ours',
      label: publication?.label ?? '',
      followers: (publication?.followers ?? '') as number | string,
      registerProof: publication?.registerProof ?? '',
    },
    validate: {
      partner: (value) => (value ? null : t('plan.needPartner')),
      title: (value) => (value.trim() ? null : t('publication.needTitle')),
      platform: (value) => (value.trim() ? null : t('publication.needTitle')),
      onDay: (value) => (value ? null : t('week.needDay')),
      erid: (value) => (/^([A-Za-z0-9]{6,60})?$/.test(value.trim()) ? null : t('publication.needErid')),
    },
  });
  const { partner: of, isAd, followers } = form.values;
  async function send({ partner: told, planItemId, ...rest }: typeof form.values): Promise<void> {
    const said = (text: string) => text.trim() || null;
    const body = {
      planItemId: planItemId || null,
      title: rest.title,
      platform: rest.platform,
      onDay: rest.onDay,
      isAd: rest.isAd,
      erid: said(rest.erid),
      operator: said(rest.operator),
      registeredBy: rest.isAd ? rest.registeredBy : null,
      label: said(rest.label),
      followers: typeof rest.followers === 'number' ? rest.followers : null,
      registerProof: said(rest.registerProof),
    };
    if (publication) await change.mutateAsync({ params: { publicationId: publication.id }, body });
    else if (told) await add.mutateAsync({ body: { ...body, partnerId: told.id } });
    toast(t('plan.saved'));
    onClose();
  }
  return (
    <SidePanel opened onClose={onClose} title={t(publication ? 'publication.edit' : 'publication.add')}>
      <FormShell
        form={form}
        submit={t('plan.save')}
        onSubmit={send}
        onCancel={onClose}
        busy={verb.isPending}
        refusal={verb.error}
      >
        {publication ? null : (
          <PickPartner
            label={t('plan.partner')}
            value={of}
            onChange={(picked) => form.setValues({ partner: picked, planItemId: '' })}
            error={form.errors['partner']}
          />
        )}
        {of ? (
          <PlanItemField
            partnerId={of.id}
            value={form.values.planItemId}
            onChange={(picked) => form.setFieldValue('planItemId', picked)}
          />
        ) : null}
        <TextInput label={t('publication.title')} maxLength={200} {...form.getInputProps('title')} />
        <TextInput label={t('publication.platform')} maxLength={100} {...form.getInputProps('platform')} />
        <DayInput label={t('publication.onDay')} {...form.getInputProps('onDay')} />
        <NumberInput
          label={t('publication.followers')}
          min={0}
          allowDecimal={false}
          thousandSeparator=" "
          {...form.getInputProps('followers')}
        />
        <Checkbox label={t('publication.isAd')} {...form.getInputProps('isAd', { type: 'checkbox' })} />
        {isAd ? (
          <>
            <TextInput label={t('publication.erid')} maxLength={60} {...form.getInputProps('erid')} />
            <TextInput
              label={t('publication.operator')}
              maxLength={100}
              {...form.getInputProps('operator')}
            />
            <Select
              label={t('publication.registeredBy')}
              allowDeselect={false}
              data={SIDES.map((value) => ({ value, label: t(`publication.${value}`) }))}
              {...form.getInputProps('registeredBy')}
            />
            <TextInput
              label={t('publication.label')}
              description={t('publication.labelNote')}
              maxLength={500}
              {...form.getInputProps('label')}
            />
            {typeof followers === 'number' && followers > REGISTER_FROM ? (
              <TextInput
                label={t('publication.registerProof')}
                description={t('publication.registerNote')}
                maxLength={300}
                {...form.getInputProps('registerProof')}
              />
            ) : null}
          </>
        ) : (
          <p className={classes.soft}>{t('publication.noAd')}</p>
        )}
      </FormShell>
    </SidePanel>
  );
}

interface Field {
  readonly partnerId: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Which common work it belongs to: asked at once, and needed before it goes out. */
function PlanItemField({ partnerId, value, onChange }: Field) {
  const t = useWords('rhythm');
  const { data } = useRead(listPlanItems, { query: { partnerId } });
  const items = data?.items.filter(({ status }) => status !== 'dropped') ?? [];
  return (
    <Select
      label={t('publication.planItem')}
      description={t(data && items.length === 0 ? 'publication.noPlanItem' : 'publication.planItemNote')}
      placeholder={t('publication.pickPlanItem')}
      clearable
      disabled={items.length === 0}
      data={items.map(({ id, title }) => ({ value: id as string, label: title }))}
      value={value || null}
      onChange={(picked) => onChange(picked ?? '')}
    />
  );
}
