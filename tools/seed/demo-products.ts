import type { Product } from '../../src/domain/coverage/product';

export const DEMO_PRODUCTS: readonly Product[] = [
  { id: 'e-optics-online', name: 'e-Optics online', currentVersion: '2026.11', providedByUs: true },
  // Chosen by who does not know better; its refusal explains whom to ask instead.
  { id: 'third-party', name: 'Otro producto (de terceros)', currentVersion: 'n/a', providedByUs: false },
];
