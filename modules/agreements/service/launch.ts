import type { Tx } from '@mosty/kernel/context';
import type { BusinessDate } from '@mosty/kernel/time';
import { agreementsOf, saveAgreement, type AgreementRecord } from '../store/agreements.ts';

/** The accepted agreement is in force from this day. With the first one its partner is a partner and no contact (S2.19). */
export async function launch(
  tx: Tx,
  agreement: AgreementRecord,
  launchedOn: BusinessDate,
): Promise<AgreementRecord> {
  const launched = { ...agreement, launchedOn };
  const others = (await agreementsOf(tx, [agreement.partnerId])).filter((one) => one.launchedOn !== null);
  await saveAgreement(tx, launched);
  const { id: agreementId, partnerId } = agreement;
  tx.audit({ verb: 'agreements.launch_agreement', subject: partnerId, change: { agreementId, launchedOn } });
  tx.emit({ type: 'agreement.launched', agreementId, partnerId, launchedOn });
  if (others.length === 0) tx.emit({ type: 'partner.enrolled', agreementId, partnerId });
  return launched;
}
