import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { baseReturned, clawbackLine, clawedBack } from './clawback.ts';
import { recompute } from './recompute.ts';

const earned = fc.bigInt({ min: -10_000_000_000n, max: 10_000_000_000n });
const saleMicro = fc.bigInt({ min: 1n, max: 10_000_000_000_000_000n });
/** Cuts of the sale, in parts per million of it, that together may exceed the whole. */
const cuts = fc.array(fc.bigInt({ min: 0n, max: 600_000n }), { maxLength: 8 });

describe('proportional clawback (money.md 6)', () => {
  it('a full refund is the exact negative of the accrual', () => {
    fc.assert(
      fc.property(earned, saleMicro, (earnedMinor, whole) => {
        expect(
          clawedBack({ earnedMinor, saleMicro: whole, returnedMicro: whole, takenBeforeMinor: 0n }),
        ).toBe(-earnedMinor);
      }),
    );
  });

  it('partial refunds never take more than was earned, and those that return everything take exactly it', () => {
    fc.assert(
      fc.property(earned, saleMicro, cuts, (earnedMinor, whole, parts) => {
        let returnedMicro = 0n;
        let taken = 0n;
        for (const part of parts) {
          returnedMicro += (whole * part) / 1_000_000n;
          const amount = clawedBack({
            earnedMinor,
            saleMicro: whole,
            returnedMicro,
            takenBeforeMinor: taken,
          });
          expect(earnedMinor < 0n ? amount >= 0n : amount <= 0n).toBe(true);
          taken -= amount;
          expect(earnedMinor < 0n ? taken >= earnedMinor : taken <= earnedMinor).toBe(true);
        }
        if (returnedMicro >= whole) expect(taken).toBe(earnedMinor);
      }),
    );
  });

  it('a partial refund never voids a whole commission', () => {
    expect(
      clawedBack({ earnedMinor: 10_000n, saleMicro: 100n, returnedMicro: 1n, takenBeforeMinor: 0n }),
    ).toBe(-100n);
  });

  it('the base goes back in the same share, and wholly in the end', () => {
    fc.assert(
      fc.property(saleMicro, saleMicro, cuts, (base, whole, parts) => {
        let before = 0n;
        let left = base;
        for (const part of [...parts, 1_000_000n]) {
          const after = before + (whole * part) / 1_000_000n;
          left += baseReturned(base, whole, before, after);
          before = after;
        }
        expect(left).toBe(0n);
      }),
    );
  });

  it('says what it took, and the words recompute it', () => {
    const returned = {
      earnedMinor: 1_000n,
      saleMicro: 3_000_000n,
      returnedMicro: 2_000_000n,
      takenBeforeMinor: 333n,
    };
    const amount = clawedBack(returned);
    expect(amount).toBe(-334n);
    expect(recompute([clawbackLine(returned, amount)])).toBe(amount);
  });
});
