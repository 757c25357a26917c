import type { TicketEvent } from '../api/types';
import { moneyText } from '../format/money-text';
import { SHARED } from '../i18n/shared-messages';
import { text } from './event-data';
import type { Speech } from './speech';

/** What moved in the money of a session, as one sentence; `details` are what only support is told. */
export interface MoneyLine {
  seq: number;
  sentence: string;
  details: string | null;
}

/** Steps whose amount is a price; of what goes back the tax is not told. */
const PRICES: readonly unknown[] = ['quoted', 'quoted_again', 'accepted', 'card_refused', 'paid', 'not_due'];

type Data = Readonly<Record<string, unknown>>;

/** The steps of the money that an event tells of, in their order. */
export function moneyLines({ data }: Pick<TicketEvent, 'data'>, speech: Speech): MoneyLine[] {
  const { money } = data;
  if (!Array.isArray(money)) return [];
  return (money as readonly Data[]).flatMap((step) => {
    const key = `ui.money.${text(step['step'])}${step['step'] === 'paid' ? `.${text(step['method'])}` : ''}`;
    if (!isKey(key)) return [];
    const sentence = speech.t(key, { amount: amountOf(step, speech) });
    return [{ seq: Number(step['seq']), sentence, details: detailsOf(step, speech) }];
  });
}

function amountOf({ amountMinor, currency, step }: Data, { t, language }: Speech): string {
  const amount = moneyText(Number(amountMinor), text(currency), language);
  return PRICES.includes(step) ? t('ui.money.vatIncluded', { amount }) : amount;
}

function detailsOf({ paymentId, reference, by }: Data, { t, names }: Speech): string | null {
  const [payment, told, who] = [text(paymentId), text(reference), text(by)];
  const details = [
    ...(payment === '' ? [] : [t('ui.money.details.payment', { payment })]),
    ...(told === '' ? [] : [t('ui.money.details.reference', { reference: told })]),
    ...(who === '' ? [] : [t('ui.money.details.by', { who: names.person(who) })]),
  ];
  return details.length === 0 ? null : details.join(' · ');
}

function isKey(key: string): key is Parameters<Speech['t']>[0] {
  return key in SHARED.es;
}
