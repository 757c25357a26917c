import type { Request } from 'express';

/** The codings that files are kept in beside themselves, the shortest first, with what each adds to the name. */
export const CODINGS = { br: '.br', gzip: '.gz' } as const;

export type Coding = keyof typeof CODINGS;

/** The codings that the client takes, the shortest first; empty for one that names none. */
export function codingsFor(request: Request): Coding[] {
  return (Object.keys(CODINGS) as Coding[]).filter((coding) => request.acceptsEncodings(coding) !== false);
}
