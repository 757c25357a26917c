import { POLICY_LABEL, type Block, type Letter } from './letter';

/** The plain form of a mail. */
export function renderText({ title, blocks, action, footer }: Letter, policyUrl: string | null): string {
  const parts = [
    title,
    ...blocks.map(blockText),
    ...(action ? [`${action.label}: ${action.url}`] : []),
    ['--', footer, ...(policyUrl === null ? [] : [`${POLICY_LABEL}: ${policyUrl}`])].join('\n'),
  ];
  return `${parts.join('\n\n')}\n`;
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return block.text;
    case 'important':
      return `IMPORTANTE: ${block.text}`;
    case 'quote':
      return `${block.title}:\n${printable(block.text).replace(/^/gm, '> ')}`;
    case 'facts':
      return block.rows.map(([label, value]) => `${label}: ${printable(value)}`).join('\n');
  }
}

/** Without controls, of which a terminal or a mail program could make something else. */
function printable(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n\t]/gu, '');
}
