import type { Served } from '@mosty/kernel/http';
import { batchRoutes } from './http/batches.ts';
import { exportRoutes } from './http/exports.ts';
import { moneyRoutes } from './http/money.ts';
import { monthRoutes } from './http/months.ts';
import { documentRoutes } from './http/payout-documents.ts';
import { registerRoutes } from './http/register.ts';
import { statementRoutes } from './http/statements.ts';
import { waiverRoutes } from './http/waivers.ts';
import { writeOffRoutes } from './http/write-offs.ts';
import './service/names.ts';
import './service/open-ends.ts';

export const payoutsRoutes: readonly Served[] = [
  ...moneyRoutes,
  ...monthRoutes,
  ...statementRoutes,
  ...batchRoutes,
  ...registerRoutes,
  ...writeOffRoutes,
  ...waiverRoutes,
  ...documentRoutes,
  ...exportRoutes,
];
