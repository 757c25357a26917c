type BusinessTimeErrorCode = 'no-working-time' | 'out-of-range';

/** `no-working-time`: the calendar runs out before the hours are reached. `out-of-range`: an argument that can not be meant. */
export class BusinessTimeError extends Error {
  override readonly name = 'BusinessTimeError';

  constructor(
    readonly code: BusinessTimeErrorCode,
    message: string,
  ) {
    super(message);
  }
}
