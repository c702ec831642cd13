import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CARDS_MAX, choose, type Choosable } from './choose.ts';
import { onePerPartner } from './group.ts';

const cardsOf = (max: number, pinned = true) =>
  fc
    .array(
      fc.record({
        valueMinor: fc.bigInt({ min: 0n, max: 500n }),
        minutes: fc.integer({ min: 1, max: 90 }),
        isNewFace: fc.boolean(),
        isPinned: pinned ? fc.boolean().map((one) => one && max < 400) : fc.constant(false),
      }),
      { maxLength: max },
    )
    .map((drawn) => drawn.map((card, place): Choosable => ({ ...card, id: `c${place}` })));

const minutesOf = (cards: readonly Choosable[]) => cards.reduce((sum, { minutes }) => sum + minutes, 0);
const freshOf = (cards: readonly Choosable[]) => minutesOf(cards.filter(({ isNewFace }) => isNewFace));
const valueOf = (cards: readonly Choosable[]) => cards.reduce((sum, card) => sum + card.valueMinor, 0n);

/** Every set there is: pinned always in, the rest within room and places; the strictest quotas that some set keeps. */
function bruteForce(cards: readonly Choosable[], capacity: number): bigint {
  const pinned = cards.filter(({ isPinned }) => isPinned);
  const rest = cards.filter(({ isPinned }) => !isPinned);
  const room = Math.max(0, capacity - minutesOf(pinned));
  const sets: Choosable[][] = [];
  for (let mask = 0; mask < 1 << rest.length; mask += 1) {
    const picked = rest.filter((_card, place) => (mask >> place) & 1);
    if (minutesOf(picked) <= room && (picked.length === 0 || picked.length + pinned.length <= CARDS_MAX))
      sets.push([...pinned, ...picked]);
  }
  const half = (set: Choosable[]) => freshOf(set) * 2 <= minutesOf(set);
  const face = (set: Choosable[]) => freshOf(set) > 0;
  for (const kept of [
    sets.filter((set) => half(set) && face(set)),
    sets.filter(half),
    sets.filter(face),
    sets,
  ]) {
    const best = kept.map(valueOf).toSorted((a, b) => (a > b ? -1 : 1))[0];
    if (best !== undefined) return best;
  }
  throw new Error('the empty set is always there');
}

test('the choice is worth exactly what the best of all sets is worth, under the same quotas', () => {
  fc.assert(
    fc.property(cardsOf(11), fc.integer({ min: 0, max: 240 }), (cards, capacity) => {
      expect(choose(cards, capacity).valueMinor).toBe(bruteForce(cards, capacity));
    }),
    { numRuns: 150 },
  );
});

test('many cards that take the same minutes: still the best of all sets, and twenty thousand are planned at once', () => {
  const alike = cardsOf(13).map((cards) =>
    cards.map((card) => ({ ...card, minutes: card.minutes < 60 ? 20 : 30 })),
  );
  fc.assert(
    fc.property(alike, fc.integer({ min: 0, max: 300 }), (cards, capacity) => {
      expect(choose(cards, capacity).valueMinor).toBe(bruteForce(cards, capacity));
    }),
    { numRuns: 60 },
  );
  const many = Array.from(
    { length: 20_000 },
    (_, place): Choosable => ({
      id: `c${place}`,
      valueMinor: BigInt((place * 7_919) % 20_011),
      minutes: 10 + (place % 6) * 5,
      isNewFace: place % 9 === 0,
      isPinned: false,
    }),
  );
  expect(choose(many, 180)).toEqual(choose(many.toReversed(), 180));
});

test('S1.58, S1.61: half of the minutes are of partners we have and one face is new, or it is said that it cannot be', () => {
  fc.assert(
    fc.property(cardsOf(14), fc.integer({ min: 0, max: 300 }), (cards, capacity) => {
      const choice = choose(cards, capacity);
      const set = cards.filter(({ id }) => choice.chosen.includes(id));
      expect(choice.existing === 'met').toBe(freshOf(set) * 2 <= minutesOf(set));
      expect(choice.newFace === 'met').toBe(freshOf(set) > 0);
      if (choice.newFace === 'impossible') expect(cards.every(({ isNewFace }) => !isNewFace)).toBe(true);
    }),
    { numRuns: 150 },
  );
});

test('pinned cards are always in; the others keep to the minutes and to nine cards', () => {
  fc.assert(
    fc.property(cardsOf(20), fc.integer({ min: 0, max: 300 }), (cards, capacity) => {
      const choice = choose(cards, capacity);
      const pinned = cards.filter(({ isPinned }) => isPinned);
      for (const { id } of pinned) expect(choice.chosen).toContain(id);
      expect(choice.minutes).toBeLessThanOrEqual(Math.max(capacity, minutesOf(pinned)));
      expect(choice.chosen.length).toBeLessThanOrEqual(Math.max(CARDS_MAX, pinned.length));
      expect(new Set(choice.chosen).size).toBe(choice.chosen.length);
    }),
    { numRuns: 150 },
  );
});

test('the order in which cards come does not matter', () => {
  fc.assert(
    fc.property(
      cardsOf(12).chain((cards) =>
        fc.tuple(
          fc.constant(cards),
          fc.shuffledSubarray(cards, { minLength: cards.length, maxLength: cards.length }),
        ),
      ),
      ([cards, shuffled]) => {
        expect(choose(shuffled, 180)).toEqual(choose(cards, 180));
      },
    ),
    { numRuns: 100 },
  );
});

test('the week is never worth less when the stake of a card grows', () => {
  fc.assert(
    fc.property(cardsOf(10), fc.nat(), fc.bigInt({ min: 1n, max: 300n }), (cards, place, more) => {
      fc.pre(cards.length > 0);
      const grown = cards.map((card, at) =>
        at === place % cards.length ? { ...card, valueMinor: card.valueMinor + more } : card,
      );
      expect(choose(grown, 180).valueMinor).toBeGreaterThanOrEqual(choose(cards, 180).valueMinor);
    }),
    { numRuns: 100 },
  );
});

test('the biggest partner is not dropped because its card is long: value per minute would take the two small ones', () => {
  const card = (id: string, valueMinor: bigint, minutes: number): Choosable => ({
    id,
    valueMinor,
    minutes,
    isNewFace: false,
    isPinned: false,
  });
  expect(choose([card('big', 100n, 60), card('a', 50n, 20), card('b', 45n, 20)], 60).chosen).toEqual(['big']);
});

test('the work grows with cards, minutes and places, not with sets: 400 cards are walked a fixed number of times', () => {
  let reads = 0;
  const cards = Array.from({ length: 400 }, (_none, place): Choosable => {
    const minutes = 5 + ((place * 7) % 40);
    return {
      id: `c${place}`,
      valueMinor: BigInt((place * 7919) % 1000),
      get minutes() {
        reads += 1;
        return minutes;
      },
      isNewFace: place % 3 === 0,
      isPinned: false,
    };
  });
  const choice = choose(cards, 180);
  expect(choice.chosen.length).toBeGreaterThan(3);
  // Each card is looked at once a place and a minute, and a few times for sorting and sums.
  expect(reads).toBeLessThan(400 * CARDS_MAX * 181 * 3);
});

test('one card of a partner: the pinned one leads, then the strongest; none is lost', () => {
  const found = fc.array(
    fc.record({
      id: fc.uuid(),
      partnerId: fc.constantFrom('a', 'b', 'c'),
      valueMinor: fc.bigInt({ min: 0n, max: 9n }),
      pinned: fc.constantFrom(null, 'law'),
    }),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(found, (cards) => {
      const groups = onePerPartner(cards);
      expect(new Set(groups.map(({ lead }) => lead.partnerId)).size).toBe(groups.length);
      expect(groups.flatMap(({ lead, also }) => [lead, ...also]).length).toBe(cards.length);
      for (const { lead, also } of groups)
        for (const one of also)
          expect(lead.pinned !== null || (one.pinned === null && lead.valueMinor >= one.valueMinor)).toBe(
            true,
          );
    }),
  );
});
