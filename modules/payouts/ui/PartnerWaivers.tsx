import { Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import {
  Act,
  Badge,
  FormShell,
  Loaded,
  Section,
  SidePanel,
  toast,
  useFormat,
  useRead,
  useVerb,
  useWords,
  When,
  type AnswerOf,
  type Tone,
} from '@mosty/ui-kit';
import { useState } from 'react';
import { decideWaiverOperation, listWaivers, noteWaiverOperation, readWaivable } from '../contract.ts';
import { Step } from './Step.tsx';
import classes from './payouts.module.css';

type Waiver = AnswerOf<typeof listWaivers>['items'][number];
type Waivable = AnswerOf<typeof readWaivable>;
interface Reads {
  /** What else looks different afterwards, on the page this stands on. */
  readonly invalidates: NonNullable<NonNullable<Parameters<typeof useVerb>[1]>['invalidates']>;
}
const OWN = [listWaivers, readWaivable];
const TONE: Readonly<Record<Waiver['state'], Tone>> = {
  proposed: 'warn',
  accepted: 'accent',
  declined: 'faint',
};

/** What a partner that leaves gave up of what we owe it, and what it could (S0.66). Nothing where there is neither. */
export function PartnerWaivers({ partnerId, invalidates }: Reads & { readonly partnerId: string }) {
  const t = useWords('payouts');
  const open = useRead(readWaivable, { params: { partnerId } });
  const said = useRead(listWaivers, { query: { partnerId } });
  if (open.data?.open.length === 0 && said.data?.items.length === 0) return null;
  return (
    <Section title={t('waivers.title')} note={t('waivers.note')}>
      {said.data?.items.some(({ state }) => state === 'proposed') ? null : (
        <Loaded read={open}>
          {(waivable) => <Open partnerId={partnerId} waivable={waivable} invalidates={invalidates} />}
        </Loaded>
      )}
      <Loaded read={said}>
        {({ items }) => (
          <>
            {items.map((one) => (
              <Said key={one.id} waiver={one} invalidates={invalidates} />
            ))}
          </>
        )}
      </Loaded>
    </Section>
  );
}

function Open({ partnerId, waivable, invalidates }: Reads & { partnerId: string; waivable: Waivable }) {
  const t = useWords('payouts');
  const format = useFormat();
  const [noting, setNoting] = useState<Waivable['open'][number] | null>(null);
  if (waivable.open.length === 0) return <p className={classes.soft}>{t('waivers.nothing')}</p>;
  return (
    <>
      {waivable.open.map((one) => (
        <p key={one.currency}>
          {t('waivers.open', { sum: format.money(one.amountMinor, { currency: one.currency }) })}{' '}
          <Act size="compact-sm" variant="default" can={waivable.can['note']} onClick={() => setNoting(one)}>
            {t('waivers.noteIt')}
          </Act>
        </p>
      ))}
      {noting ? (
        <NoteWaiver
          partnerId={partnerId}
          open={noting}
          invalidates={invalidates}
          onClose={() => setNoting(null)}
        />
      ) : null}
    </>
  );
}

interface Noting extends Reads {
  readonly partnerId: string;
  readonly open: Waivable['open'][number];
  readonly onClose: () => void;
}

function NoteWaiver({ partnerId, open: { currency, amountMinor }, invalidates, onClose }: Noting) {
  const t = useWords('payouts');
  const format = useFormat();
  const verb = useVerb(noteWaiverOperation, {
    invalidates: [...OWN, ...invalidates],
    onDone: () => toast(t('waivers.noted')),
  });
  const form = useForm({
    initialValues: { proof: '' },
    validate: { proof: (value) => (value.trim().length >= 3 ? null : t('waivers.needProof')) },
  });
  return (
    <SidePanel opened onClose={onClose} title={t('waivers.noteIt')}>
      <p>{t('waivers.noteText', { sum: format.money(amountMinor, { currency }) })}</p>
      <FormShell
        form={form}
        submit={t('waivers.noteIt')}
        onSubmit={({ proof }) => verb.mutateAsync({ params: { partnerId }, body: { currency, proof } })}
        onDone={onClose}
        onCancel={onClose}
        busy={verb.isPending}
        refusal={verb.error}
      >
        <Textarea
          label={t('waivers.proof')}
          description={t('waivers.proofHint')}
          autosize
          minRows={2}
          maxLength={1000}
          {...form.getInputProps('proof')}
        />
      </FormShell>
    </SidePanel>
  );
}

function Said({ waiver, invalidates }: Reads & { waiver: Waiver }) {
  const t = useWords('payouts');
  const format = useFormat();
  const verb = useVerb(decideWaiverOperation, { invalidates: [...OWN, ...invalidates] });
  const { id, currency, amountMinor, saidHow, proof, state, saidAt, saidBy, decidedAt, decidedBy, can } =
    waiver;
  const sum = format.money(amountMinor, { currency });
  const decide = (decision: 'accepted' | 'declined') => () =>
    verb.mutateAsync({ params: { waiverId: id }, body: { decision } });
  return (
    <div className={classes.waiver}>
      <strong>{sum}</strong> <Badge tone={TONE[state]}>{t(`waivers.state.${state}`)}</Badge>
      <span className={classes.soft}>
        {t(`waivers.said.${saidHow}`)}, <When value={saidAt} style="short" /> {saidBy ?? ''}
        {proof ? ` · ${proof}` : ''}
        {decidedAt && saidHow === 'told' ? (
          <>
            {' · '}
            {t(`waivers.state.${state}`)}: <When value={decidedAt} style="short" /> {decidedBy ?? ''}
          </>
        ) : null}
      </span>
      {state === 'proposed' ? (
        <span>
          <Step
            can={can['accept']}
            title={t('waivers.accept')}
            text={t('waivers.acceptText', { sum })}
            act={async () => {
              await decide('accepted')();
              toast(t('waivers.accepted'));
            }}
          />{' '}
          <Step
            can={can['decline']}
            title={t('waivers.decline')}
            text={t('waivers.declineText')}
            quiet
            act={decide('declined')}
          />
        </span>
      ) : null}
    </div>
  );
}
