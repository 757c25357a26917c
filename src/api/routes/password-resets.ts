import { randomUUID } from 'node:crypto';
import type { PASSWORD_RESET_ROUTES } from '../../contract/password-resets';
import { keepAccountMail } from '../../notices/account-mail';
import { forgetAttempts } from '../../store/accounts/login-attempts';
import { endSessions } from '../../store/accounts/sessions';
import { endTokens, readToken, useToken } from '../../store/accounts/tokens';
import { findUser, findUserByEmail, setPasswordHash } from '../../store/accounts/users';
import { ApiError } from '../problems/api-error';
import { countMail } from '../auth/attempt-pause';
import { hashPassword } from '../auth/password';
import type { HandlersOf } from '../handler';

const ACCEPTED =
  'Si el correo tiene una cuenta, le enviamos una liga para elegir una contraseña nueva. Vence en 30 minutos.';

export const passwordResetHandlers: HandlersOf<typeof PASSWORD_RESET_ROUTES> = {
  async askForPassword({ body: { email } }, deps) {
    await countMail(deps, 'password_reset', email);
    const user = await findUserByEmail(deps.store, email);
    // Kept for nobody too, and then sent to nobody, so that the answer takes as long for an address without an account.
    const recipientId = user?.active ? user._id : randomUUID();
    await keepAccountMail(deps.store, 'password_reset', recipientId);
    return { status: 202, body: { status: 'accepted', message: ACCEPTED } };
  },

  async setPassword({ params, body }, { store, clock }) {
    const token = await readToken(store, 'password_reset', params.token, clock());
    if (token === null) throw new ApiError('invalid_token');
    const user = await findUser(store, token.subjectId);
    if (!user?.active) throw new ApiError('invalid_token');
    const hash = await hashPassword(body.password);
    if (!(await useToken(store, token))) throw new ApiError('invalid_token');
    await endTokens(store, 'password_reset', user._id);
    await setPasswordHash(store, user._id, hash, clock());
    // After the password: whoever logs in between the two has the new one.
    await endSessions(store, user._id);
    await forgetAttempts(store, user.email);
    await keepAccountMail(store, 'password_changed', user._id);
    return { status: 204 };
  },
};
