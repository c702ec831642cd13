import { pathToFileURL } from 'node:url';
import { Refusal } from '@mosty/kernel/refusal';
import { ConfigError } from './config.ts';
import { StartFailure } from './database/index.ts';

type Command = (args: readonly string[]) => Promise<number>;

/** Each command is loaded only when called: `doctor` must work where the rest of the program cannot. */
const COMMANDS: Record<string, { readonly says: string; readonly load: () => Promise<{ run: Command }> }> = {
  start: {
    says: 'start the program (--empty: without the demo company)',
    load: () => import('./commands/start.ts'),
  },
  redirect: {
    says: 'answer tracked links only, beside the program or on another machine',
    load: () => import('./commands/redirect.ts'),
  },
  import: {
    says: 'load a file: mosty import FILE --kind sales [--map map.json] [--json]',
    load: () => import('./commands/import.ts'),
  },
  export: {
    says: 'write the deals to a file: mosty export FILE.csv|FILE.xlsx',
    load: () => import('./commands/export.ts'),
  },
  backup: {
    says: 'copy everything into one file: mosty backup FILE',
    load: () => import('./commands/backup.ts'),
  },
  restore: {
    says: 'bring a backup back: mosty restore FILE --yes',
    load: () => import('./commands/restore.ts'),
  },
  'sign-in-link': {
    says: 'print a one-time link: mosty sign-in-link EMAIL',
    load: () => import('./commands/sign-in-link.ts'),
  },
  doctor: { says: 'say what is wrong with this installation', load: () => import('./commands/doctor.ts') },
  demo: {
    says: 'fill the demo company into an empty installation',
    load: () => import('./commands/demo.ts'),
  },
};

/** Runs one command and sets the exit code. What a person can mend is a sentence, only our bugs show a stack. */
export async function runCommand([name = 'help', ...args]: readonly string[]): Promise<void> {
  const command = COMMANDS[name];
  if (!command) {
    process.stdout.write(help());
    process.exitCode = name === 'help' || name === '--help' ? 0 : 2;
    return;
  }
  try {
    const { run } = await command.load();
    process.exitCode = await run(args);
  } catch (error) {
    process.exitCode = 1;
    if (error instanceof ConfigError || error instanceof StartFailure)
      process.stderr.write(`${error.message}\n`);
    else if (error instanceof Refusal)
      process.stderr.write(`Refused: ${error.code} ${JSON.stringify(error.params)}\n`);
    else process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  }
}

function help(): string {
  const lines = Object.entries(COMMANDS).map(([name, { says }]) => `  mosty ${name.padEnd(12)} ${says}`);
  return `Mosty: an operating system for partner sales\n\n${lines.join('\n')}\n`;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await runCommand(process.argv.slice(2));
}
