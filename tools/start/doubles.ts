import { startLocalProviders } from '../local-providers/local-providers';
import { MailSink } from '../mail-sink/mail-sink';
import { startMailSinkPage } from '../mail-sink/mail-sink-page';
import type { Progress } from '../toolchain/progress';
import { portFor } from './port-for';
import type { StopList } from './stop-list';

/** What stands in for the world outside on a developer's machine. */
export interface Doubles {
  /** Settings that point the service to them; a setting that the environment gives goes before. */
  env: Record<string, string>;
  /** Their pages, for the table of addresses. */
  pages: [string, string][];
}

/** A mail server that delivers nothing and shows everything, a payment page and a meeting provider, on loopback. */
export async function provideDoubles(
  dataDir: string,
  publicUrl: string,
  stops: StopList,
  say: Progress,
): Promise<Doubles> {
  // The same after a restart: addresses of payments and meetings are kept, and are in mails.
  const ports = {
    payments: await portFor('the payment provider', 8027, say),
    meetings: await portFor('the meeting provider', 8028, say),
  };
  const providers = await startLocalProviders({ dataDir, publicUrl, ports });
  stops.add('the payment and meeting doubles', { stop: providers.stop, kill: providers.stop });
  const doubles: Doubles = {
    env: providers.env,
    pages: [
      ['Payment provider', providers.payments.url],
      ['Meeting provider', providers.meetings.url],
    ],
  };
  if (process.env['SMTP_HOST']) return doubles;
  const sink = await MailSink.start();
  const page = await startMailSinkPage(sink, await portFor('the page of mails', 8026, say));
  const stop = async (): Promise<void> => {
    await page.close();
    await sink.stop();
  };
  stops.add('the mail sink', { stop, kill: stop });
  return {
    env: { ...doubles.env, SMTP_HOST: '127.0.0.1', SMTP_PORT: String(sink.port) },
    pages: [['Mails sent', page.url], ...doubles.pages],
  };
}
