import type { Random } from './random.ts';

const FORMS = ['ООО', 'ИП', 'ТД', 'Магазин', 'Склад', 'Опт'] as const;
const FIRST = [
  'Север',
  'Ока',
  'Вятка',
  'Дон',
  'Алтай',
  'Кама',
  'Терек',
  'Нева',
  'Байкал',
  'Урал',
  'Волга',
  'Кубань',
  'Ладога',
  'Енисей',
  'Амур',
] as const;
const SECOND = [
  'снаб',
  'торг',
  'маркет',
  'база',
  'товар',
  'склад',
  'пром',
  'ресурс',
  'опт',
  'лавка',
  'дом',
  'град',
] as const;
const SURNAMES = [
  'Агеев',
  'Белова',
  'Власов',
  'Громова',
  'Дроздов',
  'Ежова',
  'Жаров',
  'Зимина',
  'Исаев',
  'Карпова',
  'Лапин',
  'Мохова',
  'Носов',
  'Орлова',
  'Пахомов',
  'Рогова',
  'Сизов',
  'Тихонова',
  'Усов',
  'Фомина',
] as const;

/** An invented name of a small trading company. */
export function clientName(random: Random, number: number): string {
  const form = random.pick(FORMS);
  if (form === 'ИП')
    return `ИП ${random.pick(SURNAMES)} ${random.pick(['А', 'В', 'Е', 'И', 'М', 'О', 'С'])}. ${random.pick(['А', 'В', 'И', 'П', 'С'])}.`;
  const tail = number % 7 === 0 ? ` ${random.between(2, 99)}` : '';
  return `${form} «${random.pick(FIRST)}${random.pick(SECOND)}»${tail}`;
}
