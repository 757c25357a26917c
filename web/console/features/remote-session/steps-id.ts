/** Where the steps of a session stand on its page. */
export const STEPS_ID = 'pasos';
