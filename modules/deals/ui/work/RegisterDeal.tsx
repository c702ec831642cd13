import { Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { PickPartner, type Picked } from '@mosty/directory/parts';
import {
  FormShell,
  formatWhen,
  PageLink,
  paths,
  readAmount,
  SidePanel,
  useLanguage,
  useMe,
  useVerb,
  useWords,
  type AnswerOf,
} from '@mosty/ui-kit';
import { useState } from 'react';
import {
  DEAL_KINDS,
  HANDOVER_BASES,
  listDealCards,
  readBoard,
  registerDeal,
  type DealKind,
  type HandoverBasis,
} from '../../contract.ts';
import { ClientFields, clientOf, NOBODY } from './ClientFields.tsx';
import { OwnerSelect } from './OwnerSelect.tsx';
import classes from './work.module.css';

type Answer = AnswerOf<typeof registerDeal>;

/** Half a minute: the company, who hands it over, on what ground. The answer about a duplicate comes at once. */
export function RegisterDeal({ onClose }: { onClose: () => void }) {
  const t = useWords('deals');
  const { workspace, member } = useMe();
  const verb = useVerb(registerDeal, { invalidates: [listDealCards, readBoard] });
  const [partner, setPartner] = useState<Picked | null>(null);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const isPartners = member.role.startsWith('partner_');
  const isTold = partner !== null || isPartners;
  const form = useForm({
    initialValues: {
      ...NOBODY,
      kind: 'new' as DealKind,
      basis: '' as HandoverBasis | '',
      amount: '',
      next: '',
      owner: null as string | null,
    },
    validate: {
      name: (value) => (value.trim() ? null : t('work.register.needName')),
      basis: (value) => (isTold && !value ? t('work.register.needBasis') : null),
      amount: (value) =>
        value.trim() === '' || (readAmount(value, workspace.currency) ?? -1) >= 0
          ? null
          : t('record.needAmount'),
    },
  });

  async function send({ kind, basis, amount, next, owner, ...client }: typeof form.values): Promise<void> {
    const answered = await verb.mutateAsync({
      body: {
        ...(partner ? { partnerId: partner.id } : {}),
        client: clientOf(client),
        kind,
        ...(basis ? { handoverBasis: basis } : {}),
        ...(amount.trim() ? { amountMinor: readAmount(amount, workspace.currency) ?? 0 } : {}),
        ...(next.trim() ? { nextStep: next.trim() } : {}),
        ...(owner ? { ownerMemberId: owner } : {}),
      },
    });
    setAnswer(answered);
  }

  return (
    <SidePanel opened onClose={onClose} title={t('work.register.title')}>
      {answer ? (
        <Answered answer={answer} />
      ) : (
        <FormShell
          form={form}
          submit={t('work.register.save')}
          onSubmit={send}
          onCancel={onClose}
          busy={verb.isPending}
          refusal={verb.error}
          guard={false}
        >
          <ClientFields form={form} />
          {isPartners ? null : (
            <PickPartner
              label={t('work.register.partner')}
              description={t('work.register.partnerNote')}
              value={partner}
              onChange={setPartner}
            />
          )}
          {isTold ? (
            <Select
              label={t('work.register.basis')}
              data={HANDOVER_BASES.map((value) => ({ value, label: t(`work.basis.${value}`) }))}
              required
              {...form.getInputProps('basis')}
            />
          ) : null}
          <Select
            label={t('work.register.kind')}
            data={DEAL_KINDS.map((value) => ({ value, label: t(`work.kind.${value}`) }))}
            allowDeselect={false}
            {...form.getInputProps('kind')}
          />
          <TextInput
            label={t('work.register.amount', { currency: workspace.currency })}
            inputMode="decimal"
            {...form.getInputProps('amount')}
          />
          <TextInput label={t('work.register.next')} maxLength={300} {...form.getInputProps('next')} />
          {isPartners ? null : (
            <OwnerSelect
              label={t('work.owner.label')}
              description={t('work.owner.firstNote')}
              value={form.values.owner}
              onChange={(owner) => form.setFieldValue('owner', owner)}
            />
          )}
        </FormShell>
      )}
    </SidePanel>
  );
}

function Answered({ answer }: { answer: Answer }) {
  const t = useWords('deals');
  const language = useLanguage();
  const { zone } = useMe().workspace;
  const due = answer.answerDueAt ? formatWhen(answer.answerDueAt, 'time', language, zone) : '';
  const code = answer.registration === 'none' ? 'opened' : answer.answer;
  return (
    <div role="status">
      <p className={classes.text}>{t(`work.register.answer.${code}`, { due })}</p>
      {answer.met.length > 0 ? (
        <p className={classes.text}>
          {t('work.register.metBy', { what: answer.met.map((kind) => t(`work.met.${kind}`)).join(', ') })}
        </p>
      ) : null}
      {answer.dealId ? (
        <PageLink to={paths.dealCard({ dealId: answer.dealId })}>{t('work.register.open')}</PageLink>
      ) : null}
    </div>
  );
}
