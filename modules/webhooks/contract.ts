import { idSchema } from '@mosty/kernel/id';
import { operation, pageOf, pageQuery } from '@mosty/kernel/operation';
import { instantSchema } from '@mosty/kernel/time';
import * as z from 'zod';

export const endpointSchema = z.object({
  id: idSchema('endpoint'),
  name: z.string(),
  createdAt: instantSchema,
});
export type Endpoint = z.infer<typeof endpointSchema>;

const tag = 'endpoints';

export const listEndpoints = operation({
  id: 'listEndpoints',
  method: 'GET',
  path: '/endpoints',
  summary: 'Endpoints, newest first',
  tag,
  permission: 'endpoint.read',
  query: z.strictObject(pageQuery),
  answer: pageOf(endpointSchema),
});

export const createEndpoint = operation({
  id: 'createEndpoint',
  method: 'POST',
  path: '/endpoints',
  summary: 'Create a endpoint; refused when the name is taken',
  tag,
  permission: 'endpoint.write',
  body: z.strictObject({ name: z.string().trim().min(1).max(200) }),
  answer: endpointSchema,
  status: 201,
});
