import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { takePayment, type Arrived, type IntakeSetup } from '@mosty/integrations';
import {
  takePayment as toAddress,
  takePaymentBySecret as toSecretAddress,
} from '@mosty/integrations/contract';
import { problemSchema } from '@mosty/kernel/operation';

const BODY_BYTES_MAX = 1024 * 1024;

/** Payment providers' calls. What is signed is the bytes, so the body is read as it came, whatever its type. */
export function mountIntake(api: FastifyInstance, setup: IntakeSetup): void {
  void api.register(async (intake) => {
    intake.removeAllContentTypeParsers();
    intake.addContentTypeParser(
      '*',
      { parseAs: 'buffer', bodyLimit: BODY_BYTES_MAX },
      (_request, body, done) => done(null, body),
    );
    for (const operation of [toAddress, toSecretAddress])
      intake.withTypeProvider<ZodTypeProvider>().route({
        method: operation.method,
        url: operation.path,
        schema: {
          operationId: operation.id,
          summary: operation.summary,
          tags: [operation.tag],
          params: operation.params,
          response: { [operation.status]: operation.answer, default: problemSchema },
          'x-permission': operation.permission,
          security: [],
        },
        handler: async (request) => {
          const { sourceId, provider, secret } = request.params as Pick<Arrived, 'sourceId' | 'provider'> & {
            secret?: string;
          };
          const { outcome } = await takePayment(setup, {
            sourceId,
            provider,
            pathSecret: secret ?? null,
            body: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
            headers: request.headers,
            address: request.ip,
          });
          // CloudPayments waits for a code of 0; the others look at the status only.
          return { code: 0 as const, outcome };
        },
      });
  });
}
