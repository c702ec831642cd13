import { ability } from '@mosty/directory';
import { namesOfMembers, permit } from '@mosty/identity';
import { look } from '@mosty/kernel/db';
import { serve, type Served } from '@mosty/kernel/http';
import { addDays } from '@mosty/kernel/time';
import * as api from '../contract/breaches.ts';
import { rights } from '../policy.ts';
import { recordBreach, takeBackBreach } from '../service/breaches.ts';
import { todayOf } from '../service/show-flag.ts';
import { breachesOf, broughtBy } from '../store/breaches.ts';

const YEAR_DAYS = 365;

const countByRule = (breaches: readonly { readonly rule: number }[]) =>
  [...Map.groupBy(breaches, ({ rule }) => rule)]
    .map(([rule, all]) => ({ rule, count: all.length }))
    .toSorted((a, b) => b.count - a.count || a.rule - b.rule);

export const breachRoutes: readonly Served[] = [
  serve(api.listBreaches, (ctx, { query }) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'flag.read');
      const all = await breachesOf(tx, query.partnerId ?? null);
      const standing = all.filter(({ takenBackAt }) => takenBackAt === null);
      const byPartner = [...Map.groupBy(standing, ({ partnerId }) => partnerId)];
      const brought = await broughtBy(
        tx,
        byPartner.map(([partnerId]) => partnerId),
        addDays(todayOf(tx), -YEAR_DAYS),
      );
      const names = await namesOfMembers(
        tx,
        all.map(({ by }) => by),
      );
      return {
        items: all.map(({ partnerId, partnerName, ...one }) => ({
          ...one,
          partner: { id: partnerId, name: partnerName },
          by: names.get(one.by) ?? null,
        })),
        byRule: countByRule(standing),
        partners: byPartner
          .map(([id, own]) => ({
            id,
            name: own[0]?.partnerName ?? '',
            rules: countByRule(own),
            count: own.length,
            brought: brought.filter((one) => one.partnerId === id),
          }))
          .toSorted((a, b) => b.count - a.count || a.name.localeCompare(b.name)),
        can: {
          record: ability(() => permit(tx, rights, 'flag.raise')),
          takeBack: ability(() => permit(tx, rights, 'flag.decide')),
        },
      };
    }),
  ),
  serve(api.recordBreach, (ctx, { body }) => recordBreach(ctx, body)),
  serve(api.takeBackBreach, (ctx, { params, body }) => takeBackBreach(ctx, { ...params, ...body })),
];
