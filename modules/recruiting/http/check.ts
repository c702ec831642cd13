import { permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import { serve, type Served } from '@mosty/kernel/http';
import type { Id } from '@mosty/kernel/id';
import * as api from '../contract.ts';
import { rights } from '../policy.ts';
import { setGoal, settleGoal } from '../service/alliance-goals.ts';
import {
  answerCheck,
  answerProfile,
  setContribution,
  setEconomics,
  setWin,
} from '../service/answer-check.ts';
import { answerClass, recordReply, writeApproach } from '../service/approach.ts';
import { addEvidence, verifyEvidence } from '../service/check-evidence.ts';
import '../service/evidence-of-check.ts';
import { proposeProfile } from '../service/propose-profile.ts';
import { publishProfile } from '../service/publish-profile.ts';
import { presentAlliances, presentGoal } from './present-alliance.ts';
import { presentCheck } from './present-check.ts';
import { presentProfile, presentScore } from './present-profile.ts';

const reading = <T>(ctx: Context, read: (tx: Tx) => Promise<T>): Promise<T> =>
  look(ctx, async (tx) => {
    permit(tx, rights, 'check.read');
    return read(tx);
  });
const card = (ctx: Context, partnerId: Id<'partner'>) => reading(ctx, (tx) => presentCheck(tx, partnerId));

export const checkRoutes: readonly Served[] = [
  serve(api.readProfile, (ctx) => reading(ctx, presentProfile)),
  serve(api.publishProfile, async (ctx, { body }) => {
    await publishProfile(ctx, body);
    return reading(ctx, presentProfile);
  }),
  serve(api.proposeProfile, (ctx) => reading(ctx, proposeProfile)),
  serve(api.answerProfile, async (ctx, { params, body }) => {
    await answerProfile(ctx, { ...params, ...body });
    return reading(ctx, (tx) => presentScore(tx, params.partnerId));
  }),
  serve(api.readCheck, (ctx, { params }) => card(ctx, params.partnerId)),
  serve(api.writeApproach, async (ctx, { params, body }) => {
    await writeApproach(ctx, { ...params, ...body });
    return card(ctx, params.partnerId);
  }),
  serve(api.recordReply, async (ctx, { params, body }) => {
    await recordReply(ctx, { ...params, ...body });
    return card(ctx, params.partnerId);
  }),
  serve(api.answerClass, async (ctx, { params, body }) => {
    await answerClass(ctx, { ...params, answers: body });
    return card(ctx, params.partnerId);
  }),
  serve(api.answerCheck, async (ctx, { params, body }) => {
    await answerCheck(ctx, { ...params, ...body });
    return card(ctx, params.partnerId);
  }),
  serve(api.setContribution, async (ctx, { params, body }) => {
    await setContribution(ctx, { ...params, ...body });
    return card(ctx, params.partnerId);
  }),
  serve(api.setEconomics, async (ctx, { params, body }) => {
    await setEconomics(ctx, { ...params, ...body });
    return card(ctx, params.partnerId);
  }),
  serve(api.setWin, async (ctx, { params, body }) => {
    await setWin(ctx, { ...params, ...body });
    return card(ctx, params.partnerId);
  }),
  serve(api.addEvidence, async (ctx, { params, body }) => {
    await addEvidence(ctx, { ...params, ...body });
    return card(ctx, params.partnerId);
  }),
  serve(api.verifyEvidence, async (ctx, { params, body }) => {
    const { partnerId } = await verifyEvidence(ctx, { ...params, ...body });
    return card(ctx, partnerId);
  }),
  serve(api.setGoal, async (ctx, { params, body }) =>
    presentGoal(ctx, await setGoal(ctx, { ...params, ...body })),
  ),
  serve(api.settleGoal, async (ctx, { params, body }) =>
    presentGoal(ctx, await settleGoal(ctx, { ...params, ...body })),
  ),
  serve(api.listAlliances, (ctx) => reading(ctx, presentAlliances)),
];
