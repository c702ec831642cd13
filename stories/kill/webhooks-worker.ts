import { systemContext } from '@mosty/identity';
import { openPool } from '@mosty/kernel/db';
import { startDispatcher } from '@mosty/kernel/events';
import { setSealSecret } from '@mosty/kernel/seal';
import { send, startDeliveries, systemGuard, webhooksReactions } from '@mosty/webhooks';

/**
 * Of the server what queues and sends webhooks, until it is killed. Its clock goes ahead, so that what a killed one had
 * in hand is taken up at once. Says `sending` when the first letter leaves and `settled` when
 * nothing is left to do.
 * node webhooks-worker.ts APP_URL AHEAD_MS
 */
const [appUrl = '', aheadMs = '0'] = process.argv.slice(2);
setSealSecret('of the tests');
const database = openPool(appUrl, 5);
const clock = { now: () => new Date(Date.now() + Number(aheadMs)) };
const onFault = (error: unknown) => void process.stderr.write(`${String(error)}\n`);
const dispatcher = startDispatcher({
  database,
  reactions: webhooksReactions,
  contextOf: (workspace, job) => systemContext(database, workspace, job, { clock }),
  onFailure: (_reaction, error) => onFault(error),
});
const guard = systemGuard(true);
let said = false;
const deliveries = startDeliveries({
  database,
  clock,
  contextOf: (workspace, job) => systemContext(database, workspace, job, { clock }),
  send: (letter) => {
    if (!said) process.stdout.write('sending\n');
    said = true;
    return send(guard, letter);
  },
  onFault,
});
await dispatcher.settle();
await deliveries.settle();
process.stdout.write('settled\n');
await dispatcher.stop();
await deliveries.stop();
await database.close();
