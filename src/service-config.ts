import { join } from 'node:path';
import { readConfig, type Config } from './config';
import { keptKey } from './kept-key';

/**
 * The settings of the processes that seal what must not be readable at rest. They never do without the key: on a
 * developer's machine the first of them makes one and keeps it with the data (`DATA_DIR`, else `.data`).
 * @throws an Error that names each setting at fault, never its value
 */
export function readServiceConfig(
  env: Readonly<Record<string, string | undefined>> = process.env,
): Config & { remoteSessions: { secretKey: string } } {
  const config = readConfig(env);
  const secretKey = config.remoteSessions.secretKey ?? ownKey(env);
  return { ...config, remoteSessions: { ...config.remoteSessions, secretKey } };
}

function ownKey(env: Readonly<Record<string, string | undefined>>): string {
  if (env['NODE_ENV'] === 'production') {
    throw new Error(
      'Set SESSION_SECRET_KEY to 32 random bytes in base64: second factors and the access to paid sessions are sealed with it',
    );
  }
  return keptKey(join(env['DATA_DIR'] || '.data', 'session-secret.key'));
}
