import { Button, Checkbox, NumberInput, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import {
  addFace,
  getPartner,
  getPartnerTimeline,
  removeFace,
  updateFace,
  type Face,
  type Side,
} from '@mosty/directory/contract';
import { DayInput, FormShell, SidePanel, toast, useVerb, useWords } from '@mosty/ui-kit';
import { useMembers } from './use-members.ts';

interface Props {
  readonly partnerId: string;
  readonly side: Side;
  /** Null: a new one. */
  readonly face: Face | null;
  readonly onClose: () => void;
}

const CHANGED = [getPartner, getPartnerTimeline];

export function FaceForm({ partnerId, side, face, onClose }: Props) {
  const t = useWords('agreements');
  const { keepers, nameOf } = useMembers();
  const done = (word: string) => () => {
    toast(t(word));
    onClose();
  };
  const add = useVerb(addFace, { invalidates: CHANGED, onDone: done('faces.saved') });
  const update = useVerb(updateFace, { invalidates: CHANGED, onDone: done('faces.saved') });
  const remove = useVerb(removeFace, { invalidates: CHANGED, onDone: done('faces.removed') });
  const form = useForm({
    initialValues: {
      memberId: (face?.memberId ?? null) as string | null,
      name: face?.name ?? '',
      title: face?.title ?? '',
      email: face?.email ?? '',
      phone: face?.phone ?? '',
      channel: face?.channel ?? '',
      replyHours: (face?.replyHours ?? '') as number | '',
      isMain: face?.isMain ?? false,
      absentUntil: face?.absentUntil ?? '',
    },
    validate: {
      name: (value) => (value.trim() ? null : t('faces.needName')),
      email: (value) =>
        value.trim() === '' || /^\S+@\S+\.\S+$/.test(value.trim()) ? null : t('form.needEmail'),
      replyHours: (value) => (value === '' || value >= 1 ? null : t('faces.needHours')),
    },
  });

  async function send({ memberId, name, replyHours, isMain, ...texts }: typeof form.values): Promise<void> {
    const others = Object.fromEntries(
      Object.entries(texts).map(([field, text]) => [field, text.trim() || null]),
    );
    const body = {
      ...others,
      memberId,
      name: name.trim(),
      replyHours: replyHours === '' ? null : replyHours,
    };
    if (face) await update.mutateAsync({ params: { faceId: face.id }, body: { ...body, isMain } });
    else
      await add.mutateAsync({
        params: { partnerId },
        body: { ...body, side, ...(isMain ? { isMain } : {}) },
      });
  }

  return (
    <SidePanel opened onClose={onClose} title={t(side === 'ours' ? 'faces.newOurs' : 'faces.newTheirs')}>
      <FormShell
        form={form}
        submit={t('faces.save')}
        busy={add.isPending || update.isPending}
        refusal={add.error ?? update.error ?? remove.error}
        guard={false}
        onCancel={onClose}
        onSubmit={send}
      >
        {side === 'ours' ? (
          <Select
            label={t('faces.member')}
            clearable
            data={keepers}
            value={form.values.memberId}
            onChange={(memberId) =>
              form.setValues({ memberId, ...(memberId ? { name: nameOf(memberId) ?? '' } : {}) })
            }
          />
        ) : null}
        <TextInput label={t('faces.name')} required data-autofocus {...form.getInputProps('name')} />
        <TextInput label={t('faces.role')} {...form.getInputProps('title')} />
        <TextInput
          label={t('faces.channel')}
          description={t('faces.channelNote')}
          {...form.getInputProps('channel')}
        />
        <TextInput label={t('form.email')} type="email" {...form.getInputProps('email')} />
        <TextInput label={t('form.phone')} type="tel" {...form.getInputProps('phone')} />
        <NumberInput
          label={t('faces.replyHours')}
          min={1}
          max={2000}
          allowDecimal={false}
          hideControls
          {...form.getInputProps('replyHours')}
        />
        <DayInput label={t('faces.absentUntil')} {...form.getInputProps('absentUntil')} />
        <Checkbox label={t('faces.isMain')} {...form.getInputProps('isMain', { type: 'checkbox' })} />
        {face ? (
          <Button
            variant="subtle"
            color="gray"
            loading={remove.isPending}
            onClick={() => remove.mutate({ params: { faceId: face.id } })}
          >
            {t('faces.remove')}
          </Button>
        ) : null}
      </FormShell>
    </SidePanel>
  );
}
