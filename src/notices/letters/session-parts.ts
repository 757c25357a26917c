import type { Platform, RemoteSession } from '../../domain/session/session';
import { amountOf, receiptOf } from '../../domain/session/receipt';
import { localInstant } from '../local-instant';
import type { Block } from '../letter';
import { moneyText } from '../money-text';
import type { SessionFacts } from '../session-letter';
import { facts as rows } from './parts';

export const PLATFORM_NAMES: Readonly<Record<Platform, string>> = { zoom: 'Zoom', anydesk: 'AnyDesk' };

/** "$1,160.00 MXN". */
export function pesos(amountMinor: number): string {
  return moneyText({ amount: amountMinor, currency: 'MXN' });
}

/** Cost with the VAT that it contains. */
export function priceRows({ quote, conditions }: RemoteSession): [string, string][] {
  if (!quote) return [];
  const { net, vat } = amountOf(quote.amountMinor, quote.currency, conditions.vatRate);
  return [
    ['Costo', `${pesos(quote.amountMinor)}, IVA incluido`],
    ['Desglose', `${pesos(net)} más ${pesos(vat)} de IVA`],
  ];
}

export function slotRows({ session, timeZone }: SessionFacts, startsAt = session.slot?.startsAt): Block {
  const { platform, conditions } = session;
  return rows(
    ['Sesión', PLATFORM_NAMES[platform]],
    ...(startsAt ? ([['Inicio', localInstant(startsAt, timeZone)]] as [string, string][]) : []),
    ['Duración máxima', `${conditions.maxMinutes} minutos`],
  );
}

/** What was paid, as a receipt shows it. */
export function receiptRows({ session, timeZone }: SessionFacts): Block {
  const receipt = receiptOf(session);
  if (!receipt) return rows();
  return rows(
    ['Recibo', receipt.number],
    ['Concepto', `Sesión remota de soporte (${PLATFORM_NAMES[session.platform]})`],
    ['Importe', pesos(receipt.net)],
    ['IVA', pesos(receipt.vat)],
    ['Total', `${pesos(receipt.amount)}, IVA incluido`],
    ['Forma de pago', receipt.method === 'card' ? 'Tarjeta' : 'Transferencia'],
    ['Pagado', localInstant(receipt.paidAt, timeZone)],
  );
}

/** What still goes back to the client. */
export function owedMinor({ payments }: RemoteSession): number {
  return payments.reduce((sum, { refundDueMinor }) => sum + refundDueMinor, 0);
}
