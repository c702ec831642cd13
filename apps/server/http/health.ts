import type { FastifyInstance } from 'fastify';

export interface Health {
  /** Names what is wrong, or nothing when the program can do its work. */
  readonly troubles: () => Promise<readonly string[]>;
}

/** `/livez`: the process answers. `/readyz`: it can write to its database and disk. */
export function addHealth(app: FastifyInstance, health: Health): void {
  app.get('/livez', async () => ({ live: true }));
  app.get('/readyz', async (_request, reply) => {
    const troubles = await health.troubles();
    return reply.status(troubles.length === 0 ? 200 : 503).send({ ready: troubles.length === 0, troubles });
  });
}
