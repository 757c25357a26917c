import { filetypemime } from 'magic-bytes.js';

/** How much of a file tells what it is. */
export const HEAD_BYTES = 4096;

/** What people attach to a ticket, with the extensions it may go by. Nothing that a browser or a system would run. */
const BY_CONTENT: Readonly<Record<string, readonly string[]>> = {
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg', 'jpe', 'jfif'],
  'image/gif': ['gif'],
  'image/webp': ['webp'],
  'image/heif': ['heic', 'heif'],
  'image/bmp': ['bmp'],
  'application/pdf': ['pdf'],
  'video/mp4': ['mp4', 'm4v', 'mov'],
};
const EXTENSIONS = new Set(Object.values(BY_CONTENT).flat());

const OFFICE = 'application/vnd.openxmlformats-officedocument';

/** Office files are zip archives inside: the content proves the archive, the name tells which. */
const ZIP_BY_EXTENSION: Readonly<Record<string, string>> = {
  xlsx: `${OFFICE}.spreadsheetml.sheet`,
  docx: `${OFFICE}.wordprocessingml.document`,
  pptx: `${OFFICE}.presentationml.presentation`,
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  odt: 'application/vnd.oasis.opendocument.text',
};

/** Text has no first bytes of its own: it is what holds no other bytes than text. */
const TEXT_BY_EXTENSION: Readonly<Record<string, string>> = {
  txt: 'text/plain',
  log: 'text/plain',
  csv: 'text/csv',
  // Of an invoice (CFDI); never shown in a browser, only downloaded.
  xml: 'application/xml',
};

/**
 * The media type of a file by its first bytes (`HEAD_BYTES` of them, or all), null when it is not allowed. What the
 * uploader says of the type is not asked.
 */
export function fileTypeOf(head: Buffer, name: string): string | null {
  if (head.length === 0) return null;
  const extension = extensionOf(name);
  const known = filetypemime(head).find((type) => Object.hasOwn(BY_CONTENT, type));
  if (known !== undefined) return known;
  if (isZip(head)) return ZIP_BY_EXTENSION[extension] ?? null;
  return isText(head) ? (TEXT_BY_EXTENSION[extension] ?? null) : null;
}

/**
 * The name under which a file of this type is given out. Its content was judged, but the machine that opens it goes by
 * the name: a picture that came as `foto.exe` leaves as `foto.exe.png`.
 */
export function nameAs(type: string, name: string): string {
  const [usual] = BY_CONTENT[type] ?? [];
  return usual === undefined || EXTENSIONS.has(extensionOf(name)) ? name : `${name}.${usual}`;
}

function extensionOf(name: string): string {
  return /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
}

function isZip(head: Buffer): boolean {
  return head.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 0x03, 0x04]));
}

/** No control characters but tab, line feed, form feed and carriage return; accents of any one-byte set may be. */
function isText(head: Buffer): boolean {
  return head.every(
    (byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0c || byte === 0x0d,
  );
}
