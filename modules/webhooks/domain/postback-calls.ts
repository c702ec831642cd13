import * as z from 'zod';
import type { PostbackView } from '../contract/postbacks.ts';
import type { Happened } from './public-events.ts';
import { majorUnits, type Fill } from './template.ts';

/** One call a partner may have asked for: of one lead, sale or accrual of an event. */
export interface Call {
  readonly about: PostbackView['about'];
  readonly partnerId: string;
  readonly item: string;
  readonly saleId: string | null;
  readonly clickId: string | null;
  readonly fill: Fill;
}

const text = z.string();
const leads = z.object({
  leads: z.array(
    z.object({ leadId: text, partnerId: text.nullish(), clickId: text.nullish(), clientId: text.nullish() }),
  ),
});
const accruals = z.object({
  accruals: z.array(
    z.object({
      accrualId: text,
      partnerId: text,
      saleId: text.nullish(),
      amountMinor: z.union([z.int(), text]),
      currency: text,
    }),
  ),
});

/** A partner is told of what it earned by, not of what refunds took back: that stands in its statement. */
export function callsOf(event: Happened): Call[] {
  if (event.type === 'lead.created') {
    const told = leads.safeParse(event.body);
    return (told.data?.leads ?? []).flatMap(({ leadId, partnerId, clickId }) =>
      partnerId
        ? [
            {
              about: 'lead' as const,
              partnerId,
              item: leadId,
              saleId: null,
              clickId: clickId ?? null,
              fill: { event: 'lead', lead_id: leadId },
            },
          ]
        : [],
    );
  }
  const about = ABOUT[event.type];
  if (!about) return [];
  const told = accruals.safeParse(event.body);
  return (told.data?.accruals ?? []).flatMap(({ accrualId, partnerId, saleId, amountMinor, currency }) => {
    const minor = BigInt(amountMinor);
    if (!saleId || minor <= 0n) return [];
    return [
      {
        about,
        partnerId,
        item: accrualId,
        saleId,
        clickId: null,
        fill: {
          event: about,
          accrual_id: accrualId,
          sale_id: saleId,
          amount: majorUnits(minor, currency),
          amount_minor: minor.toString(),
          currency,
        },
      },
    ];
  });
}

const ABOUT: Readonly<Record<string, 'sale' | 'approval'>> = {
  'accrual.created': 'sale',
  'accrual.approved': 'approval',
};

const sales = z.object({
  sales: z.array(z.object({ saleId: text, clickId: text.nullish(), clientId: text.nullish() })),
});

/** A click named with a sale, or with a lead of a client. */
export interface ClickBehind {
  readonly subjectId: string;
  readonly clickId: string;
}

export interface ClickOwner {
  readonly clickId: string;
  readonly partnerId: string;
}

export interface Told {
  readonly saleId: string;
  readonly clickId: string | null;
  readonly clientId: string | null;
}

export function salesTold(event: Happened): Told[] {
  const told = event.type === 'sale.created' ? sales.safeParse(event.body) : null;
  return (told?.data?.sales ?? []).map(({ saleId, clickId, clientId }) => ({
    saleId,
    clickId: clickId ?? null,
    clientId: clientId ?? null,
  }));
}

/** Leads that carry a click: it stands behind what the client buys later. */
export function leadClicks(event: Happened): ClickBehind[] {
  const told = event.type === 'lead.created' ? leads.safeParse(event.body) : null;
  return (told?.data?.leads ?? []).flatMap(({ clientId, clickId }) =>
    clientId && clickId ? [{ subjectId: clientId, clickId }] : [],
  );
}

const clicks = z.object({ clicks: z.array(z.object({ clickId: text, partnerId: text })) });

/** Whose clicks those are that leads and sales named. */
export function clickOwners(event: Happened): ClickOwner[] {
  const told = event.type === 'click.bound' ? clicks.safeParse(event.body) : null;
  return told?.data?.clicks ?? [];
}
