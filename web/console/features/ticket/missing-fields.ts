import type { FieldErrors } from '../../../ui/feedback/field-errors';

/** A sentence for each field that is still blank, by its `id`. */
export function missingFields(fields: Readonly<Record<string, string>>, sentence: string): FieldErrors {
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([, value]) => value.trim() === '')
      .map(([id]) => [id, sentence]),
  );
}
