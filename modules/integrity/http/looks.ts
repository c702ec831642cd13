import { ability, knownPartner } from '@mosty/directory';
import { namesOfMembers, permit } from '@mosty/identity';
import { look } from '@mosty/kernel/db';
import { serve, type Served } from '@mosty/kernel/http';
import { refuse } from '@mosty/kernel/refusal';
import { DAY_MS } from '../domain/detector.ts';
import { ALL_DETECTORS } from '../domain/all-detectors.ts';
import * as api from '../contract/looks.ts';
import { ANSWER_HOLDS_DAYS, QUESTION_CODES, DETECTORS } from '../contract/signs.ts';
import { rights } from '../policy.ts';
import { lookForFlags } from '../service/look-for-flags.ts';
import { policyOf } from '../service/policy-of.ts';
import { answerQuestion, setDetector, setPolicy } from '../service/settings.ts';
import { healthOf, lastLooks, type LookRecord } from '../store/looks.ts';
import { answersOf, rulesOf } from '../store/settings.ts';

const LOOKS_SHOWN = 20;

const presentLook = ({ nightOf, ...one }: LookRecord, names: ReadonlyMap<string, string>) => ({
  ...one,
  isNightly: nightOf !== null,
  by: names.get(one.by) ?? null,
});

export const lookRoutes: readonly Served[] = [
  serve(api.listDetectors, (ctx) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'flag.read');
      const health = await healthOf(tx, DETECTORS);
      const rules = await rulesOf(tx);
      const looks = await lastLooks(tx, LOOKS_SHOWN);
      const names = await namesOfMembers(
        tx,
        looks.map(({ by }) => by),
      );
      return {
        items: ALL_DETECTORS.map(({ code, thresholds }) => {
          const one = health.find(({ detector }) => detector === code);
          const rule = rules.get(code);
          const isOn = rule?.isOn ?? true;
          return {
            code,
            state: isOn ? (one?.state ?? ('never' as const)) : ('off' as const),
            isOn,
            error: one?.error ?? null,
            lastLookAt: one?.lastLookAt ?? null,
            lastGoodAt: one?.lastGoodAt ?? null,
            rowsSeen: one?.rowsSeen ?? null,
            standing: one?.standing ?? 0,
            raised: one?.raised ?? 0,
            falseAlarms: one?.falseAlarms ?? 0,
            thresholds: { ...thresholds, ...rule?.thresholds },
            shipped: thresholds,
          };
        }),
        looks: looks.map((one) => presentLook(one, names)),
        can: {
          look: ability(() => permit(tx, rights, 'flag.look')),
          set: ability(() => permit(tx, rights, 'flag.settings')),
        },
      };
    }),
  ),
  serve(api.lookNow, async (ctx) => {
    const made = (await lookForFlags(ctx)) ?? refuse('conflict', 'integrity.looked_already');
    return look(ctx, async (tx) => presentLook(made, await namesOfMembers(tx, [made.by])));
  }),
  serve(api.setDetector, (ctx, { params, body }) => setDetector(ctx, { ...params, ...body })),
  serve(api.readPolicy, (ctx) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'flag.read');
      return { ...(await policyOf(tx)), can: { set: ability(() => permit(tx, rights, 'flag.settings')) } };
    }),
  ),
  serve(api.setPolicy, (ctx, { body }) => setPolicy(ctx, body)),
  serve(api.readAnswers, (ctx, { params }) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'flag.read');
      await knownPartner(tx, params.partnerId);
      const given = await answersOf(tx, params.partnerId);
      const names = await namesOfMembers(
        tx,
        given.map(({ by }) => by),
      );
      const since = tx.now().getTime() - ANSWER_HOLDS_DAYS * DAY_MS;
      return {
        items: QUESTION_CODES.map((question) => {
          const one = given.find((answer) => answer.question === question);
          return {
            question,
            answer: one?.answer ?? null,
            note: one?.note ?? null,
            at: one?.at ?? null,
            by: one ? (names.get(one.by) ?? null) : null,
            isDue: !one || one.at.getTime() < since,
          };
        }),
        can: { answer: ability(() => permit(tx, rights, 'flag.raise')) },
      };
    }),
  ),
  serve(api.answerQuestion, (ctx, { params, body }) => answerQuestion(ctx, { ...params, ...body })),
];
