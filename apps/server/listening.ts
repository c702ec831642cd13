import { ConfigError, type Config } from './config.ts';

/** @throws ConfigError in words where the port or the address cannot be had */
export async function listening(config: Config, begin: () => Promise<unknown>): Promise<void> {
  try {
    await begin();
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === 'EADDRINUSE') {
      throw new ConfigError(
        `Port ${config.port} is taken by another program. Set PORT to a free one, e.g. PORT=${config.port + 1}.`,
      );
    }
    if (code === 'EACCES')
      throw new ConfigError(
        `Port ${config.port} needs more rights than this user has. Set PORT to one above 1023.`,
      );
    if (code === 'EADDRNOTAVAIL')
      throw new ConfigError(`HOST ${config.host} is not an address of this machine.`);
    throw error;
  }
}
