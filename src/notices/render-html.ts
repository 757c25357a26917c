import { POLICY_LABEL, type Block, type Letter } from './letter';

/**
 * Colours of both schemes; a mail program that reads no style sheet shows the light one of the elements' own styles.
 * The second set wins over those by `!important`, the only way there is.
 */
const SCHEMES = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  .page { background: #1b1d20 !important; color: #e6e6e6 !important; }
  .sheet { background: #25282c !important; border-color: #43484e !important; }
  .quiet { color: #b9bec4 !important; border-color: #43484e !important; }
  .important { background: #3a2d1c !important; border-color: #ffb454 !important; }
  .quote { background: #2f3338 !important; border-color: #7d8590 !important; }
  .button { background: #1f6fb8 !important; }
  .link { color: #7cc0ff !important; }
}`;

const PAGE =
  'margin:0;padding:16px 8px;background:#f3f5f7;color:#1a1a1a;font:16px/1.5 Arial,Helvetica,sans-serif;overflow-wrap:anywhere';
const SHEET =
  'max-width:600px;margin:0 auto;padding:8px 20px 12px;border:1px solid #d9dee3;border-radius:8px;background:#fff';
const QUIET = 'color:#4a4f55';
const IMPORTANT = 'margin:16px 0;padding:12px 16px;border-left:4px solid #8a4b00;background:#fff4e5';
const QUOTE =
  'margin:0 0 16px;padding:8px 16px;border-left:4px solid #6b7280;background:#f6f7f8;white-space:pre-wrap';
/** A label breaks between its words only: else a narrow screen gives it the width of one letter. */
const LABEL = `padding:2px 16px 2px 0;vertical-align:top;text-align:left;font-weight:normal;overflow-wrap:normal;${QUIET}`;
const VALUE = 'padding:2px 0;vertical-align:top';
const FOOTER = `padding:12px 0 0;border-top:1px solid #d9dee3;font-size:14px;${QUIET}`;
const LINK = 'color:#0b4f8a';
const BUTTON =
  'display:inline-block;padding:12px 20px;border-radius:6px;background:#0b4f8a;color:#fff;font-weight:bold;text-decoration:none';

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
    '<html lang="es-MX"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">',
    `<title>${escapeHtml(subject)}</title><style>${SCHEMES}</style></head>`,
    `<body class="page" style="${PAGE}"><main class="sheet" style="${SHEET}">`,
    `<p class="quiet" style="margin:8px 0 0;font-size:14px;${QUIET}">Soporte de e-Optics online</p>`,
    `<h1 style="margin:4px 0 16px;font-size:22px;line-height:1.3">${escapeHtml(title)}</h1>`,
    ...blocks.map(blockHtml),
    ...(action
      ? [
          `<p style="margin:24px 0"><a class="button" href="${escapeHtml(action.url)}" style="${BUTTON}">` +
            `${escapeHtml(action.label)}</a></p>`,
        ]
      : []),
    `<div class="quiet" style="${FOOTER}">`,
    `<p style="margin:0 0 8px">${escapeHtml(footer)}</p>`,
    ...(policyUrl === null
      ? []
      : [
          `<p style="margin:0 0 8px"><a class="link" href="${escapeHtml(policyUrl)}" style="${LINK}">` +
            `${escapeHtml(POLICY_LABEL)}</a></p>`,
        ]),
    '</div></main></body></html>',
  ].join('\n');
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p>${escapeHtml(block.text)}</p>`;
    case 'important':
      return `<p class="important" style="${IMPORTANT}"><strong>${escapeHtml(block.text)}</strong></p>`;
    case 'quote':
      return (
        `<h2 style="font-size:16px;margin:16px 0 4px">${escapeHtml(block.title)}</h2>` +
        `<blockquote class="quote" style="${QUOTE}">${escapeHtml(block.text)}</blockquote>`
      );
    case 'facts':
      return `<table style="margin:16px 0;border-collapse:collapse">${block.rows.map(rowHtml).join('')}</table>`;
  }
}

function rowHtml([label, value]: readonly [string, string]): string {
  return (
    `<tr><th scope="row" class="quiet" style="${LABEL}">${escapeHtml(label)}</th>` +
    `<td style="${VALUE}">${escapeHtml(value)}</td></tr>`
  );
}

function escapeHtml(text: string): string {
  return text.replace(/[^\P{Cc}\n\t]/gu, '').replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
