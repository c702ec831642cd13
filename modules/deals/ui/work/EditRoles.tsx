import { ActionIcon, Button, Select, TextInput } from '@mantine/core';
import { PickPartner, type Picked } from '@mosty/directory/parts';
import { readAmount, RefusalNotice, toast, useVerb, useWords } from '@mosty/ui-kit';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { DEAL_ROLES, readBoard, readDealCard, setDealRoles, type DealRole } from '../../contract.ts';
import type { DealCard } from './DealCardScreen.tsx';
import classes from './work.module.css';

interface Row {
  readonly key: string;
  readonly partner: Picked | null;
  readonly agreementId: DealCard['participants'][number]['agreementId'] | null;
  readonly role: DealRole;
  readonly percent: string;
  readonly cap: string;
}

const MINOR = 100;

/** The whole list at once: what is right about one share depends on the others. */
export function EditRoles({ deal, onClose }: { deal: DealCard; onClose: () => void }) {
  const t = useWords('deals');
  const verb = useVerb(setDealRoles, { invalidates: [readDealCard, readBoard] });
  const [rows, setRows] = useState<readonly Row[]>(() =>
    deal.participants.map((one) => ({
      key: one.id,
      partner: one.partner,
      agreementId: one.agreementId,
      role: one.role,
      percent: String(one.sharePpm / 10_000),
      cap: one.capMinor === null ? '' : String(one.capMinor / MINOR),
    })),
  );
  const change = (key: string, what: Partial<Row>): void =>
    setRows(rows.map((row) => (row.key === key ? { ...row, ...what } : row)));
  const shareOf = (row: Row): number => Math.round(Number(row.percent.replace(',', '.')) * 10_000);
  const isReady = rows.every((row) => row.partner && shareOf(row) >= 1 && shareOf(row) <= 1_000_000);

  async function save(): Promise<void> {
    await verb.mutateAsync({
      params: { dealId: deal.id },
      body: {
        roles: rows.flatMap(({ partner, agreementId, role, cap, ...row }) =>
          partner
            ? [
                {
                  partnerId: partner.id,
                  ...(agreementId ? { agreementId } : {}),
                  role,
                  sharePpm: shareOf({ partner, agreementId, role, cap, ...row }),
                  capMinor: cap.trim() ? readAmount(cap, deal.currency) : null,
                },
              ]
            : [],
        ),
      },
    });
    toast(t('work.card.saved'));
    onClose();
  }

  return (
    <div>
      {rows.map((row) => (
        <div key={row.key} className={classes.row}>
          <PickPartner
            label={t('work.card.who')}
            value={row.partner}
            onChange={(partner) => change(row.key, { partner, agreementId: null })}
          />
          <Select
            label={t('work.card.role')}
            data={DEAL_ROLES.map((value) => ({ value, label: t(`work.role.${value}`) }))}
            allowDeselect={false}
            value={row.role}
            onChange={(role) => change(row.key, { role: (role ?? 'source') as DealRole })}
          />
          <TextInput
            label={t('work.card.share')}
            inputMode="decimal"
            value={row.percent}
            onChange={(event) => change(row.key, { percent: event.currentTarget.value })}
          />
          <TextInput
            label={t('work.card.cap', { currency: deal.currency })}
            inputMode="decimal"
            value={row.cap}
            onChange={(event) => change(row.key, { cap: event.currentTarget.value })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={t('work.card.removeRole', { name: row.partner?.name ?? '' })}
            onClick={() => setRows(rows.filter(({ key }) => key !== row.key))}
          >
            <IconX size={16} stroke={1.6} />
          </ActionIcon>
        </div>
      ))}
      {verb.error ? <RefusalNotice refusal={verb.error} /> : null}
      <div className={classes.acts} style={{ marginTop: 16 }}>
        <Button loading={verb.isPending} disabled={!isReady} onClick={() => void save().catch(() => {})}>
          {t('work.card.save')}
        </Button>
        <Button
          variant="default"
          onClick={() =>
            setRows([
              ...rows,
              {
                key: crypto.randomUUID(),
                partner: null,
                agreementId: null,
                role: 'implement',
                percent: '100',
                cap: '',
              },
            ])
          }
        >
          {t('work.card.addRole')}
        </Button>
        <Button variant="subtle" color="gray" onClick={onClose}>
          {t('kit:cancel')}
        </Button>
      </div>
    </div>
  );
}
