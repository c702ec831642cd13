// A program that holds a data folder, for tests that kill it: prints one line of JSON and waits.
import { openDatabase } from './open-database.ts';
import { StartFailure } from './start-failure.ts';

const [dataDir = ''] = process.argv.slice(2);
try {
  const opened = await openDatabase({ dataDir, log: (line) => console.error(line) });
  process.once('SIGTERM', () => void opened.stop().then(() => process.exit(0)));
  console.log(JSON.stringify({ ownerUrl: opened.ownerUrl }));
  setInterval(() => {}, 1000);
} catch (error) {
  if (!(error instanceof StartFailure)) throw error;
  console.log(JSON.stringify({ refused: error.message }));
}
