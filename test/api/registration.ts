import { PRODUCT, VERSION } from './api-under-test';

/** A body of POST /tickets that is accepted. */
export function registration(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    subject: 'No abre la agenda',
    description: 'Al entrar a la agenda aparece una pantalla en blanco.',
    type: 'technical_problem',
    incidentAt: '2026-11-20T15:00:00.000Z',
    product: PRODUCT,
    productVersion: VERSION,
    contact: { name: 'Ana López', email: 'ana@example.test', phone: '+52 55 1234 5678' },
    ...changes,
  };
}
