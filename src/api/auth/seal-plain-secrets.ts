import { listSecondFactors, replaceSecrets } from '../../store/accounts/second-factors';
import type { Deps } from '../deps';
import { sealSecret } from './one-time-code';

/** How earlier versions marked a secret that they kept in clear where they had no key. */
const PLAIN = 'plain:';

/** Seals what an earlier version left in clear. To be called before the first request. */
export async function sealPlainSecrets({ store, sessions }: Pick<Deps, 'store' | 'sessions'>): Promise<void> {
  for (const factor of await listSecondFactors(store)) {
    const sealed = (kept: string | null): string | null =>
      kept?.startsWith(PLAIN) ? sealSecret({ sessions }, kept.slice(PLAIN.length), factor._id) : kept;
    const [secret, pending] = [sealed(factor.secret), sealed(factor.pending)];
    if (secret !== factor.secret || pending !== factor.pending)
      await replaceSecrets(store, factor, { secret, pending });
  }
}
