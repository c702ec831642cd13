import { Act, ConfirmWithConsequence, toast, useMay, useVerb, useWords } from '@mosty/ui-kit';
import { useState } from 'react';
import {
  approveAccrualsNow,
  getAccrual,
  liftHold,
  listAccruals,
  listHolds,
  type AccrualShown,
} from '../contract.ts';
import { CorrectAccrual } from './CorrectAccrual.tsx';
import { HoldAccrual } from './HoldAccrual.tsx';
import classes from './incentives.module.css';

/** What may be done with an accrual now; a thing that may not says why. */
export function AccrualActions({ accrual }: { accrual: AccrualShown }) {
  const t = useWords('incentives');
  const [open, setOpen] = useState<'hold' | 'correct' | null>(null);
  const invalidates = [getAccrual, listAccruals, listHolds];
  const approve = useVerb(approveAccrualsNow, { invalidates });
  const lift = useVerb(liftHold, { invalidates });
  const mayHold = useMay('accrual.hold');
  const mayApprove = useMay('accrual.approve');
  const mayCorrect = useMay('accrual.correct');
  const { can, hold, state } = accrual;
  if (!mayHold && !mayApprove && !mayCorrect) return null;
  return (
    <div className={classes.actions}>
      {mayApprove && state === 'pending' ? (
        <Act
          can={can['approve']}
          loading={approve.isPending}
          onClick={() =>
            void approve
              .mutateAsync({ body: { accrualIds: [accrual.id] } })
              .then(() => toast(t('accrual.approved')))
              .catch(() => undefined)
          }
        >
          {t('accrual.approve')}
        </Act>
      ) : null}
      {mayHold && hold ? (
        <ConfirmWithConsequence
          title={t('accruals.releaseTitle')}
          consequence={t('accruals.releaseText')}
          confirm={t('accruals.release')}
          reason={t('accruals.releaseReason')}
          onConfirm={async (reason) => {
            await lift.mutateAsync({ params: { holdId: hold.id }, body: { reason } });
            toast(t('accruals.released'));
          }}
        >
          {(ask) => (
            <Act can={can['release']} variant="default" onClick={ask}>
              {t('accruals.release')}
            </Act>
          )}
        </ConfirmWithConsequence>
      ) : null}
      {mayHold && !hold ? (
        <Act can={can['hold']} variant="default" onClick={() => setOpen('hold')}>
          {t('accrual.hold_')}
        </Act>
      ) : null}
      {mayCorrect ? (
        <Act can={can['correct']} variant="default" onClick={() => setOpen('correct')}>
          {t('accrual.correct')}
        </Act>
      ) : null}
      {open === 'hold' ? <HoldAccrual accrualId={accrual.id} onClose={() => setOpen(null)} /> : null}
      {open === 'correct' ? <CorrectAccrual accrual={accrual} onClose={() => setOpen(null)} /> : null}
    </div>
  );
}
