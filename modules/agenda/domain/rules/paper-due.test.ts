import { expect, test } from 'vitest';
import { isPaperNews, paperDue } from './paper-due.ts';
import { ground, on } from './ground.fixture.ts';

test('an exclusivity is looked at anew a month before its last day (S1.67)', () => {
  const due = (days: number) =>
    paperDue.find([{ subject: 'x', what: 'exclusivity', partnerId: 'p', dueOn: on(days) }], ground);
  expect(due(31)).toEqual([]);
  const [card] = due(30);
  expect(card).toMatchObject({ partnerId: 'p', params: { what: 'exclusivity' } });
  expect(paperDue.why(card?.params ?? {}, 'Вектор').ru).toContain('решите, продлевать ли и за что');
});

test('an agreement is spoken of a month before its end, a token a week before the day; both are pinned', () => {
  const due = (what: 'agreement' | 'erid', days: number) =>
    paperDue.find([{ subject: 'x', what, partnerId: 'p', dueOn: on(days) }], ground).length;
  expect([due('agreement', 31), due('agreement', 30), due('erid', 8), due('erid', 7)]).toEqual([0, 1, 0, 1]);
  expect(paperDue.find([{ subject: 'x', what: 'erid', partnerId: 'p', dueOn: on(1) }], ground)).toMatchObject(
    [{ pinned: 'law' }],
  );
});

test('news is what became near or late of late: an ended agreement does not end soon, an old act is no news', () => {
  const isNews = (what: 'agreement' | 'exclusivity' | 'erid' | 'report', days: number) =>
    isPaperNews({ subject: 'x', what, partnerId: 'p', dueOn: on(days) }, on(0));
  for (const what of ['agreement', 'exclusivity'] as const)
    expect([31, 30, 0, -1].map((days) => isNews(what, days))).toEqual([false, true, true, false]);
  for (const what of ['erid', 'report'] as const)
    expect([8, 7, -14, -15].map((days) => isNews(what, days))).toEqual([false, true, true, false]);
});
