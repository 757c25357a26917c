import { randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import {
  findSecondFactor,
  useRecoveryCode,
  useStep,
  type SecondFactor,
} from '../../store/accounts/second-factors';
import type { Deps } from '../deps';

const ISSUER = 'e-Optics soporte';
const PERIOD_S = 30;
/** RFC 4226 asks for 128 bits at least and recommends 160. */
const SECRET_BYTES = 20;
/** One step before and one after: telephones are never quite on time. */
const WINDOW = 1;
const RECOVERY_CODES = 10;
const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567';
const SEALED = 'sealed:';

type Keys = Pick<Deps, 'sessions'>;

/** A new secret: as the person types it, as the QR code holds it, and as it is kept. */
export function newSecret(
  deps: Keys,
  { userId, email }: { userId: string; email: string },
): { secret: string; uri: string; kept: string } {
  const secret = new Secret({ size: SECRET_BYTES });
  const uri = new TOTP({ issuer: ISSUER, label: email, secret, period: PERIOD_S }).toString();
  return { secret: secret.base32, uri, kept: sealSecret(deps, secret.base32, userId) };
}

/** The time step whose code it is, around now; null when it is none. RFC 6238. */
export function stepOf(deps: Keys, kept: string, userId: string, code: string, now: Date): number | null {
  const totp = new TOTP({ secret: Secret.fromBase32(open(deps, kept, userId)), period: PERIOD_S });
  const delta = totp.validate({ token: code, timestamp: now.getTime(), window: WINDOW });
  return delta === null ? null : Math.floor(now.getTime() / 1000 / PERIOD_S) + delta;
}

/** Whether a person must give a code: only one who has confirmed theirs. */
export async function confirmedFactor(
  deps: Pick<Deps, 'store'>,
  userId: string,
): Promise<SecondFactor | null> {
  const factor = await findSecondFactor(deps.store, userId);
  return factor?.secret ? factor : null;
}

/** Takes a one-time or a recovery code, once. */
export async function takeCode(
  deps: Keys & Pick<Deps, 'store' | 'clock'>,
  { _id: userId, secret }: SecondFactor,
  code: string,
): Promise<boolean> {
  if (!/^\d{6}$/.test(code)) return useRecoveryCode(deps.store, userId, code);
  const step = secret === null ? null : stepOf(deps, secret, userId, code, deps.clock());
  return step !== null && (await useStep(deps.store, userId, step));
}

/** Ten codes of 80 random bits, shown once. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: RECOVERY_CODES }, () =>
    Array.from(randomBytes(16), (byte) => BASE32[byte % BASE32.length])
      .join('')
      .replace(/(.{4})(?=.)/g, '$1-'),
  );
}

/** As it is kept: sealed for its owner. */
export function sealSecret({ sessions }: Keys, base32: string, userId: string): string {
  return SEALED + sessions.vault.seal(base32, ownerOf(userId));
}

function open({ sessions }: Keys, kept: string, userId: string): string {
  return sessions.vault.open(kept.slice(SEALED.length), ownerOf(userId));
}

function ownerOf(userId: string): string {
  return `second-factor:${userId}`;
}
