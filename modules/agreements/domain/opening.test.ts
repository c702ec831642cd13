import { businessDate } from '@mosty/kernel/time';
import { Refusal } from '@mosty/kernel/refusal';
import { PROOFS } from '@mosty/directory/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CLASSES, KINDS, KINDS_OF } from '../contract/classes.ts';
import {
  checkCapacity,
  checkLaunchDay,
  checkOpening,
  checkOutside,
  checkReferrer,
  type NewAgreement,
} from './opening.ts';

const today = businessDate('2026-03-02');
const anyDay = fc
  .integer({ min: 0, max: 3_000 })
  .map((days) => businessDate(new Date(Date.UTC(2020, 0, 1 + days)).toISOString().slice(0, 10)));
const row: NewAgreement = { partnerId: 'par', class: 'partner_sales', kind: 'agent', startsOn: today };

describe('opening an agreement', () => {
  it('a referral is refused exactly when a proof is missing, the payment came later, or the client refers already (S2.7, S2.9)', () => {
    const anyReferrer = fc.record({
      firstPaidOn: fc.option(anyDay),
      missingProofs: fc.subarray([...PROOFS]),
      refers: fc.boolean(),
    });
    fc.assert(
      fc.property(anyReferrer, anyDay, (client, startsOn) => {
        const late = client.firstPaidOn !== null && client.firstPaidOn > startsOn;
        expect(checkReferrer(client, startsOn) !== null).toBe(
          client.missingProofs.length > 0 || late || client.refers,
        );
      }),
    );
  });

  it('a client nobody knows cannot refer (S2.6)', () => {
    expect(checkReferrer(undefined, today)?.code).toBe('agreements.client_unknown');
  });

  it('the last free place of the client base is taken, the next one is refused (S2.11)', () => {
    fc.assert(
      fc.property(fc.nat(1_000), fc.nat(1_000), (used, allowed) => {
        expect(checkCapacity(used, allowed) === null).toBe(used < allowed);
      }),
    );
  });

  it('only the pairs of class and kind that exist are taken, and client is the kind of referral alone (S2.6)', () => {
    for (const one of CLASSES) {
      for (const kind of KINDS) {
        const clientId = one === 'referral' ? 'cus' : null;
        const refusal = checkOpening({ ...row, class: one, kind, clientId }, today);
        expect(refusal === null).toBe(KINDS_OF[one].includes(kind));
        if (kind === 'client') expect(refusal === null).toBe(one === 'referral');
      }
    }
  });

  it('somebody who paid as a client sells from outside only by the head’s word with a reason (S2.14)', () => {
    expect(checkOutside(row, false, false)).toBeNull();
    expect(checkOutside(row, true, true)?.code).toBe('agreements.partner_was_client');
    expect(checkOutside({ ...row, classReason: 'продаёт своей сети' }, true, false)?.code).toBe(
      'agreements.head_confirms_class',
    );
    expect(checkOutside({ ...row, classReason: 'продаёт своей сети' }, true, true)).toBeNull();
  });

  it('nothing is launched before it was accepted or in the future (S2.19)', () => {
    fc.assert(
      fc.property(anyDay, fc.option(anyDay), anyDay, (launchedOn, acceptedOn, now) => {
        const allowed = acceptedOn !== null && acceptedOn <= launchedOn && launchedOn <= now;
        expect(checkLaunchDay(launchedOn, acceptedOn, now) === null).toBe(allowed);
      }),
    );
  });

  it('an agreement ends after it starts', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (startsOn, endsOn) => {
        const refusal = checkOpening({ ...row, startsOn, endsOn }, today);
        expect(refusal instanceof Refusal).toBe(endsOn <= startsOn);
      }),
    );
  });
});
