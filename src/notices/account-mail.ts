import { createHash, randomInt } from 'node:crypto';
import { isStaff, type Role } from '../domain/access/role';
import type { OutgoingMail } from '../integrations/mail/mailer';
import { findInvitation } from '../store/accounts/invitations';
import { findOrganization } from '../store/accounts/organizations';
import { findRegistration } from '../store/accounts/registrations';
import { issueToken, type TokenPurpose } from '../store/accounts/tokens';
import { findUser, findUserByEmail } from '../store/accounts/users';
import { keepNotices, type AccountMailKind, type NoticeDocument } from '../store/notices/notices';
import type { Store } from '../store/store';
import { ACCOUNT_LETTERS } from './letters/account';
import { threadIdOf } from './message-id';
import { renderLetter } from './render-letter';

type AccountNotice = Pick<NoticeDocument, 'folio' | 'recipientId' | 'createdAt'> & { kind: AccountMailKind };

/** Whom a mail about an account goes to, and what its letter needs to know. */
interface Addressee {
  readonly name: string;
  readonly address: string;
  readonly role: Role;
  readonly organizationName: string | null;
  readonly reason: string | null;
}

/** What has waited longer is not what the person still expects. */
const STALE_MS = 24 * 3_600_000;

/** The page that a link opens, and what it may do there. */
const LINKS: Partial<Record<AccountMailKind, { purpose: TokenPurpose; page: string }>> = {
  verify_registration: { purpose: 'registration', page: 'registro/verificar' },
  password_reset: { purpose: 'password_reset', page: 'contrasena/nueva' },
  invitation: { purpose: 'invitation', page: 'invitacion' },
};

/** Keeps a mail about an account until the worker sends it. Only ids are kept: no address, no text, no token. */
export async function keepAccountMail(
  store: Store,
  kind: AccountMailKind,
  recipientId: string,
): Promise<void> {
  const folio = `account-${createHash('sha256').update(recipientId).digest('hex').slice(0, 20)}`;
  await keepNotices(store, [{ folio, seq: nextSeq(), kind, role: 'account', recipientId }]);
}

/** Mails to one person go out in the order of their milliseconds; two of the same one are still two. */
function nextSeq(): number {
  return Date.now() * 1_000 + randomInt(1_000);
}

export function isAccountMail(notice: Pick<NoticeDocument, 'role' | 'kind'>): notice is AccountNotice & {
  role: 'account';
} {
  return notice.role === 'account';
}

/**
 * Writes a mail about an account at the moment at which it is sent. Its token is made here, so that its time begins
 * with the mail and its secret is nowhere but in the mail; a mail that is sent twice carries two, and one use ends both.
 */
export async function composeAccountMail(
  store: Store,
  { folio, kind, recipientId, createdAt }: AccountNotice,
  publicUrl: string,
  now = new Date(),
): Promise<{ mail: Omit<OutgoingMail, 'messageId'> } | { drop: 'no_recipient' | 'no_longer_true' }> {
  const addressee = await findAddressee(store, kind, recipientId);
  if (addressee === null) return { drop: 'no_recipient' };
  const link = LINKS[kind];
  if (link && now.getTime() - Date.parse(createdAt) > STALE_MS) return { drop: 'no_longer_true' };
  const home = new URL(isStaff(addressee.role) ? '/consola/' : '/', publicUrl);
  const url = link ? await linkTo(store, publicUrl, link, recipientId, now) : home.href;
  const letter = ACCOUNT_LETTERS[kind]({ ...addressee, url });
  return {
    mail: {
      to: { name: addressee.name, address: addressee.address },
      ...(await renderLetter(store, letter)),
      thread: threadIdOf(folio, publicUrl),
    },
  };
}

/**
 * A page of the Sitio for everybody, staff too: nobody is logged in there. The token stands in the fragment, which
 * browsers send to no server and to no other page.
 */
async function linkTo(
  store: Store,
  publicUrl: string,
  { purpose, page }: { purpose: TokenPurpose; page: string },
  subjectId: string,
  now: Date,
): Promise<string> {
  const url = new URL(page, publicUrl);
  url.hash = `token=${await issueToken(store, purpose, subjectId, now)}`;
  return url.href;
}

/** Null when there is nobody to tell, or nothing to tell any more. */
async function findAddressee(store: Store, kind: AccountMailKind, id: string): Promise<Addressee | null> {
  switch (kind) {
    case 'verify_registration':
    case 'registration_waiting':
    case 'registration_approved':
    case 'registration_refused': {
      const found = await findRegistration(store, id);
      if (found === null || (kind === 'verify_registration' && found.state !== 'unverified')) return null;
      const { name, email: address, company: organizationName, refusalReason: reason } = found;
      return { name, address, role: 'client', organizationName, reason };
    }
    case 'invitation': {
      const found = await findInvitation(store, id);
      // Who has an account already is told by another mail; nobody else learns that they have.
      if (found?.state !== 'open' || (await findUserByEmail(store, found.email)) !== null) return null;
      const { name, email: address, role, organizationId } = found;
      return { name, address, role, organizationName: await nameOf(store, organizationId), reason: null };
    }
    case 'account_exists':
    case 'password_reset':
    case 'password_changed':
    case 'second_factor_on':
    case 'second_factor_off':
    case 'role_changed': {
      const found = await findUser(store, id);
      if (!found?.active) return null;
      const { name, email: address, role, organizationId } = found;
      return { name, address, role, organizationName: await nameOf(store, organizationId), reason: null };
    }
  }
}

async function nameOf(store: Store, organizationId: string | null): Promise<string | null> {
  return organizationId === null ? null : ((await findOrganization(store, organizationId))?.name ?? null);
}
