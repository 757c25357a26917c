import { randomBytes } from 'node:crypto';
import argon2 from 'argon2';

/** OWASP's minimum for argon2id: 19 MiB, two passes, one lane. About 70 ms. */
const COST = { type: argon2.argon2id, memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 } as const;

let nobody: Promise<string> | undefined;

/** PHC string of a password. */
export function hashPassword(password: string): Promise<string> {
  return argon2.hash(normal(password), COST);
}

/** Whether it is the password. Takes as long without a hash, so that time does not tell which accounts exist. */
export async function isPasswordOf(password: string, hash: string | null): Promise<boolean> {
  nobody ??= hashPassword(randomBytes(32).toString('hex'));
  // Awaited by everyone, so that not even the first comer finds out.
  const stranger = await nobody;
  const right = await argon2.verify(hash ?? stranger, normal(password));
  return right && hash !== null;
}

/** Keyboards send the same letter in several ways; the password is the same. */
function normal(password: string): string {
  return password.normalize('NFKC');
}
