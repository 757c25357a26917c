import type { ACCOUNT_PROBLEM_CODES } from '../../contract/account-problem-codes';
import type { ProblemEntry } from './problem-entry';

/** The lines of the catalogue for accounts and administration. */
export const ACCOUNT_PROBLEMS: Readonly<Record<(typeof ACCOUNT_PROBLEM_CODES)[number], ProblemEntry>> = {
  invalid_credentials: {
    status: 401,
    title: 'Datos de acceso incorrectos',
    detail: 'El correo o la contraseña no son correctos.',
  },
  account_locked: {
    status: 429,
    title: 'Acceso en pausa',
    detail: 'Hubo demasiados intentos fallidos. Espere unos minutos antes de volver a intentarlo.',
  },
  totp_required: {
    status: 401,
    title: 'Falta el código',
    detail: 'Escriba también el código de su aplicación de autenticación.',
  },
  invalid_totp: {
    status: 401,
    title: 'Código incorrecto',
    detail: 'El código no es correcto o ya se usó. Espere el siguiente o use un código de recuperación.',
  },
  wrong_password: {
    status: 422,
    title: 'Contraseña incorrecta',
    detail: 'La contraseña no es correcta.',
  },
  invalid_code: {
    status: 422,
    title: 'Código incorrecto',
    detail: 'El código no es correcto o ya se usó. Espere el siguiente.',
  },
  nothing_to_confirm: {
    status: 409,
    title: 'Nada que confirmar',
    detail: 'No hay una verificación en dos pasos pendiente o activa en su cuenta.',
  },
  second_factor_required: {
    status: 403,
    title: 'Falta la verificación en dos pasos',
    detail: 'Su cuenta debe activar la verificación en dos pasos antes de continuar.',
  },
  invalid_token: {
    status: 404,
    title: 'Liga no válida',
    detail: 'La liga no existe, ya se usó o venció. Pida una nueva.',
  },
  already_decided: {
    status: 409,
    title: 'Registro ya decidido',
    detail: 'Otra persona ya aprobó o rechazó este registro.',
  },
  unknown_organization: {
    status: 422,
    title: 'Cliente desconocido',
    detail: 'La organización indicada no existe.',
  },
  role_not_invitable: {
    status: 422,
    title: 'Rol que no puede invitar',
    detail: 'Su cuenta no puede invitar a una persona con ese rol.',
  },
  role_of_other_kind: {
    status: 422,
    title: 'Rol de otro tipo de persona',
    detail:
      'Una persona de una empresa cliente no puede recibir un rol de soporte, ni una de soporte un rol de cliente.',
  },
  no_open_hours: {
    status: 422,
    title: 'Calendario sin horario',
    detail: 'El calendario debe tener al menos un horario de servicio.',
  },
  invalid_calendar: {
    status: 422,
    title: 'Calendario no válido',
    detail: 'Revise los datos indicados del calendario.',
  },
  invalid_policy: {
    status: 422,
    title: 'Política no válida',
    detail: 'Revise los datos indicados de la política.',
  },
  unknown_calendar: {
    status: 422,
    title: 'Calendario desconocido',
    detail: 'El calendario indicado no existe.',
  },
  changed_meanwhile: {
    status: 412,
    title: 'Cambió mientras tanto',
    detail: 'Otra persona hizo un cambio desde que usted lo consultó. Revíselo y envíe de nuevo.',
  },
  unknown_product: {
    status: 422,
    title: 'Producto desconocido',
    detail: 'El producto indicado no existe o no lo proporciona e-Optics.',
  },
  ends_before_start: {
    status: 422,
    title: 'Fechas al revés',
    detail: 'El contrato no puede terminar antes de comenzar.',
  },
  too_many_contracts: {
    status: 422,
    title: 'Demasiados contratos',
    detail: 'El cliente ya tiene el máximo de contratos.',
  },
  too_many_branches: {
    status: 422,
    title: 'Demasiadas sucursales',
    detail: 'El cliente ya tiene el máximo de sucursales.',
  },
  unknown_branch: {
    status: 422,
    title: 'Sucursal desconocida',
    detail: 'La sucursal indicada no existe en la empresa del ticket.',
  },
  customer_left: {
    status: 403,
    title: 'La empresa ya no es cliente',
    detail:
      'La empresa ya no es cliente de e-Optics. Durante 90 días puede consultar y exportar sus tickets y terminar los que siguen abiertos, pero no registrar nuevos.',
  },
  invalid_expiry: {
    status: 422,
    title: 'Vencimiento no válido',
    detail: 'La clave debe vencer en el futuro, y no después que la clave con la que se crea.',
  },
  scope_not_held: {
    status: 403,
    title: 'Permiso que no tiene',
    detail: 'Una clave no puede recibir permisos que su dueño, o la clave con la que se crea, no tiene.',
  },
  file_missing: { status: 400, title: 'Falta el archivo', detail: 'Envíe un archivo en el campo file.' },
  file_too_large: {
    status: 413,
    title: 'Archivo demasiado grande',
    detail: 'El archivo supera el tamaño permitido de 20 MiB.',
  },
  file_type_not_allowed: {
    status: 415,
    title: 'Tipo de archivo no permitido',
    detail: 'Ese tipo de archivo no se puede adjuntar.',
  },
};
