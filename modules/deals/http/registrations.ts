import { transact } from '@mosty/kernel/db';
import { serve, type Served } from '@mosty/kernel/http';
import { businessDate } from '@mosty/kernel/time';
import * as api from '../contract.ts';
import { askClient } from '../service/ask-client.ts';
import { checkDuplicate } from '../service/check-duplicate.ts';
import { approveDeal, extendProtection, rejectDeal, withdrawDeal } from '../service/decide-registration.ts';
import { importDeals } from '../service/import-deals.ts';
import { registerDeal } from '../service/register-deal.ts';
import { presentDeal } from './present.ts';

const dayOf = (text: string | undefined) => (text === undefined ? undefined : businessDate(text));

export const registrationRoutes: readonly Served[] = [
  serve(api.registerDeal, async (ctx, { body }) => {
    const { deal, answer, met } = await registerDeal(ctx, {
      ...body,
      amountMinor: body.amountMinor === undefined ? undefined : BigInt(body.amountMinor),
      nextStepOn: dayOf(body.nextStepOn),
      expectedOn: dayOf(body.expectedOn),
    });
    return {
      dealId: deal?.id ?? null,
      number: deal?.number ?? null,
      registration: deal?.registration ?? 'none',
      answer,
      answerDueAt: deal?.answerDueAt ?? null,
      met: [...met],
    };
  }),
  serve(api.checkDuplicate, async (ctx, { body }) => {
    const { answer, met } = await checkDuplicate(ctx, body);
    return { answer, met: [...met] };
  }),
  serve(api.approveDeal, (ctx, { params, body }) =>
    transact(ctx, async (tx) => presentDeal(tx, await approveDeal(tx, { ...params, ...body }))),
  ),
  serve(api.rejectDeal, (ctx, { params, body }) =>
    transact(ctx, async (tx) => presentDeal(tx, await rejectDeal(tx, { ...params, ...body }))),
  ),
  serve(api.withdrawDeal, (ctx, { params, body }) =>
    transact(ctx, async (tx) => presentDeal(tx, await withdrawDeal(tx, { ...params, ...body }))),
  ),
  serve(api.extendProtection, (ctx, { params, body }) =>
    transact(ctx, async (tx) => presentDeal(tx, await extendProtection(tx, { ...params, ...body }))),
  ),
  serve(api.askClient, (ctx, { params }) =>
    transact(ctx, async (tx) => presentDeal(tx, await askClient(tx, params))),
  ),
  serve(api.importDeals, async (ctx, { body }) => {
    const deals = body.deals.map(({ amountMinor, ...deal }) => ({
      ...deal,
      ...(amountMinor === undefined ? {} : { amountMinor: BigInt(amountMinor) }),
    }));
    const { conflicts, ...counted } = await importDeals(ctx, { source: body.source, deals });
    return { ...counted, conflicts: [...conflicts] };
  }),
];
