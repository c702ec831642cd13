import { ability, countProvenClients, keeps, knownPartner } from '@mosty/directory';
import { permit } from '@mosty/identity';
import type { Tx } from '@mosty/kernel/context';
import { look, transact } from '@mosty/kernel/db';
import { serve, type Served } from '@mosty/kernel/http';
import type { Id } from '@mosty/kernel/id';
import { Refusal, refuse } from '@mosty/kernel/refusal';
import { businessDate } from '@mosty/kernel/time';
import * as api from '../contract.ts';
import { decideClass } from '../domain/decide-class.ts';
import { rights } from '../policy.ts';
import { changeClass } from '../service/change-class.ts';
import { endAgreement } from '../service/end-agreement.ts';
import { knownAgreement } from '../service/kept-agreement.ts';
import { launchAgreement } from '../service/launch-agreement.ts';
import { openAgreement } from '../service/open-agreement.ts';
import { setDepartment } from '../service/set-department.ts';
import { agreementsOf, countReferrals } from '../store/agreements.ts';
import { presentAgreements } from './present.ts';

const day = (text: string | null | undefined) => (text ? businessDate(text) : undefined);

async function card(tx: Tx, id: Id<'agreement'>) {
  const agreement = await knownAgreement(tx, id);
  const [presented] = await presentAgreements(tx, await knownPartner(tx, agreement.partnerId), [agreement]);
  return presented ?? refuse('not_found', 'agreements.agreement_unknown', {});
}

export const agreementRoutes: Served[] = [
  serve(api.decideClass, (ctx, { body }) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'agreement.read');
      return decideClass(body);
    }),
  ),
  serve(api.getReferralCapacity, (ctx) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'agreement.read');
      const { paid, proven } = await countProvenClients(tx);
      return { allowed: paid, proven, used: await countReferrals(tx) };
    }),
  ),
  serve(api.listAgreements, (ctx, { params }) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'agreement.read');
      const partner = await knownPartner(tx, params.partnerId);
      const open = ability(
        () => permit(tx, rights, 'agreement.open'),
        () => keeps(tx, partner) || new Refusal('not_permitted', 'directory.partner_of_another_manager'),
        () => partner.archivedAt !== null && new Refusal('not_now', 'directory.partner_archived'),
      );
      return {
        items: await presentAgreements(tx, partner, await agreementsOf(tx, [partner.id])),
        can: { open },
      };
    }),
  ),
  serve(api.getAgreement, (ctx, { params }) =>
    look(ctx, (tx) => {
      permit(tx, rights, 'agreement.read');
      return card(tx, params.agreementId);
    }),
  ),
  serve(api.openAgreement, (ctx, { body }) =>
    transact(ctx, async (tx) => {
      const { startsOn, endsOn, signedOn, launchedOn, ...rest } = body;
      const dates = {
        startsOn: businessDate(startsOn),
        endsOn: day(endsOn),
        signedOn: day(signedOn),
        launchedOn: day(launchedOn),
      };
      return card(tx, (await openAgreement(tx, { ...rest, ...dates })).id);
    }),
  ),
  serve(api.launchAgreement, (ctx, { params, body }) =>
    transact(ctx, async (tx) =>
      card(tx, (await launchAgreement(tx, { ...params, launchedOn: day(body.launchedOn) })).id),
    ),
  ),
  serve(api.endAgreement, (ctx, { params, body }) =>
    transact(ctx, async (tx) => card(tx, (await endAgreement(tx, { ...params, ...body })).id)),
  ),
  serve(api.setDepartment, (ctx, { params, body }) =>
    transact(ctx, async (tx) => card(tx, (await setDepartment(tx, { ...params, ...body })).id)),
  ),
  serve(api.changeClass, (ctx, { params, body }) =>
    transact(ctx, async (tx) => card(tx, (await changeClass(tx, { ...params, ...body })).id)),
  ),
];
