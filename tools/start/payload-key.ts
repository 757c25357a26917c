import { join } from 'node:path';
import { keptKey } from '../../src/kept-key';

/**
 * The master key of a development machine: made once and kept with the data. None when the environment names one.
 * Whoever loses it can not read what the engine has stored under it.
 */
export function payloadKey(dataDir: string): { PAYLOAD_MASTER_KEYS?: string } {
  if (process.env['PAYLOAD_MASTER_KEYS'] || process.env['PAYLOAD_MASTER_KEYS_FILE']) return {};
  return { PAYLOAD_MASTER_KEYS: keptKey(join(dataDir, 'payload-master.key')) };
}
