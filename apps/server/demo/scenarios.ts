import { businessDateOf } from '@mosty/kernel/time';
import { createScenario, putDealIntoScenario, recordEffect, type WriteScenario } from '@mosty/scenarios';
import { COMPANY } from './cast.ts';
import { WON, type ToldDeals } from './deals.ts';
import type { Enrolled } from './enrol.ts';
import type { Stage } from './stage.ts';

type Told = Omit<WriteScenario, 'seats'> & {
  readonly seats: readonly {
    role: WriteScenario['seats'][number]['role'];
    does: string;
    who: string | null;
  }[];
  /** As `tellDeals` names them, with what became better where it was measured. */
  readonly deals: readonly { of: string; effect?: string; evidence?: string }[];
};

/** Tasks clients come with, and who of the cast closes each; the first (story 15) and the last still have a gap. */
const SCENARIOS: readonly Told[] = [
  {
    task: 'Выйти на маркетплейс и не продать того, чего нет',
    title: 'Выйти на маркетплейс за 30 дней',
    audience: 'Оптовики и производители с одним складом, которые открывают второй канал продаж.',
    moment: 'Когда впервые отменили заказ из-за неверного остатка или получили штраф площадки.',
    words:
      'Остаток на площадке и на складе – одно число. Мы ведём склад, Вектор ведёт заказы, а переносит и настраивает ДваБайта: через месяц вы продаёте на площадке и ничего не сверяете вручную.',
    faster: 'Остаток обновляется за минуту, а не раз в день',
    lessWork: 'Не нужен человек на сверку: около 30 часов в месяц',
    lowerRisk: 'Нет отмен и штрафов площадки',
    seats: [
      { role: 'source', does: 'Видит в своей CRM клиентов с отменами и знакомит нас', who: 'Вектор CRM' },
      { role: 'implement', does: 'Переносит товары, настраивает обмен за неделю', who: 'ДваБайта' },
      { role: 'expertise', does: 'Разбирает учёт комиссии площадки', who: 'Цифра и баланс' },
      { role: 'expand', does: 'Через месяц смотрит продажи и предлагает вторую площадку', who: null },
    ],
    deals: [
      {
        of: WON,
        effect: 'Коды маркировки списываются вместе с отгрузкой: расхождений не осталось',
        evidence: 'Сверка за неделю: 0 строк вместо 41, файл у клиента',
      },
      { of: 'Северный склад' },
    ],
  },
  {
    task: 'Открыть вторую точку и видеть обе',
    title: 'Вторая точка за месяц',
    audience: 'Кофейни и магазины, у которых подписан второй договор аренды.',
    moment: 'За месяц до открытия: пока ещё можно переделать номенклатуру.',
    words: 'Вторую точку не придётся вести в отдельной таблице: один склад, две кассы, один отчёт.',
    faster: 'Открытие без недели ночного переноса',
    lessWork: 'Один справочник на обе точки',
    lowerRisk: 'Недостача видна в тот же день',
    seats: [
      { role: 'source', does: 'Узнаёт о новой точке первым: ставит кассы', who: 'Касса и кофе' },
      { role: 'implement', does: 'Соединяет кассы со складом', who: 'Учётный двор' },
      {
        role: 'expand',
        does: 'Через квартал смотрит, что ещё нужно, и предлагает третий модуль',
        who: 'Учётный двор',
      },
    ],
    deals: [{ of: 'Пекарня Закваска' }, { of: 'Тихая гавань' }],
  },
  {
    task: 'Убрать ручной учёт брака и возвратов',
    title: 'Возвраты без тетрадки',
    audience: 'Интернет-магазины одежды: возвращают каждую третью посылку.',
    moment: 'После распродажи, когда возвраты лежат горой.',
    words: 'Возврат принят, осмотрен и снова на полке в тот же день – и видно, почему возвращают.',
    faster: 'Товар снова в продаже в день возврата',
    lessWork: '',
    lowerRisk: 'Не продаём брак второй раз',
    seats: [
      { role: 'source', does: 'Возит посылки и видит, у кого много возвратов', who: 'Логист-Партнёр' },
      { role: 'implement', does: 'Настраивает приёмку возвратов на складе клиента', who: null },
    ],
    deals: [{ of: 'Рыба и лёд' }],
  },
];

export async function tellScenarios(
  stage: Stage,
  enrolled: ReadonlyMap<string, Enrolled>,
  told: ToldDeals,
): Promise<void> {
  const measuredOn = businessDateOf(stage.clock.now(), COMPANY.zone);
  for (const { seats, deals, ...words } of SCENARIOS) {
    const { id: scenarioId } = await createScenario(stage.head, {
      ...words,
      seats: seats.map(({ role, does, who }) => ({
        role,
        does,
        agreementId: who === null ? null : (enrolled.get(who)?.agreementId ?? null),
      })),
    });
    for (const { of, effect, evidence } of deals) {
      const dealId = told.get(of);
      if (!dealId) continue;
      await putDealIntoScenario(stage.head, { scenarioId, dealId });
      if (effect && evidence)
        await recordEffect(stage.head, { scenarioId, dealId, effect, evidence, measuredOn });
    }
  }
}
