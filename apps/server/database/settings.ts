import { totalmem } from 'node:os';

export type Settings = Readonly<Record<string, string>>;

const MB = 1024 * 1024;

/**
 * What differs from PostgreSQL's own defaults, for one program that owns a part of a machine. An administrator
 * overrides any of it in `postgres.conf` of the data folder, which is read after this.
 */
export function settingsFor(memoryBytes = totalmem()): Settings {
  const memory = Math.floor(memoryBytes / MB);
  return {
    // An eighth, not the usual quarter: Node and the file cache live on the same machine.
    shared_buffers: `${clamp(memory / 8, 128, 4096)}MB`,
    effective_cache_size: `${clamp(memory / 2, 256, 65_536)}MB`,
    maintenance_work_mem: `${clamp(memory / 16, 64, 512)}MB`,
    work_mem: '16MB',
    max_connections: '60',
    max_wal_size: '2GB',
    min_wal_size: '80MB',
    checkpoint_timeout: '15min',
    random_page_cost: '1.1',
    // Our statements are short: compiling them costs more than it saves.
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C',
    password_encryption: 'scram-sha-256',
    // Messages of level ERROR quote rows with names and contacts; the program reports its errors itself.
    log_min_messages: 'log',
    log_checkpoints: 'off',
    log_line_prefix: '%m ',
  };
}

/** The text of a configuration file. */
export function settingsFile(settings: Settings): string {
  const lines = Object.entries(settings).map(([name, value]) => `${name} = '${value.replaceAll("'", "''")}'`);
  return `# Written anew at every start. Your own settings belong in postgres.conf of the data folder.\n${lines.join('\n')}\n`;
}

function clamp(value: number, least: number, most: number): number {
  return Math.floor(Math.min(most, Math.max(least, value)));
}
