import type { Language } from '@mosty/kernel/operation';
import { plainAmount, said } from '@mosty/kernel/table-file';
import type { Zone } from '@mosty/kernel/time';
import type { Fact, Point } from '../contract.ts';
import type { presentReview } from '../service/present.ts';
import { words as screens } from '../ui/words.ts';
import { paper } from '../ui/words/paper.ts';

const SOFT = '#555555';

export interface Paper {
  readonly review: Omit<Awaited<ReturnType<typeof presentReview>>, 'can'>;
  readonly company: string;
  readonly language: Language;
  readonly zone: Zone;
}

/** A review as both sides keep it (S0.54): what may be done with it is not part of it, so either side prints the same. */
export function reviewPaper(from: Paper) {
  const { review, language } = from;
  const words = paper[language];
  const title = `${words.title}: ${from.company} – ${review.partner.name}`;
  return {
    title,
    fontSize: 9.5,
    content: [
      { text: title, fontSize: 14, bold: true },
      { text: factsOf(from), color: SOFT, margin: [0, 3, 0, 8] },
      ...review.document.points.flatMap(({ point, facts }, place) => [
        {
          text: `${place + 1}. ${screens[language].point[point]}`,
          bold: true,
          fontSize: 11,
          margin: [0, 8, 0, 2],
        },
        ...counted(from, point, facts),
        ...remarksOf(from, point),
      ]),
      { text: words.signatures, bold: true, fontSize: 11, margin: [0, 14, 0, 4] },
      {
        columns: [
          signature(from, from.company, review.decidedBy, review.decidedAt),
          signature(from, review.partner.name, review.signedBy, review.signedAt),
        ],
        columnGap: 24,
      },
    ],
  };
}

function factsOf({ review, language, zone }: Paper): string {
  const words = paper[language];
  const quarter = screens[language].one.quarter
    .replace('{{n}}', String((Number(review.quarter.slice(5, 7)) - 1) / 3 + 1))
    .replace('{{year}}', review.quarter.slice(0, 4));
  const shown =
    review.shownAt === null ? words.draft : `${words.shown} ${moment(review.shownAt, language, zone)}`;
  const state = review.state === 'shown' ? [] : [screens[language].state[review.state]];
  return [quarter, ...state, shown].join(' · ');
}

function counted({ review, language }: Paper, point: Point, facts: readonly Fact[]): readonly object[] {
  const words = screens[language];
  const soft = (text: string) => [{ text, color: SOFT }];
  if (point === 'plan')
    return review.goals.length === 0 ? soft(words.one.noGoals) : [{ ol: [...review.goals] }];
  if (point === 'decision')
    return review.decision === null
      ? soft(words.one.noDecision)
      : [{ text: [{ text: `${words.decision[review.decision]}. `, bold: true }, review.reason ?? ''] }];
  return facts.length === 0
    ? soft(words.one.nothing)
    : [{ ul: facts.map((fact) => factLine(fact, language)) }];
}

/** The very sentence the screen says. */
function factLine({ code, params }: Fact, language: Language): string {
  const { minor, currency, ...rest } = params;
  const values: Readonly<Record<string, string | number | null>> = {
    ...rest,
    sum: typeof minor === 'number' ? moneyText(minor, String(currency), language) : '',
  };
  const sentence = said(code, { ru: screens.ru.fact, en: screens.en.fact })?.[language] ?? code;
  return sentence.replaceAll(/\{\{(\w+)\}\}/g, (_all, name: string) => {
    const value = values[name] ?? '–';
    return typeof value === 'number' ? value.toLocaleString(language) : value;
  });
}

/** Exact to the last digit: the formatter takes a decimal as text. */
function moneyText(minor: number, currency: string, language: Language): string {
  const plain = plainAmount({ minor: BigInt(minor), currency });
  return new Intl.NumberFormat(language, { style: 'currency', currency }).format(plain as `${number}`);
}

function remarksOf({ review, language, zone }: Paper, point: Point): readonly object[] {
  const words = screens[language].one;
  return review.remarks
    .filter((remark) => remark.point === point)
    .map(({ text, author, side, at }) => ({
      text: [
        text,
        { text: `  ${author} (${words[side]}), ${moment(at, language, zone)}`, color: SOFT, fontSize: 8.5 },
      ],
      margin: [12, 3, 0, 0],
    }));
}

function signature({ language, zone }: Paper, side: string, name: string | null, at: Date | null) {
  const words = paper[language];
  return {
    stack: [
      { text: side, bold: true },
      at === null
        ? { text: words.notYet, color: SOFT }
        : { text: `${name ?? ''}, ${moment(at, language, zone)} (${zone})` },
    ],
  };
}

const moment = (at: Date, language: Language, zone: Zone) =>
  new Intl.DateTimeFormat(language === 'ru' ? 'ru-RU' : 'en-GB', {
    dateStyle: 'short',
    timeStyle: 'short',
    timeZone: zone,
  }).format(at);
