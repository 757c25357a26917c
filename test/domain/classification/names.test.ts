import { CLOSURE_REASONS, CLOSURE_REASON_LABELS } from '../../../src/domain/classification/closure-reasons';
import { PRIORITIES } from '../../../src/domain/classification/priority';
import { PRIORITY_DEFINITIONS } from '../../../src/domain/classification/priority-definitions';

describe('the official names', () => {
  it('of the priorities, most pressing first', () => {
    expect(PRIORITY_DEFINITIONS.map(({ id }) => id)).toEqual([...PRIORITIES]);
    expect(PRIORITY_DEFINITIONS.map(({ label }) => label)).toEqual(['Urgente', 'Alta', 'Media', 'Baja']);
  });

  it('of the reasons for closing', () => {
    expect(CLOSURE_REASONS.map((reason) => CLOSURE_REASON_LABELS[reason])).toEqual([
      'Resuelto por soporte',
      'Aceptado por el cliente',
      'Sin respuesta del cliente',
      'Retirado por el cliente',
      'Fuera de alcance',
      'Duplicado',
      'Dividido',
    ]);
  });
});

it('gives every priority a definition and the examples of the policy', () => {
  const examples = PRIORITY_DEFINITIONS.map((priority) => priority.examples.join(' '));
  for (const { definition } of PRIORITY_DEFINITIONS) expect(definition).toMatch(/^\S.{20,}\.$/);
  expect(examples[0]).toMatch(/interrumpido/);
  expect(examples[1]).toMatch(/espacio quedó bloqueado/);
  expect(examples[2]).toMatch(/cargar su información/);
  expect(examples[3]).toMatch(/duda.*manual.*estético/);
});
