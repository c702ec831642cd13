import type { ReportingClass } from '../../contract/class.ts';
import { sharePpm } from '../share.ts';

export interface HarmOfBook {
  readonly partnerId: string;
  readonly class: ReportingClass;
  readonly currency: string;
  readonly refunds: bigint;
  readonly refundsMinor: bigint;
  readonly belowFloor: bigint;
  readonly belowFloorMinor: bigint;
  readonly clawbacks: bigint;
  readonly clawbacksMinor: bigint;
  readonly soldMinor: bigint;
}

/**
 * What the harm cost beside what was sold: money given back and money never asked for. Commission taken back is no loss:
 * it came back to us. A sale below the floor that was returned stands in both, each for its own part of the price.
 */
export function harmBook(of: HarmOfBook) {
  const priceMinor = of.refundsMinor + of.belowFloorMinor;
  return {
    class: of.class,
    currency: of.currency,
    refunds: { n: of.refunds, minor: of.refundsMinor },
    belowFloor: { n: of.belowFloor, minor: of.belowFloorMinor },
    clawbacks: { n: of.clawbacks, minor: of.clawbacksMinor },
    priceMinor,
    soldMinor: of.soldMinor,
    sharePpm: sharePpm(priceMinor, of.soldMinor),
  };
}
