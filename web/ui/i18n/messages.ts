/** One catalogue: the same keys in both languages. Plurals are `key_one` and `key_other`, asked for as `key`. */
export interface Messages {
  readonly es: Readonly<Record<string, string>>;
  readonly en: Readonly<Record<string, string>>;
}

/** What can be asked of a catalogue: its keys, plurals by their stem. */
export type MessageKey<M extends Messages> = Stem<keyof M['es'] & string>;

type Stem<Key extends string> = Key extends `${infer Base}_one` | `${infer Base}_other` ? Base : Key;

/** A feature's strings, Spanish first; the English must have the same keys. */
export function defineMessages<const Es extends Readonly<Record<string, string>>>(
  es: Es,
  en: { readonly [Key in keyof Es]: string },
): { readonly es: Es; readonly en: { readonly [Key in keyof Es]: string } } {
  return { es, en };
}
