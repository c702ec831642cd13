import { expect, it } from 'vitest';
import { paths } from '@mosty/ui-kit/paths';
import { fillOrigin, links } from './links.ts';

it('links in letters lead to the pages of the app', () => {
  const at = (link: string) => fillOrigin(link, 'https://mosty.test/');
  expect(at(links.invitation('abc'))).toBe(`https://mosty.test${paths.invitation({ token: 'abc' })}`);
  expect(at(links.signIn('abc'))).toBe(`https://mosty.test${paths.forgotten()}?token=abc`);
  expect(at(links.newPassword('abc'))).toBe(`https://mosty.test${paths.forgotten()}?reset=abc`);
});
