import { Readable } from 'node:stream';
import type { Kind } from '@mosty/agreements/contract';
import { changeAsset, createAsset, joinIdea, openAsset, proposeIdea, writeAnswer } from '@mosty/library';
import type { AssetKind, AssetStage } from '@mosty/library/contract';
import { storeFile } from '@mosty/files';
import type { Context } from '@mosty/kernel/context';
import { addDays, startOfDay, type BusinessDate } from '@mosty/kernel/time';
import { COMPANY } from './cast.ts';
import type { Enrolled } from './enrol.ts';
import type { Stage } from './stage.ts';

interface Told {
  readonly title: string;
  readonly kind: AssetKind;
  readonly about: string;
  /** A file of so many words, or the words themselves. */
  readonly file?: { readonly name: string; readonly bytes: string };
  readonly body?: string;
  readonly kinds?: readonly Kind[];
  readonly stages?: readonly AssetStage[];
  /** What it said before, so many days earlier. */
  readonly before?: { readonly body: string; readonly daysEarlier: number };
  /** Partners it was made with, and what they gave. */
  readonly by?: readonly (readonly [partner: string, what: string])[];
  /** How long ago it was written: past ninety days it asks to be looked at. */
  readonly daysAgo: number;
}

const LOGO =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40"><rect x="4" y="8" width="32" height="4"/><rect x="4" y="18" width="32" height="4"/><rect x="4" y="28" width="32" height="4"/><text x="46" y="27" font-size="20">Полка</text></svg>\n';
const PRICES =
  'Тариф;Рублей в месяц;Кому\nСтарт;4900;один склад\nРост;12900;два склада и маркетплейс\nСеть;29900;от трёх складов\n';
const CHECKLIST =
  'Переезд на «Полку» за пять дней\n1. Выгрузить остатки.\n2. Сверить один стеллаж.\n3. Подключить кассу.\n4. Провести первый приход.\n5. Закрыть день без тетради.\n';

const ASSETS: readonly Told[] = [
  {
    title: 'Логотип «Полки»',
    kind: 'logo',
    about: 'Для сайта и презентаций.',
    file: { name: 'логотип-полка.svg', bytes: LOGO },
    daysAgo: 40,
  },
  {
    title: 'Тарифы одной таблицей',
    kind: 'text',
    about: 'Отправьте клиенту, который спросил цену.',
    file: { name: 'тарифы.csv', bytes: PRICES },
    stages: ['sell'],
    daysAgo: 20,
  },
  {
    title: 'Переезд за пять дней',
    kind: 'walkthrough',
    about: 'Что сделает клиент в первую неделю.',
    file: { name: 'переезд.txt', bytes: CHECKLIST },
    kinds: ['integrator', 'consultant'],
    daysAgo: 30,
  },
  {
    title: 'Как начать разговор о складе',
    kind: 'script',
    about: 'Три вопроса, после которых клиент сам просит показ.',
    by: [
      ['ДваБайта', 'вопросы из своих разговоров'],
      ['Учётный двор', 'проверили на клиентах'],
    ],
    before: {
      body: 'Расскажите о «Полке» за две минуты.\nПредложите показ.',
      daysEarlier: 40,
    },
    body: 'Как сейчас узнаёте, что товар кончился?\nСколько раз за месяц продали то, чего нет?\nЧто будет, если кладовщик заболеет?',
    daysAgo: 15,
  },
  {
    title: 'Показ за двенадцать минут',
    kind: 'walkthrough',
    about: 'Порядок показа, который чаще всего заканчивается пробным доступом.',
    body: '1. Приход по накладной с телефона.\n2. Заказ с маркетплейса и резерв.\n3. Отчёт «чего не хватит через неделю».\nВ конце спросите, кого ещё позвать.',
    stages: ['first', 'sell'],
    daysAgo: 25,
  },
  {
    title: 'История «Чайной лавки»: минус семь процентов пересорта',
    kind: 'case',
    about: 'Оптовик с двумя складами. Цифры клиент подтвердил.',
    body: 'Было: пересорт 9 % и ручная сверка по субботам. Стало: 2 % через три месяца, сверка каждый день за двадцать минут.',
    stages: ['sell'],
    daysAgo: 60,
  },
  {
    title: 'История «Запчасти 24»: маркетплейс без возвратов по нашей вине',
    kind: 'case',
    about: 'Для тех, кто выходит на маркетплейс.',
    body: 'Было: 14 отмен в неделю из-за остатков. Стало: две за квартал.',
    kinds: ['integrator', 'agent', 'community'],
    stages: ['sell', 'grow'],
    daysAgo: 118,
  },
  {
    title: 'Материалы к осенней распродаже',
    kind: 'banner',
    about: 'То самое, что обещали «Вектор CRM» и отдали на неделю позже. Баннеры и тексты к распродаже.',
    body: 'Заголовок: «Распродажа без чёрных дыр на складе».\nПодпись: остатки сходятся, даже когда заказов втрое больше.',
    daysAgo: 5,
  },
  {
    title: 'Пост для сообщества оптовиков',
    kind: 'text',
    about: 'Замените первое предложение на своё.',
    body: 'Мы перестали продавать то, чего нет. Расскажу, что поменяли на складе и чего это стоило.',
    kinds: ['community', 'creator', 'ambassador'],
    daysAgo: 35,
  },
  {
    title: 'Сценарий ролика на четыре минуты',
    kind: 'script',
    about: 'Живой склад, без слайдов.',
    by: [['Оптовик Денис', 'придумал ход и снял первый вариант']],
    body: 'Кадр 1: приход.\nКадр 2: заказ.\nКадр 3: отчёт.\nСкажите, что вам заплатят за приведённых: так честно и по закону.',
    kinds: ['creator', 'ambassador'],
    daysAgo: 102,
  },
  {
    title: 'Презентация для собственника',
    kind: 'presentation',
    about: 'Пять страниц: деньги, а не функции.',
    body: '1. Сколько денег лежит на складе.\n2. Сколько из них не продаётся.\n3. Что меняется за первый месяц.\n4. Цена и срок.\n5. Кто отвечает.',
    daysAgo: 45,
  },
  {
    title: 'Письмо после показа',
    kind: 'text',
    about: 'Уходит в тот же день.',
    body: 'Спасибо за время. Договорились: вы присылаете остатки, мы до пятницы показываем ваш склад в «Полке».',
    stages: ['first', 'sell'],
    daysAgo: 12,
  },
  {
    title: 'Чем «Полка» не поможет',
    kind: 'text',
    about: 'Честный список: кому советовать не надо.',
    body: 'Производство со сложной сборкой. Аптека. Один товар и одна полка: хватит таблицы.',
    daysAgo: 131,
  },
];

const ANSWERS: readonly (readonly [
  question: string,
  answer: string,
  daysAgo: number,
  forPartners?: boolean,
])[] = [
  [
    'Сколько стоит внедрение?',
    'От 60 до 300 тысяч рублей: зависит от числа складов и от того, кто переносит остатки. Цену называет партнёр, который внедряет.',
    20,
  ],
  ['Есть ли пробный период?', 'Две недели, все возможности, карта не нужна.', 50],
  [
    'Работает ли без интернета?',
    'Приложение кладовщика копит действия и отправляет их, когда связь вернётся.',
    33,
  ],
  [
    'За какой срок платят вознаграждение?',
    'Начисление видно сразу, выплата десятого числа следующего месяца после периода проверки.',
    14,
  ],
  [
    'Что если клиент уже с вами говорил?',
    'Зарегистрируйте сделку: ответ придёт за рабочий день. Кто привёл, решают правила, они открыты.',
    95,
  ],
  [
    'Можно ли давать свою скидку?',
    'Только в пределах промокода. Обещать больше нельзя: это одно из десяти правил.',
    8,
  ],
  [
    'Какую скидку может дать менеджер?',
    'До десяти процентов за оплату года. Больше – только Ирина Соколова.',
    110,
    false,
  ],
];

const IDEAS: readonly {
  title: string;
  words: string;
  from: number;
  till: number;
  kinds?: readonly Kind[];
}[] = [
  {
    title: 'Распродажи ноября: склад, который не врёт',
    words:
      'Напишите своим оптовикам до распродажи: проверим остатки бесплатно за один день. Текст и баннер в материалах.',
    from: -10,
    till: 9,
  },
  {
    title: 'Инвентаризация к Новому году',
    words: 'Совместный прямой эфир: как закрыть год без ночёвки на складе. Ваш опыт, наш показ.',
    from: 12,
    till: 34,
    kinds: ['community', 'creator', 'ambassador', 'consultant'],
  },
  {
    title: 'Маркировка: переход без остановки',
    words: 'Разбираем трёх клиентов вживую. Зовите тех, кто боится остановиться.',
    from: 40,
    till: 70,
    kinds: ['integrator', 'agent', 'consultant'],
  },
  {
    title: 'Сезон школьных товаров',
    words: 'Подборка историй и письмо для продавцов канцелярии.',
    from: -95,
    till: -60,
  },
];

/** What partners work with: some of it stale, one of it late (story 17), and who opened what. */
export async function tellLibrary(
  stage: Stage,
  enrolled: ReadonlyMap<string, Enrolled>,
  reader: Context,
  today: BusinessDate,
): Promise<void> {
  const ended = stage.clock.now();
  const on = (daysAgo: number) =>
    stage.clock.set(new Date(startOfDay(addDays(today, -daysAgo), COMPANY.zone).getTime() + 10 * 3_600_000));
  const made: { readonly id: Awaited<ReturnType<typeof createAsset>>['id']; readonly daysAgo: number }[] = [];
  for (const { daysAgo, file, body, before, by, kinds, stages, ...told } of ASSETS) {
    on(daysAgo + (before?.daysEarlier ?? 0));
    const content = file
      ? ({ form: 'file', fileId: await stored(stage.head, file) } as const)
      : ({ form: 'text', body: body ?? told.about } as const);
    const contributors = (by ?? []).flatMap(([name, what]) => {
      const partnerId = enrolled.get(name)?.partnerId;
      return partnerId ? [{ partnerId, what }] : [];
    });
    const fields = { ...told, kinds: [...(kinds ?? [])], stages: [...(stages ?? [])], contributors };
    const asset = await createAsset(stage.head, {
      ...fields,
      content: before ? { form: 'text', body: before.body } : content,
      publish: true,
    });
    if (before) {
      on(daysAgo);
      await changeAsset(stage.head, { ...fields, assetId: asset.id, language: 'ru', content });
    }
    made.push({ id: asset.id, daysAgo });
  }
  for (const [question, answer, daysAgo, forPartners = true] of ANSWERS) {
    on(daysAgo);
    await writeAnswer(stage.head, { question, answer, forPartners });
  }
  on(30);
  const ideas = [];
  for (const { title, words, from, till, kinds } of IDEAS)
    ideas.push(
      await proposeIdea(stage.head, {
        title,
        words,
        fromOn: addDays(today, from),
        tillOn: addDays(today, till),
        kinds: [...(kinds ?? [])],
      }),
    );
  on(3);
  for (const [place, { id }] of made.entries()) {
    await openAsset(stage.head, { assetId: id });
    if (place % 2 > 0) continue;
    // A material that is not for this kind of partner is not there for them.
    await openAsset(reader, { assetId: id }).catch(() => undefined);
  }
  const [first] = ideas;
  if (first) await joinIdea(reader, { ideaId: first.id, takesPart: true });
  stage.clock.set(ended);
}

async function stored(head: Context, { name, bytes }: { name: string; bytes: string }) {
  return (await storeFile(head, { stream: Readable.from([Buffer.from(bytes)]), name, purpose: 'library' }))
    .id;
}
