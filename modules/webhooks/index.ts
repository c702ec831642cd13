export { rights as webhooksRights } from './policy.ts';
export { webhooksReactions } from './reactions.ts';
export { createEndpoint, type CreateEndpoint } from './service/create-endpoint.ts';
export type { EndpointRecord } from './store/endpoints.ts';
