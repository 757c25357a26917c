/** What the person is told, in plain words, while they register. */
export const VERIFICATION_SENT =
  'Le enviamos un correo con los pasos para continuar. Si no llega en unos minutos, revise la dirección y el correo no deseado.';

/** Whoever was invited to the staff logs in at the console, everybody else at the Sitio. */
export const WELCOME =
  'Su registro quedó confirmado. Ya puede iniciar sesión con su correo y la contraseña que eligió.';

export const WAITING =
  'Su correo quedó confirmado. El registro espera la aprobación de e-Optics: revisaremos los datos de su empresa y le avisaremos por correo.';
