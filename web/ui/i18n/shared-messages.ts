export const SHARED_ES = {
  'ui.skip': 'Saltar al contenido',
  'ui.nav': 'Principal',
  'ui.notFound': 'Esta página no existe. Revise la dirección o vuelva al inicio.',
  'ui.logIn': 'Iniciar sesión',
  'ui.email': 'Correo electrónico',
  'ui.password': 'Contraseña',
  'ui.unreachable': 'No fue posible comunicarse con el servicio. Intente de nuevo en un momento.',
};

export const SHARED_EN: Record<keyof typeof SHARED_ES, string> = {
  'ui.skip': 'Skip to content',
  'ui.nav': 'Main',
  'ui.notFound': 'This page does not exist. Check the address or go back to the start.',
  'ui.logIn': 'Log in',
  'ui.email': 'E-mail',
  'ui.password': 'Password',
  'ui.unreachable': 'The service could not be reached. Try again in a moment.',
};
