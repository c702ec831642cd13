import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import type { Department } from '../contract/agreement.ts';
import { rights } from '../policy.ts';
import { saveDepartment, type AgreementRecord } from '../store/agreements.ts';
import { openAgreementOf } from './kept-agreement.ts';

/** Which department answers for an alliance (S2.32). @throws agreements.department_of_alliance, agreements.agreement_ended */
export function setDepartment(
  ctx: Context,
  input: { agreementId: Id<'agreement'>; department: Department },
): Promise<AgreementRecord> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'agreement.propose');
    const agreement = await openAgreementOf(tx, input.agreementId);
    if (agreement.class !== 'alliance') refuse('invalid', 'agreements.department_of_alliance', {});
    const { department } = input;
    await saveDepartment(tx, agreement.id, department);
    tx.audit({
      verb: 'agreements.set_department',
      subject: agreement.partnerId,
      change: { agreementId: agreement.id, department },
    });
    return { ...agreement, department };
  });
}
