import { z } from 'zod';
import type { SmtpSettings } from './integrations/mail/smtp-settings';
import type { SessionSettings } from './integrations/session-providers';
import { withSecretFiles } from './secret-files';

const wholeNumber = (fallback: number): z.ZodType<number> => z.coerce.number().int().min(0).default(fallback);

/** `TRUST_PROXY`: number of proxies in front, or the addresses of them; nothing is trusted unless said. */
const trustProxy = z
  .string()
  .default('0')
  .transform((value): number | string[] =>
    /^\d+$/.test(value) ? Number(value) : value.split(',').map((part) => part.trim()),
  );

const environment = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  /** Origin that people's browsers use; over https the session cookie is bound to it. */
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).default('http://127.0.0.1:3000'),
  MONGODB_URI: z.string().default('mongodb://127.0.0.1:27017/e-optics-support'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  TRUST_PROXY: trustProxy,
  /** Requests per address and minute; 0 turns the limit off. */
  RATE_LIMIT_GENERAL: wholeNumber(1200),
  /** Log-ins, registrations and password resets per address in 15 minutes; 0 turns the limit off. */
  RATE_LIMIT_CREDENTIALS: wholeNumber(60),
  /** Seals what must not be readable at rest (second factors, access to paid sessions): 32 bytes in base64. */
  SESSION_SECRET_KEY: z.string().optional(),
  /** Keys of 32 bytes in base64, the current one first, that wrap the keys of customers; without one nothing is sealed. */
  PAYLOAD_MASTER_KEYS: z.string().optional(),
  PAYMENT_PROVIDER: z.enum(['stripe', 'local']).default('stripe'),
  STRIPE_SECRET_KEY: z.string().optional(),
  STRIPE_WEBHOOK_SECRET: z.string().optional(),
  /** Only for the local double of the payment provider. */
  STRIPE_API_URL: z.url({ protocol: /^https?$/ }).optional(),
  ZOOM_ACCOUNT_ID: z.string().optional(),
  ZOOM_CLIENT_ID: z.string().optional(),
  ZOOM_CLIENT_SECRET: z.string().optional(),
  ZOOM_API_URL: z.url({ protocol: /^https?$/ }).default('https://api.zoom.us/v2'),
  ZOOM_OAUTH_URL: z.url({ protocol: /^https?$/ }).default('https://zoom.us/oauth/token'),
  /** Mail server of the notices; without it they wait. */
  SMTP_HOST: z.string().optional(),
  SMTP_PORT: z.coerce.number().int().min(1).max(65535).default(587),
  /** TLS from the first byte, as on port 465. */
  SMTP_SECURE: z.stringbool().default(false),
  SMTP_USER: z.string().optional(),
  SMTP_PASSWORD: z.string().optional(),
  /** The default is for development: in production mail is not sent without one. */
  MAIL_FROM: z.string().regex(/@/).default('Soporte e-Optics online <no-responder@e-optics.test>'),
  /** Shared with the mail provider, who signs its reports with it (base64, `whsec_` before it or not). */
  MAIL_WEBHOOK_SECRET: z.string().min(24).optional(),
  /** Where operators see an execution; shown by the readiness check. */
  TEMPORAL_UI_URL: z.url().optional(),
  /** How long a command waits for the engine before the answer is "unknown, repeat it". */
  ENGINE_DEADLINE_MS: wholeNumber(5_000),
  /** How long a stopping server lets requests finish. */
  SHUTDOWN_GRACE_MS: wholeNumber(10_000),
});

/** The name of each; every one may also stand in a file that `NAME_FILE` names. */
export const SETTING_NAMES: readonly string[] = Object.keys(environment.shape);

/** The settings of the API and the worker. `TEMPORAL_*` connection settings are read by `@temporalio/envconfig`. */
export interface Config {
  readonly host: string;
  readonly port: number;
  readonly publicUrl: string;
  readonly mongodbUri: string;
  readonly logLevel: z.output<typeof environment>['LOG_LEVEL'];
  readonly trustProxy: number | readonly string[];
  readonly rateLimit: { readonly general: number; readonly credentials: number };
  /** Null while no mail server is set. */
  readonly smtp: SmtpSettings | null;
  readonly mailWebhookSecret: string | null;
  /** Paid sessions: payments, meetings, and the key of what is sealed. */
  readonly remoteSessions: SessionSettings;
  /** Master keys of what the engine stores; null: in the clear. */
  readonly payloadMasterKeys: string | null;
  readonly temporalUiUrl: string | null;
  readonly engineDeadlineMs: number;
  readonly shutdownGraceMs: number;
}

/**
 * Reads the environment, once, at the composition root.
 * @throws an Error that names each setting at fault, never its value.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  const settings = withSecretFiles(env, SETTING_NAMES);
  const { data, error } = environment.safeParse(withoutEmpty(settings));
  if (error)
    throw new Error(`Invalid settings: ${error.issues.map((issue) => issue.path.join('.')).join(', ')}`);
  assertMailable(withoutEmpty(settings));
  assertWhole(withoutEmpty(settings));
  return {
    host: data.HOST,
    port: data.PORT,
    publicUrl: data.PUBLIC_URL,
    mongodbUri: data.MONGODB_URI,
    logLevel: data.LOG_LEVEL,
    trustProxy: data.TRUST_PROXY,
    rateLimit: { general: data.RATE_LIMIT_GENERAL, credentials: data.RATE_LIMIT_CREDENTIALS },
    smtp: smtpSettings(data),
    mailWebhookSecret: data.MAIL_WEBHOOK_SECRET ?? null,
    remoteSessions: sessionSettings(data),
    payloadMasterKeys: data.PAYLOAD_MASTER_KEYS ?? null,
    temporalUiUrl: data.TEMPORAL_UI_URL ?? null,
    engineDeadlineMs: data.ENGINE_DEADLINE_MS,
    shutdownGraceMs: data.SHUTDOWN_GRACE_MS,
  };
}

/** What stands in every mail, and for what only a developer's machine has a value that will do. */
const MAILED = {
  MAIL_FROM: 'it is the sender of every mail, and its domain must be one that may send them',
  PUBLIC_URL: 'every link in a mail begins with it',
} as const;

function assertMailable(env: Readonly<Record<string, string>>): void {
  if (env['NODE_ENV'] !== 'production' || env['SMTP_HOST'] === undefined) return;
  for (const [name, reason] of Object.entries(MAILED)) {
    if (env[name] === undefined) throw new Error(`Set ${name} where SMTP_HOST is set: ${reason}`);
  }
}

/** What is of use only together: half of it would show when somebody wants to pay. */
const TOGETHER: readonly (readonly string[])[] = [
  ['STRIPE_SECRET_KEY', 'STRIPE_WEBHOOK_SECRET'],
  ['ZOOM_ACCOUNT_ID', 'ZOOM_CLIENT_ID', 'ZOOM_CLIENT_SECRET'],
];

function assertWhole(env: Readonly<Record<string, string>>): void {
  for (const names of TOGETHER) {
    const missing = names.filter((name) => env[name] === undefined);
    if (missing.length === 0 || missing.length === names.length) continue;
    throw new Error(`Set all of ${names.join(', ')} or none: ${missing.join(', ')} is missing`);
  }
}

function smtpSettings(data: z.output<typeof environment>): SmtpSettings | null {
  const { SMTP_HOST: host, SMTP_USER: user, SMTP_PASSWORD: password } = data;
  if (host === undefined) return null;
  return {
    host,
    port: data.SMTP_PORT,
    secure: data.SMTP_SECURE,
    credentials: user === undefined ? null : { user, password: password ?? '' },
    from: data.MAIL_FROM,
  };
}

function sessionSettings(data: z.output<typeof environment>): SessionSettings {
  const { STRIPE_SECRET_KEY: secretKey, STRIPE_WEBHOOK_SECRET: webhookSecret } = data;
  const { ZOOM_ACCOUNT_ID: accountId, ZOOM_CLIENT_ID: clientId, ZOOM_CLIENT_SECRET: clientSecret } = data;
  const { PAYMENT_PROVIDER: provider, ZOOM_API_URL: apiUrl, ZOOM_OAUTH_URL: oauthUrl } = data;
  return {
    secretKey: data.SESSION_SECRET_KEY ?? null,
    payments:
      secretKey && webhookSecret
        ? { provider, secretKey, webhookSecret, apiUrl: data.STRIPE_API_URL ?? null }
        : null,
    zoom:
      accountId && clientId && clientSecret ? { accountId, clientId, clientSecret, apiUrl, oauthUrl } : null,
  };
}

/** `NAME=` in a shell or a compose file means "not set". */
function withoutEmpty(env: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => Boolean(entry[1])),
  );
}
