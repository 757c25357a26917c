import { durationText } from '../../web/ui/format/duration-text';
import { instantText } from '../../web/ui/format/instant-text';
import { moneyText } from '../../web/ui/format/money-text';

it.each([
  ['America/Mexico_City', 'lunes 30 de noviembre de 2026, 14:05 h (hora de Ciudad de México)'],
  ['America/Tijuana', 'lunes 30 de noviembre de 2026, 12:05 h (hora de Tijuana)'],
  ['America/Cancun', 'lunes 30 de noviembre de 2026, 15:05 h (hora de Cancún)'],
])('writes an instant in %s as the policy’s people read it', (zone, sentence) => {
  expect(instantText('2026-11-30T20:05:59.999Z', 'es', zone)).toBe(sentence);
});

it('never writes midnight as 24:00', () => {
  expect(instantText('2026-12-01T06:00:00.000Z', 'es', 'America/Mexico_City')).toContain('00:00 h');
});

it.each([
  [116_000, 'MXN', '$1,160.00 MXN'],
  [99, 'USD', '$0.99 USD'],
  [500, 'JPY', '¥500 JPY'],
])('writes %i minor units of %s with the code', (minor, currency, text) => {
  expect(moneyText(minor, currency)).toBe(text);
});

it.each([
  [0, '0 min'],
  [59.9, '59 min'],
  [90, '1 h 30 min'],
  [120, '2 h'],
  [3_060, '2 d 3 h'],
])('writes %d minutes as %s', (minutes, text) => {
  expect(durationText(minutes)).toBe(text);
});
