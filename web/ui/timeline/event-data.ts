import type { AttachmentReference } from '../api/types';

/** Texts of an event's data, which the contract leaves open. */
export function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

export function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

/** The files of an event; none of what is not one. */
export function files(value: unknown): AttachmentReference[] {
  return Array.isArray(value) ? value.filter(isFile) : [];
}

function isFile(value: unknown): value is AttachmentReference {
  return typeof value === 'object' && value !== null && 'id' in value && 'name' in value && 'size' in value;
}
