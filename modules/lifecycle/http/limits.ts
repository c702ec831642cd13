import { namesOf, permit } from '@mosty/identity';
import { look, transact } from '@mosty/kernel/db';
import { serve, type Served } from '@mosty/kernel/http';
import type * as z from 'zod';
import * as api from '../contract.ts';
import type { Limit } from '../domain/limits.ts';
import { rights } from '../policy.ts';
import { liftLimits } from '../service/lift-limits.ts';
import { limitsNow } from '../service/limits.ts';
import { publishLimits } from '../service/set-limits.ts';
import { limitVersions } from '../store/limits.ts';
import { presentLimit, presentPartnerStage } from './present.ts';

const VERSIONS_SHOWN = 20;

export const limitRoutes: Served[] = [
  serve(api.readLimits, (ctx) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'lifecycle.read');
      const versions = await limitVersions(tx, VERSIONS_SHOWN);
      const names = await namesOf(
        tx,
        versions.map(({ by }) => by),
      );
      return {
        ...plain(await limitsNow(tx)),
        versions: versions.map(({ version, at, by, reason }) => ({
          version,
          at,
          by: names.get(by) ?? null,
          reason,
        })),
      };
    }),
  ),
  serve(api.publishLimits, async (ctx, { body: { limits, reason } }) =>
    plain(
      await publishLimits(ctx, {
        limits: { launch: exact(limits.launch), pilot: exact(limits.pilot), start: exact(limits.start) },
        reason,
      }),
    ),
  ),
  serve(api.liftLimits, (ctx, { params, body }) =>
    transact(ctx, async (tx) => {
      await liftLimits(tx, { ...params, ...body });
      return presentPartnerStage(tx, params.partnerId);
    }),
  ),
  serve(api.readOwnLimits, (ctx) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'lifecycle.read_own');
      const partnerId = tx.actor.type === 'person' ? tx.actor.partnerId : null;
      return { limit: partnerId === null ? null : await presentLimit(tx, partnerId) };
    }),
  ),
];

function exact({ dealsMax, accruedMinorMax, discountPpmMax }: z.output<typeof api.limitGivenSchema>): Limit {
  return {
    dealsMax,
    accruedMinorMax: accruedMinorMax === null ? null : BigInt(accruedMinorMax),
    discountPpmMax: discountPpmMax === null ? null : BigInt(discountPpmMax),
  };
}

function plain({ version, currency, limits }: Awaited<ReturnType<typeof limitsNow>>) {
  const line = ({ dealsMax, accruedMinorMax, discountPpmMax }: Limit) => ({
    dealsMax,
    accruedMinorMax,
    discountPpmMax,
  });
  return {
    version,
    currency,
    limits: { launch: line(limits.launch), pilot: line(limits.pilot), start: line(limits.start) },
  };
}
