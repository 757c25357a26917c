import { setTimeout as wait } from 'node:timers/promises';
import Stripe from 'stripe';
import { token } from './stripe-objects';

const ATTEMPTS = 5;
const FIRST_PAUSE_MS = 500;

/** Who is told. */
export interface NewsReceiver {
  webhookSecret: string;
  /** Where signed news go; none are told while it is null. It may be set later: the service starts after its provider. */
  webhookUrl: string | null;
}

/** A webhook's body, and the header that proves from whom it is. */
export interface SignedNews {
  body: string;
  signature: string;
}

/** News in Stripe's form and signed like Stripe's, told again for a while when nobody takes them. */
export class PaymentNews {
  private readonly stripe = new Stripe('sk_test_local');

  constructor(private readonly receiver: NewsReceiver) {}

  sign(type: string, object: object, eventId = `evt_${token()}`): SignedNews {
    const body = JSON.stringify({
      id: eventId,
      object: 'event',
      type,
      created: Math.floor(Date.now() / 1_000),
      data: { object },
    });
    const signature = this.stripe.webhooks.generateTestHeaderString({
      payload: body,
      secret: this.receiver.webhookSecret,
    });
    return { body, signature };
  }

  async tell(type: string, object: object): Promise<void> {
    const { webhookUrl } = this.receiver;
    if (webhookUrl === null) return;
    const news = this.sign(type, object);
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      if (await isTaken(webhookUrl, news)) return;
      await wait(FIRST_PAUSE_MS * 2 ** attempt);
    }
  }
}

async function isTaken(url: string, { body, signature }: SignedNews): Promise<boolean> {
  const headers = { 'content-type': 'application/json', 'stripe-signature': signature };
  return await fetch(url, { method: 'POST', headers, body }).then(
    ({ ok }) => ok,
    () => false,
  );
}
