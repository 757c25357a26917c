import type { FieldErrors } from '../../../ui/feedback/field-errors';
import type { Translate } from '../../../ui/i18n/use-messages';
import type { Contact } from './contact-fields';

/** As the service checks them. */
const PHONE = /^\+?(?=(?:[ ().-]{0,24}[0-9]){7})[0-9 ().-]{7,25}( ?([eE][xX][tT]\.?|[xX]) ?[0-9]{1,6})?$/;
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** What is wrong with contact data, by field, before the service is asked. */
export function contactErrors({ name, email, phone }: Contact, t: Translate): FieldErrors {
  return {
    ...(name.trim() === '' && { 'contact.name': t('ui.field.required') }),
    ...(!EMAIL.test(email.trim()) && { 'contact.email': t('ui.field.invalid_format') }),
    ...(!PHONE.test(phone.trim()) && { 'contact.phone': t('ui.field.invalid_format') }),
  };
}

export function trimmed({ name, email, phone }: Contact): Contact {
  return { name: name.trim(), email: email.trim(), phone: phone.trim() };
}
