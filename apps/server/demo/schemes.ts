import { draftScheme, publishVersion, saveTrial } from '@mosty/incentives';
import { termsSchema, type Pay } from '@mosty/incentives/contract';
import type { Id } from '@mosty/kernel/id';
import { addMonths, firstDay, monthOf, type BusinessDate } from '@mosty/kernel/time';
import type { Kind } from './cast.ts';
import type { Stage } from './stage.ts';

interface DemoScheme {
  readonly name: string;
  readonly purpose: string;
  readonly pay: readonly Pay[];
  readonly holdDays: number;
  readonly kinds: readonly Kind[];
}

const SCHEMES: readonly DemoScheme[] = [
  {
    name: 'Агент: 20 % первого года',
    purpose: 'Платим с каждой оплаты клиента в первые двенадцать месяцев',
    pay: [{ kind: 'recurring', months: 12, ratePpm: 200_000 }],
    holdDays: 14,
    kinds: ['agent', 'community', 'consultant'],
  },
  {
    name: 'Внедренец: 25 % двух лет',
    purpose: 'Внедряет и остаётся с клиентом, поэтому доля выше и дольше',
    pay: [{ kind: 'recurring', months: 24, ratePpm: 250_000 }],
    holdDays: 14,
    kinds: ['integrator'],
  },
  {
    name: 'Веб-партнёр: 30 % трёх месяцев',
    purpose: 'За переходы, которые стали оплатами; проверяем тридцать дней',
    pay: [{ kind: 'recurring', months: 3, ratePpm: 300_000 }],
    holdDays: 30,
    kinds: ['affiliate'],
  },
  {
    name: 'Автор: 150 000 ₽ + 20 %',
    purpose: 'Вместо 300 000 ₽ сразу: встречается с фиксом на 750 000 ₽ продаж',
    pay: [{ kind: 'hybrid', fixedMinor: 15_000_000, per: 'agreement', ratePpm: 200_000 }],
    holdDays: 14,
    kinds: [],
  },
  {
    name: 'Амбассадор и автор: 15 % по уровням',
    purpose: 'Чем больше привёл за квартал, тем выше доля',
    pay: [
      {
        kind: 'tiered',
        mode: 'marginal',
        measure: 'money',
        window: 'quarter',
        tiers: [
          { from: 0, ratePpm: 100_000 },
          { from: 10_000_000, ratePpm: 150_000 },
          { from: 30_000_000, ratePpm: 200_000 },
        ],
      },
    ],
    holdDays: 14,
    kinds: ['creator', 'ambassador'],
  },
  {
    name: 'Рекомендация клиента: 3 000 ₽ за первую оплату',
    purpose: 'Благодарность тем, кто сам купил, получил результат и посоветовал',
    pay: [{ kind: 'first_order', bonus: { kind: 'flat', amountMinor: 300_000 } }],
    holdDays: 14,
    kinds: ['client'],
  },
  {
    name: 'Стратегическое: 10 % с оплат',
    purpose: 'Деньги здесь не главное, но они посчитаны',
    pay: [{ kind: 'percent', ratePpm: 100_000 }],
    holdDays: 14,
    kinds: ['ally'],
  },
];

export type SchemeOf = (partner: { readonly name: string; readonly kind: Kind }) => Id<'scheme'>;

/** Written by the head, approved by the owner: author ≠ approver, in the demo as in life. */
export async function publishSchemes(stage: Stage, from: BusinessDate): Promise<SchemeOf> {
  const byKind = new Map<Kind, Id<'scheme'>>();
  const byName = new Map<string, Id<'scheme'>>();
  for (const { name, purpose, pay, holdDays, kinds } of SCHEMES) {
    const terms = termsSchema.parse({
      format: 1,
      currency: 'RUB',
      pay,
      holdDays,
      minimumPayoutMinor: 100_000,
      approval: 'auto',
    });
    const { schemeId, versionId } = await draftScheme(stage.head, { name, purpose, terms, validFrom: from });
    await publishVersion(stage.owner, { versionId });
    byName.set(name, schemeId);
    for (const kind of kinds) byKind.set(kind, schemeId);
  }
  const author = byName.get('Автор: 150 000 ₽ + 20 %');
  return ({ name, kind }) => {
    const found = name === 'Оптовик Денис' ? author : byKind.get(kind);
    if (!found) throw new Error(`no scheme for ${kind}`);
    return found;
  };
}

const COMPARED: readonly { readonly name: string; readonly pay: Pay }[] = [
  { name: '15 % со всех оплат', pay: { kind: 'percent', ratePpm: 150_000 } },
  {
    name: '10 000 ₽ в месяц и 10 %',
    pay: { kind: 'hybrid', fixedMinor: 1_000_000, per: 'month', ratePpm: 100_000 },
  },
  { name: '30 % первых трёх месяцев', pay: { kind: 'recurring', months: 3, ratePpm: 300_000 } },
];

/** The head kept a comparison: what other ways to pay would have cost over the last whole year. */
export async function compareSchemes(stage: Stage, today: BusinessDate): Promise<void> {
  const to = monthOf(today);
  await saveTrial(stage.head, {
    name: 'Чем заменить 20 % агентам',
    class: 'partner_sales',
    from: firstDay(addMonths(to, -12)),
    to: firstDay(to),
    partnerIds: null,
    schemes: COMPARED.map(({ name, pay }) => ({
      name,
      terms: termsSchema.parse({ format: 1, currency: 'RUB', pay: [pay] }),
    })),
  });
}
