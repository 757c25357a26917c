import type { OutgoingMail } from '../integrations/mail/mailer';
import { findPolicy } from '../store/accounts/policies';
import type { Store } from '../store/store';
import type { Letter } from './letter';
import { renderHtml } from './render-html';
import { renderText } from './render-text';

/** A letter in both forms of the mail, with the link to the official policy as it is known now. */
export async function renderLetter(
  store: Store,
  letter: Letter,
): Promise<Pick<OutgoingMail, 'subject' | 'text' | 'html'>> {
  const policyUrl = (await findPolicy(store))?.documentUrl ?? null;
  return {
    subject: letter.subject.replace(/[\p{Cc}\s]+/gu, ' ').trim(),
    text: renderText(letter, policyUrl),
    html: renderHtml(letter, policyUrl),
  };
}
