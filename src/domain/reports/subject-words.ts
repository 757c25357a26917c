/** Words that say nothing of the subject, and what nearly every ticket is about. */
const EMPTY_WORDS: ReadonlySet<string> = new Set(
  [
    'para como pero cuando donde desde hasta sobre entre este esta esto estos estas esos esas aquel aquella',
    'porque sino segun cada todo toda todos todas otro otra otros otras mismo misma algo nada nadie quien cual',
    'tiene tienen tengo puede pueden puedo hace hacer hago esta estan estoy sido fue fueron sera seria haber',
    'hola buenos buenas dias tardes noches favor gracias ayuda urgente problema problemas error falla fallas',
    'sistema optics online soporte ticket solicito quiero necesito antes despues ahora ayer siempre nunca',
  ].flatMap((line) => line.split(' ')),
);

const MOST_WORDS = 8;

/** The words by which tickets of one subject know each other, at most eight. @param folded lower case, no accents */
export function subjectWords(folded: string): string[] {
  const words = folded.match(/[a-z0-9]{4,40}/g) ?? [];
  return [...new Set(words)]
    .filter((word) => !EMPTY_WORDS.has(word) && !/^\d+$/.test(word))
    .slice(0, MOST_WORDS);
}
