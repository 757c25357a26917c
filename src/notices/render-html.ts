import { POLICY_LABEL, type Block, type Letter } from './letter';

const BODY = 'margin:0;padding:24px;background:#fff;color:#1a1a1a;font:16px/1.5 Arial,Helvetica,sans-serif';
const IMPORTANT = 'margin:16px 0;padding:12px 16px;border-left:4px solid #8a4b00;background:#fff4e5';
const QUOTE = 'margin:0 0 16px;padding:8px 16px;border-left:4px solid #6b7280;white-space:pre-wrap';
const BUTTON =
  'display:inline-block;padding:12px 20px;background:#0b4f8a;color:#fff;text-decoration:underline';

const FOOTER = 'font-size:14px;color:#444';

/**
 * The HTML form of a mail: headings, paragraphs and one link, readable by screen readers and without pictures; whatever
 * a person wrote is escaped.
 */
export function renderHtml(
  { subject, title, blocks, action, footer }: Letter,
  policyUrl: string | null,
): string {
  return [
    '<!doctype html>',
    '<html lang="es-MX"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">',
    `<title>${escapeHtml(subject)}</title></head>`,
    `<body style="${BODY}"><main style="max-width:600px;margin:0 auto">`,
    `<h1 style="font-size:22px;line-height:1.3">${escapeHtml(title)}</h1>`,
    ...blocks.map(blockHtml),
    ...(action
      ? [`<p><a href="${escapeHtml(action.url)}" style="${BUTTON}">${escapeHtml(action.label)}</a></p>`]
      : []),
    `<hr><p style="${FOOTER}">${escapeHtml(footer)}</p>`,
    ...(policyUrl === null
      ? []
      : [`<p style="${FOOTER}"><a href="${escapeHtml(policyUrl)}">${escapeHtml(POLICY_LABEL)}</a></p>`]),
    '</main></body></html>',
  ].join('\n');
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p>${escapeHtml(block.text)}</p>`;
    case 'important':
      return `<p style="${IMPORTANT}"><strong>${escapeHtml(block.text)}</strong></p>`;
    case 'quote':
      return (
        `<h2 style="font-size:16px;margin:16px 0 4px">${escapeHtml(block.title)}</h2>` +
        `<blockquote style="${QUOTE}">${escapeHtml(block.text)}</blockquote>`
      );
    case 'facts':
      return `<ul style="padding-left:20px">${block.rows.map(rowHtml).join('')}</ul>`;
  }
}

function rowHtml([label, value]: readonly [string, string]): string {
  return `<li><strong>${escapeHtml(label)}:</strong> ${escapeHtml(value)}</li>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[^\P{Cc}\n\t]/gu, '').replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
