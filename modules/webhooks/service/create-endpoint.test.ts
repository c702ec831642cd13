import { testDatabase, testWorkspace, type TestDatabase, type World } from '@mosty/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createEndpoint } from './create-endpoint.ts';

let database: TestDatabase;
let world: World;
beforeAll(async () => {
  database = await testDatabase();
  world = await testWorkspace(database);
});
afterAll(async () => {
  await world?.close();
  await database?.drop();
});

test('a name is given once, whatever its letter case', async () => {
  await createEndpoint(world.contextOf('manager'), { name: 'Первый дом' });
  await expect(createEndpoint(world.contextOf('manager'), { name: 'ПЕРВЫЙ ДОМ' })).rejects.toMatchObject({
    code: 'webhooks.name_taken',
  });
});

test('who may only read creates nothing', async () => {
  await expect(createEndpoint(world.contextOf('analyst'), { name: 'Второй дом' })).rejects.toMatchObject({
    kind: 'not_permitted',
  });
});

test('another company has names of its own', async () => {
  const other = await testWorkspace(database, { seed: 2_000 });
  await expect(createEndpoint(other.system, { name: 'Первый дом' })).resolves.toMatchObject({
    name: 'Первый дом',
  });
  await other.close();
});
