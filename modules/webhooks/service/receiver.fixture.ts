import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { drainEvents } from '@mosty/kernel/events';
import type { World } from '@mosty/testkit';
import { webhooksReactions } from '../reactions.ts';
import type { Guard } from './guard.ts';
import { send } from './send.ts';
import { startDeliveries, type Deliveries, type DeliveriesSetup } from './start-deliveries.ts';

export interface Heard {
  readonly method: string;
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly body: string;
}

export interface Receiver {
  readonly url: string;
  readonly heard: Heard[];
  /** From now on. */
  answer(how: (request: IncomingMessage, response: ServerResponse) => void): void;
  close(): Promise<void>;
}

/** A receiver on this machine: answers 204 unless told otherwise. */
export async function receiver(): Promise<Receiver> {
  const heard: Heard[] = [];
  let how = (_request: IncomingMessage, response: ServerResponse): void => void response.writeHead(204).end();
  const server = http.createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      heard.push({
        method: request.method ?? '',
        url: request.url ?? '',
        headers: request.headers as Record<string, string>,
        body: Buffer.concat(parts).toString(),
      });
      how(request, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/hook`,
    heard,
    answer: (next) => {
      how = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** Lets this machine be reached and asks nobody for names. */
export const local: Guard = {
  allowsInside: true,
  resolve: async () => [{ address: '127.0.0.1', family: 4 }],
};

/** A sender at the world's own clock, for one workspace or several of one database. */
export function senderOf(
  worlds: readonly World[],
  rest: { send?: DeliveriesSetup['send']; timeoutMs?: number } = {},
): Deliveries {
  const [first] = worlds;
  if (!first) throw new Error('no world');
  return startDeliveries({
    database: first.database,
    clock: first.clock,
    contextOf: async (workspaceId) => {
      const found = worlds.find((world) => world.workspaceId === workspaceId);
      if (!found) throw new Error('another workspace');
      return found.system;
    },
    send: rest.send ?? ((letter) => send(local, letter, rest.timeoutMs)),
    onFault: (error) => void process.stderr.write(`${String(error)}\n`),
    pollMs: 50,
  });
}

export function hear(world: World): Promise<void> {
  return drainEvents({
    database: world.database,
    reactions: webhooksReactions,
    contextOf: async () => world.system,
    onFailure: (_reaction, error) => {
      throw error;
    },
  });
}
