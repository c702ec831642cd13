import { beforeAll, expect, it } from 'vitest';
import { allRights } from '@mosty/identity';
import { ROLES } from '@mosty/identity/contract';
import { screens } from '../modules.ts';
import { homeFor } from './menu.ts';

beforeAll(async () => {
  // Every module declares its rights when the server loads it.
  await import('@mosty/server/composition');
});

it.each(ROLES)('%s begins on a page that this role may see', (role) => {
  const can = Object.fromEntries(
    [...allRights()].map(([action, { roles }]) => [action, roles.includes(role)]),
  );
  const home = screens.find(({ path }) => path === homeFor(can));
  expect(home).toBeDefined();
  expect(home?.permission === undefined || can[home.permission]).toBe(true);
});
