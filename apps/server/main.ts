import { runCommand } from './cli.ts';

await runCommand(['start', ...process.argv.slice(2)]);
