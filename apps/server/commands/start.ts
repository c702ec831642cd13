import { parseArgs } from 'node:util';
import { listWorkspaces } from '@mosty/identity';
import { readConfig } from '../config.ts';
import { start } from '../start.ts';
import { fillDemoWhole, forgetHalfDemo, isHalfFilled } from '../demo/fill-whole.ts';
import { stopSignal } from './stop-signal.ts';

/** `mosty start`: runs until Ctrl-C, which closes everything in order. */
export async function run(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { empty: { type: 'boolean', default: false }, log: { type: 'boolean', default: false } },
  });
  const config = readConfig(process.env);
  const say = (line: string) => void process.stdout.write(`${line}\n`);
  let isDemo = false;
  // Heard from the first moment: the database must not outlive a start that was stopped halfway.
  const stopping = stopSignal();
  const interruption = new AbortController();
  void stopping.then(() => interruption.abort());
  const running = await start(config, {
    interruption: interruption.signal,
    say,
    logRequests: values.log,
    beforeMigrations: async (ownerUrl) => {
      if (!isHalfFilled(config.dataDir)) return;
      say('The demo company was not filled to the end last time: it is begun anew.');
      await forgetHalfDemo(config.dataDir, ownerUrl);
    },
    before: async (database) => {
      if (values.empty || (await listWorkspaces(database)).length > 0) return;
      say('First start: filling the demo company…');
      await fillDemoWhole(config.dataDir, database, new Date());
      isDemo = true;
    },
  }).catch((error: unknown) => {
    if (!interruption.signal.aborted) throw error;
    say('Stopped before it had started.');
  });
  if (!running) return 0;
  await running.dispatcher.settle();
  say('');
  say(`  Mosty        ${running.url}`);
  say(`  API          ${running.url}/api/v1`);
  say(`  Data         ${config.dataDir}`);
  if (isDemo)
    say(
      '  Demo roles   owner, head, manager, finance, analyst, voice, a partner and its employee: one click on the sign-in page',
    );
  say('  Stop         Ctrl-C');
  await stopping;
  say('Stopping…');
  await running.stop();
  return 0;
}
