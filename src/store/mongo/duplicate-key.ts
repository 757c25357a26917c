/** Whether a write failed because the key is taken: often the proof that somebody did the same work before us. */
export function isDuplicateKey(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 11000;
}

/** Whether an insert put its document there; false when the key was taken. */
export async function inserted(insert: Promise<unknown>): Promise<boolean> {
  try {
    await insert;
    return true;
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    return false;
  }
}

/** Runs a write for which a taken key means that nothing is left to do. */
export async function ignoringDuplicates(write: Promise<unknown>): Promise<void> {
  await inserted(write);
}
