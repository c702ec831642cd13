import { permit } from '@mosty/identity';
import { serve, type Served } from '@mosty/kernel/http';
import { addMonths, businessDate, businessDateOf, monthOf } from '@mosty/kernel/time';
import * as api from '../contract/calculator.ts';
import { breakEven } from '../domain/break-even.ts';
import { costOf, feesOf, riskOf } from '../domain/compare.ts';
import { priceExample } from '../domain/example.ts';
import { rights } from '../policy.ts';
import { checkOnHistory } from '../service/check-on-history.ts';

const CURVE_POINTS = 24;

export const calculatorRoutes: readonly Served[] = [
  serve(api.compareSchemes, async (ctx, { body }) => {
    permit(ctx, rights, 'scheme.read');
    const { schemes, currency, months } = body;
    const setting = { currency, months, averageCheckMinor: BigInt(body.averageCheckMinor) };
    const volumes = body.volumesMinor.map(BigInt);
    const largest = volumes.reduce((most, volume) => (volume > most ? volume : most), 0n);
    const most = largest > 0n ? largest * 2n : 1n;
    const costsAt = (volume: bigint) => schemes.map(({ terms }) => costOf(terms, volume, setting));
    const columns = volumes.map(costsAt);
    return {
      currency,
      volumesMinor: volumes,
      schemes: schemes.map(({ name, terms }, place) => ({
        name,
        fixedMinor: feesOf(terms, setting),
        risk: riskOf(terms, setting),
        costsMinor: columns.map((column) => column[place] ?? 0n),
      })),
      curve: Array.from({ length: CURVE_POINTS + 1 }, (_none, point) => {
        const volumeMinor = (most * BigInt(point)) / BigInt(CURVE_POINTS);
        return { volumeMinor, costsMinor: costsAt(volumeMinor) };
      }),
      meetings: pairs(schemes.length).flatMap(([a, b]) => {
        const [one, other] = [schemes[a], schemes[b]];
        const met = one && other ? breakEven(one.terms, other.terms, most, setting) : null;
        return met ? [{ a, b, ...met }] : [];
      }),
    };
  }),
  serve(api.priceExample, async (ctx, { body }) => {
    permit(ctx, rights, 'scheme.read');
    const { terms, currency, isFirst, role } = body;
    const day = businessDateOf(ctx.clock.now(), ctx.zone);
    const since = addMonths(monthOf(day), -body.monthsSinceFirstPayment);
    const { parts, feesMinor } = priceExample(terms, {
      amountMinor: BigInt(body.amountMinor),
      currency,
      day,
      firstPaidOn: body.monthsSinceFirstPayment === 0 ? day : businessDate(`${since}-01`),
      isFirst,
      role,
      broughtMinor: BigInt(body.broughtMinor),
      broughtSales: BigInt(body.broughtSales),
      earnedMinor: BigInt(body.earnedMinor),
    });
    return {
      currency,
      feesMinor,
      parts: parts.map(({ kind, amountMinor, lines }) => ({
        kind,
        amountMinor,
        explanation: { lines: [...lines] },
      })),
    };
  }),
  serve(api.tryOnHistory, async (ctx, { body }) => {
    const answer = await checkOnHistory(ctx, {
      ...body,
      from: businessDate(body.from),
      to: businessDate(body.to),
    });
    return { ...answer, agreements: [...answer.agreements] };
  }),
];

function pairs(count: number): (readonly [number, number])[] {
  const places = Array.from({ length: count }, (_none, place) => place);
  return places.flatMap((a) => places.filter((b) => b > a).map((b) => [a, b] as const));
}
