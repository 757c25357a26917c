import { z } from 'zod';
import { FIRST_YEAR, LAST_YEAR } from '../domain/calendar';

/** At least one character that can be seen: blanks, controls and fillers alone say nothing. */
const VISIBLE = /[^\s\p{Cc}\p{Cf}\u115F\u1160\u2800\u3164\uFFA0]/u;

/** Line ends and other controls have no place in what becomes a mail's subject or a person's name. */
const ONE_LINE = /^\P{Cc}*$/u;

/** Free text of several lines, never blank. Lengths count characters, as JSON Schema does. */
export function text(max: number): z.ZodString {
  return z
    .string()
    .max(max)
    .refine(isVisible, { params: { code: 'blank' } })
    .meta({ minLength: 1 });
}

/** Text of one line, never blank. */
export function line(max: number): z.ZodString {
  return text(max)
    .refine((value) => ONE_LINE.test(value), { params: { code: 'not_one_line' } })
    .meta({ minLength: 1 });
}

/** Digits only, as printed on every mail. */
export const folio = z
  .string()
  .regex(/^[1-9][0-9]{0,17}$/)
  .meta({ id: 'Folio', examples: ['100234'] });

/** Id of a person, an organization, a product or a type. */
export const id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,99}$/);

/** RFC 5321 limits an address to 254 characters. */
export const email = z.email().max(254);

/** As people write a number, with seven digits at least: spaces, hyphens, parentheses, an extension. */
export const phone = z
  .string()
  .max(40)
  .regex(/^\+?(?=(?:[ ().-]{0,24}[0-9]){7})[0-9 ().-]{7,25}( ?([eE][xX][tT]\.?|[xX]) ?[0-9]{1,6})?$/)
  .meta({ examples: ['+52 55 1234 5678 ext. 12'] });

/**
 * An instant given by a caller: ISO 8601 with a zone, `Z` or an offset; dates that do not exist are refused. Comes out
 * in UTC with milliseconds, the one form whose strings sort like the instants.
 */
export const instantIn = z.iso
  .datetime({ offset: true })
  .refine(isInRange, { params: { code: 'out_of_range' } })
  .overwrite(inUtc)
  .meta({ examples: ['2026-11-30T20:05:00.000Z'] });

/** An instant that the service gives: UTC with milliseconds. */
export const instant = z.iso.datetime({ precision: 3 }).meta({ examples: ['2026-11-30T20:05:00.000Z'] });

/** A whole number written in a query parameter. */
export function wholeNumber(
  min: number,
  max: number,
): z.ZodPipe<z.ZodString, z.ZodTransform<number, string>> {
  return z
    .string()
    .regex(/^\d{1,9}$/)
    .transform((value, context) => {
      const number = Number(value);
      if (number < min || number > max) {
        context.addIssue({ code: 'custom', params: { code: number < min ? 'too_small' : 'too_big' } });
      }
      return number;
    })
    .meta({ type: 'integer', minimum: min, maximum: max });
}

function isVisible(value: string): boolean {
  return VISIBLE.test(value);
}

function isInRange(value: string): boolean {
  const at = Date.parse(value);
  // What is no date at all has been told already.
  return Number.isNaN(at) || (at >= Date.UTC(FIRST_YEAR, 0) && at < Date.UTC(LAST_YEAR + 1, 0));
}

/** Runs on refused values too, since zod collects every problem of an input. */
function inUtc(value: string): string {
  const at = new Date(value);
  return Number.isNaN(at.getTime()) ? value : at.toISOString();
}
