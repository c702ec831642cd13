import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Refusal } from '@mosty/kernel/refusal';
import { businessDateOf, type BusinessDate } from '@mosty/kernel/time';
import {
  approve,
  byRegistration,
  doubtAbout,
  expire,
  extend,
  newRegistration,
  reject,
  revive,
  SHIPPED_RULES,
  standingBefore,
  stands,
  withdraw,
  type Registered,
} from './registration.ts';
import { settleOverlaps, type Worked } from './overlaps.ts';
import { afterWorkingHours } from './working-hours.ts';

const ZONE = 'Europe/Moscow';
const DAY_MS = 86_400_000;
const START = Date.parse('2026-03-02T06:00:00Z');
const at = (day: number) => new Date(START + day * DAY_MS);
const dayOf = (day: number) => businessDateOf(at(day), ZONE);
const moment = (day: number) => ({ now: at(day), zone: ZONE, rules: SHIPPED_RULES });

function fresh(number: number, partnerId: string, day: number, others: readonly Registered[]): Registered {
  const doubt = doubtAbout({ partnerId, kind: 'new' }, others, { hasPaid: false }, dayOf(day));
  return {
    id: `deal_${number}`,
    number,
    clientId: 'client',
    partnerId,
    decidedAt: null,
    protectedUntil: null,
    extendedTimes: 0,
    handoverBasis: 'client_consent',
    clientConfirmedAt: null,
    outcome: null,
    ...newRegistration(doubt, moment(day)),
  };
}

type Act =
  | { readonly act: 'register'; readonly partner: string }
  | { readonly act: 'approve' | 'reject' | 'withdraw' | 'extend' | 'lose'; readonly place: number };
const acts = fc.array(
  fc.tuple(
    fc.integer({ min: 0, max: 40 }),
    fc.oneof(
      fc.record({ act: fc.constant('register' as const), partner: fc.constantFrom('a', 'b', 'c') }),
      fc.record({
        act: fc.constantFrom(
          'approve' as const,
          'reject' as const,
          'withdraw' as const,
          'extend' as const,
          'lose' as const,
        ),
        place: fc.nat({ max: 20 }),
      }),
    ),
  ),
  { maxLength: 40 },
);

/** One client and whatever may happen to its registrations; after each step `check` looks at all of them. */
function play(
  script: readonly (readonly [number, Act])[],
  check: (deals: readonly Registered[], today: BusinessDate, before: readonly Registered[]) => void,
): void {
  let deals: Registered[] = [];
  let day = 0;
  const put = (changed: readonly Registered[]) => {
    const byId = new Map(changed.map((deal) => [deal.id, deal]));
    deals = deals.map((deal) => byId.get(deal.id) ?? deal);
  };
  const end = (ended: Registered) => {
    put([ended]);
    put(
      revive(
        deals.filter((deal) => deal.yieldsToDealId === ended.id),
        deals,
        moment(day),
      ),
    );
  };
  for (const [days, act] of script) {
    day += days;
    const before = deals;
    for (const deal of deals) {
      const expired = expire(deal, moment(day));
      if (expired) end(expired);
    }
    if (act.act === 'register') deals = [...deals, fresh(deals.length + 1, act.partner, day, deals)];
    else {
      const deal = deals[act.place % Math.max(1, deals.length)];
      if (!deal) continue;
      if (act.act === 'lose') {
        if (deal.outcome === null) end({ ...deal, outcome: 'lost' });
      } else {
        const changed =
          act.act === 'approve'
            ? approve(deal, deals, moment(day))
            : act.act === 'extend'
              ? extend(deal, moment(day))
              : act.act === 'reject'
                ? reject(deal, moment(day))
                : withdraw(deal, moment(day));
        if (changed instanceof Refusal) continue;
        if (act.act === 'approve' || act.act === 'extend') put([changed]);
        else end(changed);
      }
    }
    check(deals, dayOf(day), before);
  }
}

describe('registrations of one client, whatever happens to them', () => {
  it('never two partners at once: one of them stands at most', () => {
    fc.assert(
      fc.property(acts, (script) => {
        play(script, (deals, today) => {
          const standing = new Set(
            deals.filter((deal) => stands(deal, today)).map(({ partnerId }) => partnerId),
          );
          expect(standing.size).toBeLessThanOrEqual(1);
        });
      }),
    );
  });

  it('periods of protection of two partners never overlap', () => {
    fc.assert(
      fc.property(acts, (script) => {
        play(script, (deals, today) => {
          const periods = deals.flatMap(
            ({ partnerId, registration, registeredAt, protectedUntil, outcome }) =>
              registration === 'approved' &&
              outcome === null &&
              registeredAt &&
              protectedUntil &&
              protectedUntil >= today
                ? [{ partnerId, until: protectedUntil }]
                : [],
          );
          expect(new Set(periods.map(({ partnerId }) => partnerId)).size).toBeLessThanOrEqual(1);
        });
      }),
    );
  });

  it('what came second always yields to a registration that stands, or to nothing', () => {
    fc.assert(
      fc.property(acts, (script) => {
        play(script, (deals, today) => {
          for (const deal of deals.filter(
            ({ registration, outcome }) => registration === 'conflicted' && outcome === null,
          )) {
            const before = deals.find(({ id }) => id === deal.yieldsToDealId);
            if (before) expect(stands(before, today) || before.partnerId === deal.partnerId).toBe(true);
          }
        });
      }),
    );
  });

  it('rejected, withdrawn and expired are final', () => {
    const FINAL = new Set(['rejected', 'withdrawn', 'expired']);
    fc.assert(
      fc.property(acts, (script) => {
        play(script, (deals, _today, before) => {
          for (const deal of before.filter(({ registration }) => FINAL.has(registration)))
            expect(deals.find(({ id }) => id === deal.id)?.registration).toBe(deal.registration);
        });
      }),
    );
  });

  it('protection is not prolonged more often than the rules let', () => {
    fc.assert(
      fc.property(acts, (script) => {
        play(script, (deals) => {
          for (const deal of deals)
            expect(deal.extendedTimes).toBeLessThanOrEqual(SHIPPED_RULES.extensionsMax);
        });
      }),
    );
  });
});

describe('two partners with one client', () => {
  const first = fresh(1, 'a', 0, []);
  const second = fresh(2, 'b', 1, [first]);

  it('the earlier stands, the other came second and is promised no answer', () => {
    expect(first).toMatchObject({ registration: 'pending', doubt: null });
    expect(second).toMatchObject({
      registration: 'conflicted',
      doubt: 'registered_earlier',
      yieldsToDealId: first.id,
      answerDueAt: null,
    });
    expect(standingBefore(second, [first, second], dayOf(1))?.id).toBe(first.id);
    expect(approve(second, [first, second], moment(1))).toMatchObject({ code: 'deals.registered_earlier' });
  });

  it('when the earlier is refused, the other has its turn and counts from then', () => {
    const [turned] = revive([second], [second], moment(5));
    expect(turned).toMatchObject({
      registration: 'pending',
      doubt: null,
      yieldsToDealId: null,
      registeredAt: at(5),
    });
    expect(turned?.answerDueAt?.getTime()).toBeGreaterThan(at(5).getTime());
  });

  it('our slowness costs the partner nothing: protection counts from the registration', () => {
    const approved = approve(first, [first], moment(10));
    expect(approved).toMatchObject({ registration: 'approved', protectedUntil: dayOf(90) });
  });

  it('a client that waits for its own «да» is not approved before it', () => {
    const asked: Registered = { ...first, handoverBasis: 'confirmation_letter' };
    expect(approve(asked, [asked], moment(1))).toMatchObject({ code: 'deals.client_not_asked' });
    const confirmed = { ...asked, clientConfirmedAt: at(1) };
    expect(approve(confirmed, [confirmed], moment(1))).toMatchObject({ registration: 'approved' });
  });
});

describe('the promised answer', () => {
  const after = (from: string, hours: number) => afterWorkingHours(new Date(from), hours, ZONE).toISOString();

  it('counts hours of work: nights and weekends are not ours', () => {
    expect(after('2026-03-02T06:00:00Z', 4)).toBe('2026-03-02T10:00:00.000Z');
    expect(after('2026-03-06T13:00:00Z', 4)).toBe('2026-03-09T08:00:00.000Z');
    expect(after('2026-03-07T12:00:00Z', 9)).toBe('2026-03-09T15:00:00.000Z');
  });

  it('is later for later questions and for longer promises', () => {
    const hours = fc.integer({ min: 1, max: 100 });
    const minutes = fc.integer({ min: 0, max: 20_000 });
    fc.assert(
      fc.property(minutes, minutes, hours, hours, (from, later, short, more) => {
        const start = new Date(START + from * 60_000);
        const next = new Date(start.getTime() + later * 60_000);
        expect(afterWorkingHours(next, short, ZONE) >= afterWorkingHours(start, short, ZONE)).toBe(true);
        expect(afterWorkingHours(start, short + more, ZONE) > afterWorkingHours(start, short, ZONE)).toBe(
          true,
        );
        const due = afterWorkingHours(start, short, ZONE);
        expect([0, 6]).not.toContain(new Date(due.getTime() + 3 * 3_600_000).getUTCDay());
      }),
    );
  });
});

describe('a list of deals of the past', () => {
  const worked = fc.array(
    fc.record({
      clientId: fc.constantFrom('x', 'y'),
      partnerId: fc.constantFrom('a', 'b', 'c'),
      from: fc.integer({ min: 0, max: 200 }),
      lasted: fc.option(fc.integer({ min: 0, max: 150 })),
    }),
    { maxLength: 25 },
  );
  const about = { zone: ZONE, today: dayOf(400), protectionDays: 90 };
  const toWorked = (
    told: { clientId: string; partnerId: string; from: number; lasted: number | null }[],
  ): Worked[] =>
    told.map(({ clientId, partnerId, from, lasted }, place) => ({
      id: `deal_${String(place).padStart(3, '0')}`,
      number: place + 1,
      clientId,
      partnerId,
      registeredAt: at(from),
      closedAt: lasted === null ? null : at(from + lasted),
    }));

  it('gives the same answer in whatever order it is told', () => {
    fc.assert(
      fc.property(worked, (told) => {
        const deals = toWorked(told);
        expect(new Map(settleOverlaps(deals.toReversed(), about))).toEqual(settleOverlaps(deals, about));
      }),
    );
  });

  it('says that one came second exactly when another partner’s stood on its first day', () => {
    fc.assert(
      fc.property(worked, (told) => {
        const deals = toWorked(told);
        const settled = settleOverlaps(deals, about);
        const until = (deal: Worked): BusinessDate => {
          const promised = settled.get(deal.id)?.protectedUntil ?? ('0000-01-01' as BusinessDate);
          const closed = deal.closedAt && businessDateOf(deal.closedAt, ZONE);
          return closed && closed < promised ? closed : promised;
        };
        for (const deal of deals) {
          const day = businessDateOf(deal.registeredAt as Date, ZONE);
          const stood = deals.some(
            (other) =>
              other.clientId === deal.clientId &&
              other.partnerId !== deal.partnerId &&
              settled.get(other.id)?.registration !== 'conflicted' &&
              (other.registeredAt as Date) <= (deal.registeredAt as Date) &&
              ((other.registeredAt as Date) < (deal.registeredAt as Date) || other.id < deal.id) &&
              until(other) >= day,
          );
          expect(settled.get(deal.id)?.registration === 'conflicted').toBe(stood);
        }
      }),
    );
  });
});

it('the order of registrations is total', () => {
  const deals = [fresh(2, 'a', 3, []), fresh(1, 'b', 3, []), fresh(3, 'c', 1, [])];
  expect(deals.toSorted(byRegistration).map(({ number }) => number)).toEqual([3, 1, 2]);
});
