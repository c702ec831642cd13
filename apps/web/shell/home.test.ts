import { beforeAll, expect, it } from 'vitest';
import { allRights } from '@mosty/identity';
import { isPartnerRole, ROLES } from '@mosty/identity/contract';
import { screens } from '../modules.ts';
import { homeFor } from './home.ts';

beforeAll(async () => {
  // Every module declares its rights when the server loads it.
  await import('@mosty/server/composition');
});

it.each(ROLES)('%s begins on a page that this role may see', (role) => {
  const can = Object.fromEntries(
    [...allRights()].map(([action, { roles }]) => [action, roles.includes(role)]),
  );
  const partnerId = isPartnerRole(role) ? 'par_1' : null;
  const path = homeFor({ member: { id: '', name: '', role, partnerId }, can });
  const home = screens.find((screen) => screen.path === path);
  expect(home).toBeDefined();
  expect(home?.area).toBe(partnerId === null ? 'team' : 'portal');
  expect(home?.permission === undefined || can[home.permission]).toBe(true);
});
