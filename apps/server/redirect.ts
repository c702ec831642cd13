import path from 'node:path';
import { systemContext } from '@mosty/identity';
import type { Database } from '@mosty/kernel/db';
import { openCountries, openRedirect, type Redirect } from '@mosty/tracking';
import { ConfigError, type Config } from './config.ts';
import { lockFolder } from './database/folder-lock.ts';

/**
 * Opens the redirect with a folder of its own in the data folder: clicks wait there until the database has them.
 * @throws ConfigError for a file of countries that cannot be read, StartFailure for a folder of another process
 */
export async function openRedirectIn(
  folder: string,
  config: Config,
  database: Database,
  say: (line: string) => void,
): Promise<Redirect> {
  const countryOf = config.geoip === undefined ? undefined : countriesOf(config.geoip);
  const whole = path.join(config.dataDir, folder);
  const lock = await lockFolder(whole);
  try {
    const redirect = await openRedirect({
      database,
      contextOf: (workspaceId, job) => systemContext(database, workspaceId, job),
      folder: whole,
      proxies: config.proxies,
      https: config.publicUrl.startsWith('https:'),
      countryOf,
      onFault: (error) => say(`Links: ${error instanceof Error ? error.message : String(error)}`),
    });
    return {
      ...redirect,
      stop: async () => {
        await redirect.stop();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

function countriesOf(file: string): (address: string) => string | null {
  try {
    return openCountries(file);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new ConfigError(`MOSTY_GEOIP must be a file of MaxMind's format: ${file} is not (${why}).`);
  }
}
