import { idSchema } from '@mosty/kernel/id';
import { operation, pageOf, pageQuery } from '@mosty/kernel/operation';
import { instantSchema } from '@mosty/kernel/time';
import * as z from 'zod';

export const scenarioSchema = z.object({
  id: idSchema('scenario'),
  name: z.string(),
  createdAt: instantSchema,
});
export type Scenario = z.infer<typeof scenarioSchema>;

const tag = 'scenarios';

export const listScenarios = operation({
  id: 'listScenarios',
  method: 'GET',
  path: '/scenarios',
  summary: 'Scenarios, newest first',
  tag,
  permission: 'scenario.read',
  query: z.strictObject(pageQuery),
  answer: pageOf(scenarioSchema),
});

export const createScenario = operation({
  id: 'createScenario',
  method: 'POST',
  path: '/scenarios',
  summary: 'Create a scenario; refused when the name is taken',
  tag,
  permission: 'scenario.write',
  body: z.strictObject({ name: z.string().trim().min(1).max(200) }),
  answer: scenarioSchema,
  status: 201,
});
