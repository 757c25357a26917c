import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { escapeHtml } from '../local-providers/html-page';
import type { MailSink, SunkMail } from './mail-sink';

export interface MailSinkPage {
  /** Where to look at the mails, e.g. `http://127.0.0.1:8026`. */
  readonly url: string;
  close(): Promise<void>;
}

/** Nothing of a mail may run or load anything; its own styles are inline. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; form-action 'none'";

/**
 * A small page for development that lists the mails in a sink and shows each as it would be read:
 * `/`, `/mails/{number}`, its parts below, and `/mails.json` for programs.
 */
export async function startMailSinkPage(sink: MailSink, port = 0): Promise<MailSinkPage> {
  const server = createServer((request, response) => answer(sink, request, response));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function answer(sink: MailSink, request: IncomingMessage, response: ServerResponse): void {
  const path = (request.url ?? '/').split('?')[0]!;
  if (path === '/') return send(response, 'text/html', list(sink.mails));
  if (path === '/mails.json')
    return send(response, 'application/json', JSON.stringify(sink.mails.map(summary)));
  const [, number, part] = /^\/mails\/(\d+)(?:\/(html|text|source))?$/.exec(path) ?? [];
  const mail = sink.mails.find((one) => one.number === Number(number));
  if (!mail) return send(response, 'text/html', page('No encontrado', '<p>No está.</p>'), 404);
  if (part === 'html') return send(response, 'text/html', mail.parsed.html || '');
  if (part === 'text') return send(response, 'text/plain', mail.parsed.text ?? '');
  if (part === 'source') return send(response, 'text/plain', mail.source);
  return send(response, 'text/html', show(mail));
}

function summary({ number, to, receivedAt, parsed }: SunkMail): Record<string, unknown> {
  const { messageId = null, subject = '', text = '' } = parsed;
  return { number, to, receivedAt, messageId, subject, text };
}

function list(mails: readonly SunkMail[]): string {
  const rows = [...mails]
    .reverse()
    .map(
      ({ number, to, receivedAt, parsed }) =>
        `<tr><td>${receivedAt.toISOString()}</td><td>${escapeHtml(to.join(', '))}</td>` +
        `<td><a href="/mails/${number}">${escapeHtml(parsed.subject ?? '')}</a></td></tr>`,
    );
  const table =
    `<table><thead><tr><th scope="col">Recibido</th><th scope="col">Para</th><th scope="col">Asunto</th></tr></thead>` +
    `<tbody>${rows.join('')}</tbody></table>`;
  return page('Correos enviados', rows.length > 0 ? table : '<p>Todavía no se ha enviado ningún correo.</p>');
}

function show({ number, from, to, parsed }: SunkMail): string {
  return page(
    parsed.subject ?? '',
    `<p><a href="/">Todos los correos</a> · <a href="/mails/${number}/source">Fuente</a></p>` +
      `<p>De ${escapeHtml(from)}<br>Para ${escapeHtml(to.join(', '))}</p>` +
      `<h2>HTML</h2><iframe sandbox title="Correo en HTML" src="/mails/${number}/html"></iframe>` +
      `<h2>Texto</h2><pre>${escapeHtml(parsed.text ?? '')}</pre>`,
  );
}

function page(title: string, body: string): string {
  return (
    `<!doctype html><html lang="es"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title><style>` +
    'body{font:16px/1.5 system-ui;margin:2rem auto;max-width:60rem;padding:0 1rem}td,th{text-align:left;padding:.25rem 1rem .25rem 0}' +
    'iframe{width:100%;height:34rem;border:1px solid #888;background:#fff}pre{white-space:pre-wrap}' +
    `</style></head><body><h1>${escapeHtml(title)}</h1>${body}</body></html>`
  );
}

function send(response: ServerResponse, type: string, body: string, status = 200): void {
  response.writeHead(status, {
    'Content-Type': `${type}; charset=utf-8`,
    'Content-Security-Policy': POLICY,
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
  });
  response.end(body);
}
