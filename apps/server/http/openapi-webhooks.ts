import { toJSONSchema } from 'zod';
import { PUBLIC_EVENT_SHAPES } from '@mosty/webhooks';

const header = (name: string, description: string) => ({
  name,
  in: 'header' as const,
  required: true,
  description,
  schema: { type: 'string' as const },
});

/** Of Standard Webhooks: a receiver checks them with its library. */
const HEADERS = [
  header('webhook-id', 'The event: the same at each attempt and replay'),
  header('webhook-timestamp', 'Seconds of the attempt; more than five minutes ago is no attempt of ours'),
  header('webhook-signature', 'v1,… one for each secret that is valid now'),
];

/** The `webhooks` part of the document: what leaves by itself, made from the one table of public events. */
export function toldOutside() {
  return Object.fromEntries(
    Object.entries(PUBLIC_EVENT_SHAPES).map(([name, { data, says }]) => {
      const { $schema: _dialect, ...shape } = toJSONSchema(data, { io: 'output', unrepresentable: 'any' });
      const schema = {
        type: 'object' as const,
        required: ['type', 'timestamp', 'data'],
        properties: {
          type: { type: 'string' as const, const: name },
          timestamp: { type: 'string' as const, format: 'date-time' },
          data: shape as object,
        },
      };
      const post = {
        operationId: `on-${name.replace('.', '-')}`,
        summary: says.en,
        tags: ['webhooks'],
        // The signature is the proof: nobody signs in at the receiver.
        security: [],
        parameters: HEADERS,
        requestBody: { required: true, content: { 'application/json': { schema } } },
        responses: { '204': { description: 'Any 2xx within ten seconds is a delivery' } },
      };
      return [name, { post }];
    }),
  );
}
