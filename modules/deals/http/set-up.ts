import { permit } from '@mosty/identity';
import type { Tx } from '@mosty/kernel/context';
import { look, transact } from '@mosty/kernel/db';
import { serve, type Served } from '@mosty/kernel/http';
import * as api from '../contract.ts';
import { SHIPPED_STAGES } from '../domain/stages.ts';
import { rights } from '../policy.ts';
import { closeForm, openForm } from '../service/forms.ts';
import { rulesOf, setRegistrationRules, setStages, stagesOf } from '../service/stages.ts';
import { countRegistered, listForms, type FormRecord } from '../store/forms.ts';
import { namesOfPartners } from './present.ts';

export const setUpRoutes: readonly Served[] = [
  serve(api.listStages, (ctx) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'deal.read');
      const stages = await stagesOf(tx);
      return { items: [...stages], isShipped: stages === SHIPPED_STAGES };
    }),
  ),
  serve(api.setStages, async (ctx, { body }) => ({
    items: [...(await setStages(ctx, body.stages))],
    isShipped: false,
  })),
  serve(api.readRegistrationRules, (ctx) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'deal.read');
      return rulesOf(tx);
    }),
  ),
  serve(api.setRegistrationRules, (ctx, { body }) => setRegistrationRules(ctx, body)),
  serve(api.listDealForms, (ctx) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'deal.decide');
      return { items: await presentForms(tx, await listForms(tx)) };
    }),
  ),
  serve(api.openDealForm, (ctx, { body }) =>
    transact(ctx, async (tx) => presentForm(tx, await openForm(tx, body))),
  ),
  serve(api.closeDealForm, (ctx, { params }) =>
    transact(ctx, async (tx) => presentForm(tx, await closeForm(tx, params.token))),
  ),
];

async function presentForms(tx: Tx, forms: readonly FormRecord[]) {
  const names = await namesOfPartners(
    tx,
    forms.map(({ partnerId }) => partnerId),
  );
  const registered = await countRegistered(tx);
  return forms.map(({ partnerId, createdBy: _by, ...form }) => ({
    ...form,
    partner: partnerId ? { id: partnerId, name: names.get(partnerId) ?? '' } : null,
    registered: registered.get(form.token) ?? 0,
  }));
}

async function presentForm(tx: Tx, form: FormRecord) {
  const [presented] = await presentForms(tx, [form]);
  if (!presented) throw new Error('a list of one has one row');
  return presented;
}
