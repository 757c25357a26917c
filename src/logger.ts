import pino from 'pino';
import type { Logger } from 'pino';
import type { Config } from './config';

/** Structured lines on standard output. Nothing personal and nothing secret is ever handed to it. */
export function createLogger({ logLevel }: Pick<Config, 'logLevel'>, service: string): Logger {
  return pino({
    level: logLevel,
    base: { service },
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { error: pino.stdSerializers.err },
  });
}
