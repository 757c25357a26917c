import { ApiError } from '../problems/api-error';

/** The version that a change was made from, as the caller names it: by `If-Match`, by a field of the body, or not at all. */
export interface Edited {
  readonly ifMatch: number | undefined;
  readonly body: { readonly version?: number | undefined };
}

/**
 * The version after which a change is to be the next one; undefined where the caller does not say.
 * @throws ApiError `changed_meanwhile` when header and body name two different ones: one of them is not the present one
 */
export function editedVersion({ ifMatch, body: { version } }: Edited): number | undefined {
  if (ifMatch !== undefined && version !== undefined && ifMatch !== version)
    throw new ApiError('changed_meanwhile', 'version');
  return ifMatch ?? version;
}

/**
 * What to say when the version is not the present one: to each caller in the terms in which they named it. The present one
 * is named as entity tag.
 * @param present null while there is none
 */
export function changedMeanwhile(
  { ifMatch }: Pick<Edited, 'ifMatch'>,
  present: { version: number } | null,
): ApiError {
  const headers = versionTagOf(present ?? { version: 0 });
  if (ifMatch !== undefined) return new ApiError('stale_version', { headers });
  const code = 'changed_meanwhile';
  return new ApiError(code, { errors: [{ path: 'version', code }], headers });
}

/**
 * Judges the present version of what an edit changes; 0 where there is nothing yet.
 * @throws ApiError `stale_version` when the caller saw another one
 */
export function assertSeen({ ifMatch }: Pick<Edited, 'ifMatch'>, present: { version: number }): void {
  if (ifMatch !== undefined && ifMatch !== present.version) throw changedMeanwhile({ ifMatch }, present);
}

/** As entity tag, for `If-Match`. */
export function versionTagOf({ version }: { version: number }): { ETag: string } {
  return { ETag: `"${version}"` };
}
