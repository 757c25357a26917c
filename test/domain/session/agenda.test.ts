import { sessionAgenda } from '../../../src/domain/session/agenda';
import { intentOf, later, sessionIn, step, T0 } from './sessions';

function ahead(session: ReturnType<typeof sessionIn>): [string, string][] {
  return sessionAgenda(session).map(({ at, intent }) => [at, intent === 'try_again' ? intent : intent.name]);
}

test('the end of a quote is reminded once, a day before it', () => {
  const quoted = sessionIn('quoted');
  expect(ahead(quoted)).toEqual([
    [later(T0, 144), 'quote_reminded'],
    [later(T0, 168), 'lapsed'],
  ]);
  const reminded = step(quoted, intentOf('quote_reminded'), { at: later(T0, 144) });
  expect(ahead(reminded)).toEqual([[later(T0, 168), 'lapsed']]);
  expect(step(reminded, intentOf('quote_reminded'))).toBe(reminded);
});

test('a quote that is valid for less than that is not reminded, and a new one is reminded anew', () => {
  const short = step(sessionIn('requested'), intentOf('quoted', { validUntil: later(T0, 12) }));
  expect(ahead(short)).toEqual([[later(T0, 12), 'lapsed']]);
  const reminded = step(sessionIn('quoted'), intentOf('quote_reminded'), { at: later(T0, 144) });
  const anew = step(reminded, intentOf('quoted', { validUntil: later(T0, 240) }), { at: later(T0, 145) });
  expect(ahead(anew)[0]).toEqual([later(T0, 216), 'quote_reminded']);
});
