import type { Feature } from '../../../ui/feature';

export const PROFILE: Feature = {
  id: 'profile',
  routes: [],
  nav: { to: '/perfil', label: 'profile.nav' },
  messages: { es: { 'profile.nav': 'Perfil' }, en: { 'profile.nav': 'Profile' } },
};
