import {
  DEPARTMENTS,
  FACTS,
  PILLARS,
  PROCESSES,
  type Fact,
  type Pillar,
  type Question,
} from '../contract.ts';

/** What was counted of a fact; `of` where it is a part of something. */
export interface Counted {
  readonly count: number;
  readonly of: number | null;
}

export type Facts = Readonly<Record<Fact, Counted>>;
export type Answers = ReadonlyMap<Question, string>;

/** Facts that count what is wrong: met when there is nothing of it. The rest are met when there is something. */
const FAULTS: ReadonlySet<Fact> = new Set(['promises_kept', 'partners_answered', 'flags_answered']);
/** Facts that are a part of a whole: met from this part of a hundred on. */
const PARTS: Readonly<Partial<Record<Fact, number>>> = {
  goods_known: 90,
  materials_fresh: 100,
  scenarios_whole: 100,
};

export function isMet(fact: Fact, { count, of }: Counted): boolean {
  if (FAULTS.has(fact)) return count === 0;
  const part = PARTS[fact];
  return part === undefined ? count > 0 : of !== null && of > 0 && count * 100 >= part * of;
}

export function judgePillars(facts: Facts) {
  return PILLARS.map((pillar: Pillar) => {
    const items = FACTS[pillar].map((code) => ({ code, met: isMet(code, facts[code]), ...facts[code] }));
    return { pillar, met: items.filter(({ met }) => met).length, items };
  });
}

/** Under these our own service burns what partners bring (S0.69). The company may be better; worse is said aloud. */
const POOR = { own_nps: 0, own_answer_hours: 24, own_solved_percent: 80 } as const;

const numberOf = (answers: Answers, question: Question): number | null => {
  const said = answers.get(question);
  return said === undefined ? null : Number(said);
};

export interface Warning {
  readonly code: string;
  readonly count: number;
}

/**
 * What is said aloud before anybody is recruited: nobody owns the profit and loss (S3.26), the programme lives outside
 * sales (S3.7, S3.9), a process is nobody's (S0.6), own service is poor or unknown (S0.69), a keeper has too many (S2.17),
 * an alliance has no department that answers for it (S2.32).
 */
export function warn(
  answers: Answers,
  { overloaded, ownerless }: { readonly overloaded: number; readonly ownerless: number },
): Warning[] {
  const warnings: Warning[] = [];
  const say = (code: string, count = 1): void => void warnings.push({ code, count });
  if (!answers.has('profit_owner')) say('no_profit_owner');
  const department = answers.get('department');
  if (department === undefined) say('no_department');
  else if (department === 'marketing') say('in_marketing');
  else if (department === 'other') say('outside_sales');
  const nobodys = PROCESSES.filter((process) => !answers.has(`owner_${process}`)).length;
  if (nobodys > 0) say('nobodys_process', nobodys);
  const nps = numberOf(answers, 'own_nps');
  const hours = numberOf(answers, 'own_answer_hours');
  const solved = numberOf(answers, 'own_solved_percent');
  const unknown = [nps, hours, solved].filter((value) => value === null).length;
  if (unknown > 0) say('service_unknown', unknown);
  if (nps !== null && nps < POOR.own_nps) say('poor_nps', nps);
  if (hours !== null && hours > POOR.own_answer_hours) say('slow_answers', hours);
  if (solved !== null && solved < POOR.own_solved_percent) say('unsolved', solved);
  if (overloaded > 0) say('overloaded', overloaded);
  if (ownerless > 0) say('ownerless_alliance', ownerless);
  return warnings;
}

/** How many partners one person can lead unless the company says otherwise: personally, and by the self-service way. */
export const CAPACITY = { highTouch: 12, scaled: 80 } as const;

export function capacityOf(answers: Answers): { highTouch: number; scaled: number } {
  return {
    highTouch: numberOf(answers, 'capacity_high_touch') ?? CAPACITY.highTouch,
    scaled: numberOf(answers, 'capacity_scaled') ?? CAPACITY.scaled,
  };
}

/** Time of one person is one: half of each track's measure fills it. */
export const isOver = (
  led: { readonly highTouch: number; readonly scaled: number },
  capacity: { readonly highTouch: number; readonly scaled: number },
): boolean =>
  led.highTouch * capacity.scaled + led.scaled * capacity.highTouch > capacity.highTouch * capacity.scaled;

/** What must stand before a network of so many (S2.18): each step asks all of the steps before it too. */
const STEPS: readonly { readonly partners: number; readonly asks: readonly (Fact | Question)[] }[] = [
  {
    partners: 30,
    asks: ['profit_owner', 'gates_used', 'launches_go', 'sales_told', 'owner_check', 'owner_launch'],
  },
  {
    partners: 300,
    asks: ['plan_set', 'materials_fresh', 'scenarios_whole', 'promises_kept', 'owner_support', 'owner_money'],
  },
  {
    partners: 1_000,
    asks: [
      'goods_known',
      'partners_answered',
      'flags_answered',
      'own_answer_hours',
      'owner_search',
      'owner_exit',
    ],
  },
];

export function scaleSteps(facts: Facts, answers: Answers, working: number) {
  const isThere = (code: Fact | Question): boolean =>
    code in facts ? isMet(code as Fact, facts[code as Fact]) : answers.has(code as Question);
  return STEPS.map(({ partners }, place) => ({
    partners,
    isHere: working < partners && working >= (STEPS[place - 1]?.partners ?? 0),
    missing: STEPS.slice(0, place + 1).flatMap(({ asks }) => asks.filter((code) => !isThere(code))),
  }));
}

/** Why a value is no answer to its question, or null. */
export function whatIsWrong(question: Question, value: string): 'number' | 'department' | null {
  if (question === 'department')
    return (DEPARTMENTS as readonly string[]).includes(value) ? null : 'department';
  if (question === 'profit_owner' || question.startsWith('owner_')) return null;
  const number = Number(value);
  const [from, to] =
    question === 'own_nps' ? [-100, 100] : question === 'own_solved_percent' ? [0, 100] : [1, 10_000];
  return Number.isInteger(number) && number >= from && number <= to ? null : 'number';
}
