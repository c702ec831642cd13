import { idSchema } from '@mosty/kernel/id';
import { currencySchema, minorSchema } from '@mosty/kernel/money';
import { operation } from '@mosty/kernel/operation';
import { instantSchema } from '@mosty/kernel/time';
import * as z from 'zod';

const tag = 'portal';
const day = z.iso.date();

/** Whom the partner writes to, and how soon they are answered (S0.62). */
export const ourFaceSchema = z.object({
  name: z.string(),
  title: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  channel: z.string().nullable(),
  replyHours: z.int().nullable(),
  absentUntil: day.nullable(),
});
export type OurFace = z.infer<typeof ourFaceSchema>;

export const getPortalFrame = operation({
  id: 'getPortalFrame',
  method: 'GET',
  path: '/portal/frame',
  summary: 'What stands above every page of the portal: the partner and our person for it',
  tag,
  permission: 'portal.read',
  answer: z.object({ partnerName: z.string(), face: ourFaceSchema.nullable() }),
});

export const portalTaskSchema = z.object({
  /** `module.what`: its words stand in the module's `portalTasks`. */
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  to: z.string(),
  dueOn: day.nullable(),
});
export type PortalTask = z.infer<typeof portalTaskSchema>;

const moneySchema = z.object({
  currency: currencySchema,
  thisMonthMinor: minorSchema,
  thisMonthAccruals: z.int(),
  /** Ours to pay on the next day of payment. */
  payableMinor: minorSchema,
  inPaymentMinor: minorSchema,
  /** Earned and still being checked, or held with a reason. */
  pendingMinor: minorSchema,
  onHoldMinor: minorSchema,
  /** What the partner owes back after refunds. */
  clawbackMinor: minorSchema,
  maturesOn: day.nullable(),
});

export const homeSchema = z.object({
  partner: z.object({ id: idSchema('partner'), name: z.string() }),
  /** Null for a contact that is in no conveyor. */
  stage: z
    .object({
      code: z.string(),
      path: z.string(),
      since: instantSchema,
      returnOn: day.nullable(),
    })
    .nullable(),
  /** What only the partner can do now; what has a day comes first. */
  tasks: z.array(portalTaskSchema),
  /** Null for an employee to whom money was not opened. The company's currency first. */
  money: z.object({ month: z.string(), nextPayoutOn: day, byCurrency: z.array(moneySchema) }).nullable(),
  deals: z.array(
    z.object({ currency: currencySchema, count: z.int(), waiting: z.int(), amountMinor: minorSchema }),
  ),
  /** Every day of the window, the last one is today; people only. */
  clicks: z.object({ total: z.int(), byDay: z.array(z.object({ day, clicks: z.int() })) }),
  /** Partners that came by this one: their names, and nothing of their money. */
  brought: z.array(z.object({ name: z.string() })),
  face: ourFaceSchema.nullable(),
});
export type Home = z.infer<typeof homeSchema>;

export const getPortalHome = operation({
  id: 'getPortalHome',
  method: 'GET',
  path: '/portal/home',
  summary: 'The partner’s first page: whose move it is, what is earned and on its way, what people opened',
  tag,
  permission: 'portal.read',
  answer: homeSchema,
});

export const exportOwnData = operation({
  id: 'exportOwnData',
  method: 'GET',
  path: '/portal/own-data',
  summary: 'Everything the partner may see here, as one JSON file: exactly what the pages of the portal read',
  tag,
  permission: 'portal.export_own',
  answer: z.unknown(),
  produces: 'application/json',
});
