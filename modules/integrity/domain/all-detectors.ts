import type { Detector } from './detector.ts';
import { brandInName } from './detectors/brand-in-name.ts';
import { clickFlood } from './detectors/click-flood.ts';
import { codeLeak } from './detectors/code-leak.ts';
import { couponAfterCart } from './detectors/coupon-after-cart.ts';
import { dumpingInSeason } from './detectors/dumping-in-season.ts';
import { emptyEcosystem } from './detectors/empty-ecosystem.ts';
import { exclusivity } from './detectors/exclusivity.ts';
import { giveawayAudience } from './detectors/giveaway-audience.ts';
import { lastClickJump } from './detectors/last-click-jump.ts';
import { machineClicks } from './detectors/machine-clicks.ts';
import { noise } from './detectors/noise.ts';
import { partnerOfTheCentury } from './detectors/partner-of-the-century.ts';
import { returnsUp } from './detectors/returns-up.ts';
import { screenshots } from './detectors/screenshots.ts';
import { secondsToSale } from './detectors/seconds-to-sale.ts';
import { selfReferral } from './detectors/self-referral.ts';

/** Every look there is, in the order people read them. Nobody looks for a mention of a competitor (S1.68). */
export const ALL_DETECTORS: readonly Detector[] = [
  couponAfterCart,
  secondsToSale,
  clickFlood,
  machineClicks,
  lastClickJump,
  codeLeak,
  dumpingInSeason,
  returnsUp,
  selfReferral,
  brandInName,
  giveawayAudience,
  emptyEcosystem,
  partnerOfTheCentury,
  exclusivity,
  screenshots,
  noise,
];
