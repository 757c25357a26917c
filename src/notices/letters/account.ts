import type { Role } from '../../domain/access/role';
import type { AccountMailKind } from '../../store/notices/notices';
import type { Block, Letter } from '../letter';
import { facts, important, paragraph } from './parts';

/** What a letter about an account is written from. */
export interface AccountFacts {
  readonly name: string;
  readonly role: Role;
  readonly organizationName: string | null;
  /** Why it was refused, in the words of who did. */
  readonly reason: string | null;
  /** Where its one button leads. */
  readonly url: string;
}

const FOOTER =
  'No responda a este correo: nadie lee este buzón. El soporte se da únicamente en el Sitio de clientes.';
const NOT_YOU = 'Si usted no lo pidió, ignore este correo: sin abrir la liga no cambia nada.';
const ALERT = 'Si no fue usted, pida una contraseña nueva en el Sitio de clientes y avise a e-Optics.';
const ROLE_NAMES: Readonly<Record<Role, string>> = {
  client: 'Usuario',
  client_admin: 'Administrador de la empresa',
  agent: 'Agente de soporte',
  supervisor: 'Supervisor de soporte',
  admin: 'Administrador del soporte',
};

/** What each kind of mail about an account says. */
export const ACCOUNT_LETTERS: Readonly<Record<AccountMailKind, (given: AccountFacts) => Letter>> = {
  verify_registration: (given) =>
    letter(given, 'Confirme su correo para registrarse', 'Confirmar mi correo', [
      paragraph('Recibimos una solicitud de registro en el Sitio de clientes con este correo.'),
      facts(['Nombre', given.name], ['Empresa', given.organizationName ?? '']),
      paragraph('Abra la liga, elija una contraseña y su registro quedará confirmado.'),
      important('La liga sirve una sola vez y vence en 24 horas.'),
      paragraph(NOT_YOU),
    ]),
  account_exists: (given) =>
    letter(given, 'Usted ya tiene una cuenta', 'Ir al Sitio', [
      paragraph('Alguien pidió un registro o envió una invitación con este correo, que ya tiene una cuenta.'),
      paragraph('Inicie sesión como siempre. Si no recuerda su contraseña, pida una nueva desde ahí.'),
      paragraph(NOT_YOU),
    ]),
  registration_waiting: (given) =>
    letter(given, 'Su registro espera la aprobación de e-Optics', 'Ir al Sitio de clientes', [
      paragraph('Su correo quedó confirmado. Una persona de e-Optics revisará los datos de su empresa.'),
      paragraph('Le avisaremos por correo en cuanto se decida; por ahora no necesita hacer nada.'),
    ]),
  registration_approved: (given) =>
    letter(given, 'Su registro quedó aprobado', 'Iniciar sesión', [
      paragraph('Ya puede iniciar sesión en el Sitio de clientes con su correo y la contraseña que eligió.'),
    ]),
  registration_refused: (given) =>
    letter(given, 'Su registro no fue aprobado', 'Ir al Sitio de clientes', [
      paragraph('Una persona de e-Optics revisó su solicitud y no pudo aprobarla.'),
      facts(['Motivo', given.reason ?? '']),
    ]),
  password_reset: (given) =>
    letter(given, 'Elija una contraseña nueva', 'Elegir contraseña', [
      paragraph('Recibimos una solicitud para cambiar la contraseña de su cuenta.'),
      important('La liga sirve una sola vez y vence en 30 minutos. Al usarla se cierran todas sus sesiones.'),
      paragraph(NOT_YOU),
    ]),
  password_changed: (given) =>
    letter(given, 'Su contraseña cambió', 'Ir al Sitio', [
      paragraph('La contraseña de su cuenta acaba de cambiar y se cerraron todas sus sesiones.'),
      important(ALERT),
    ]),
  invitation: (given) =>
    letter(given, 'Le invitaron al soporte de e-Optics online', 'Aceptar la invitación', [
      paragraph(
        given.organizationName === null
          ? 'Le invitaron a formar parte del equipo de soporte.'
          : `Le invitaron al Sitio de clientes como parte de ${given.organizationName}.`,
      ),
      important('La liga sirve una sola vez y vence en 7 días.'),
      paragraph('Si no la esperaba, ignore este correo.'),
    ]),
  second_factor_on: (given) =>
    letter(given, 'Activó la verificación en dos pasos', 'Ir al Sitio', [
      paragraph('Desde ahora, al iniciar sesión se le pedirá también el código de su aplicación.'),
      important(ALERT),
    ]),
  second_factor_off: (given) =>
    letter(given, 'Se quitó la verificación en dos pasos', 'Ir al Sitio', [
      paragraph('Su cuenta ya no pide el código de su aplicación al iniciar sesión.'),
      important(ALERT),
    ]),
  role_changed: (given) =>
    letter(given, 'Su tipo de cuenta cambió', 'Iniciar sesión', [
      paragraph('Un administrador de e-Optics cambió lo que puede hacer con su cuenta.'),
      facts(['Tipo de cuenta', ROLE_NAMES[given.role]]),
      paragraph(
        'Se cerraron sus sesiones y dejaron de servir sus claves de API con todos los permisos: inicie sesión de nuevo y cree las que necesite.',
      ),
      important('Si no esperaba este cambio, avise a e-Optics.'),
    ]),
};

function letter({ url }: AccountFacts, title: string, label: string, blocks: Block[]): Letter {
  return { subject: title, title, blocks, action: { label, url }, footer: FOOTER };
}
