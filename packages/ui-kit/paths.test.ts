import { expect, test } from 'vitest';
import { paths, safeReturn } from './paths.ts';

test('every page of the app and its filters', () => {
  const all = Object.entries(paths).map(
    ([name, page]) => `${name}  ${page.pattern}${page.filters.length ? `?${page.filters.join('&')}` : ''}`,
  );
  expect(all.join('\n')).toMatchSnapshot();
});

test('no two pages share an address', () => {
  const patterns = Object.values(paths).map((page) => page.pattern.replace(/\$\w+/g, '$'));
  expect(new Set(patterns).size).toBe(patterns.length);
});

test('parameters are escaped, empty filters are left out, and they keep one order', () => {
  expect(paths.partner({ partnerId: 'par_1' })).toBe('/partners/par_1');
  expect(paths.partner({ partnerId: 'a/b?c' }, { tab: 'money' })).toBe('/partners/a%2Fb%3Fc?tab=money');
  expect(paths.deals({ partner: 'par_1', q: 'Склад & Ко', month: '' })).toBe(
    '/deals?q=%D0%A1%D0%BA%D0%BB%D0%B0%D0%B4+%26+%D0%9A%D0%BE&partner=par_1',
  );
  expect(paths.channel()).toBe('/');
});

test.each([
  ['/deals?q=1', '/deals?q=1'],
  [undefined, '/'],
  ['https://elsewhere.example/', '/'],
  ['//elsewhere.example/', '/'],
  ['/\\elsewhere.example', '/'],
  ['/sign-in?to=/sign-in', '/'],
])('after signing in one comes back only to our own pages: %s', (to, back) => {
  expect(safeReturn(to)).toBe(back);
});
