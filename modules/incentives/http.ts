import type { Served } from '@mosty/kernel/http';
import { accrualRoutes } from './http/accruals.ts';
import { attributionRoutes } from './http/attribution.ts';
import { calculatorRoutes } from './http/calculator.ts';
import { holdRoutes } from './http/holds.ts';
import { schemeRoutes } from './http/schemes.ts';
import { settleRoutes } from './http/settle.ts';
import { trialRoutes } from './http/trials.ts';
import { trackRoutes } from './http/track.ts';
import './service/names.ts';
import './service/open-ends.ts';

export const incentivesRoutes: readonly Served[] = [
  ...settleRoutes,
  ...trackRoutes,
  ...schemeRoutes,
  ...calculatorRoutes,
  ...trialRoutes,
  ...accrualRoutes,
  ...holdRoutes,
  ...attributionRoutes,
];
