import { defineMessages } from './messages';

/** Sentences of our own for what the service can not say, and for the rest in English. */
export const PROBLEM = defineMessages(
  {
    'ui.problem.network':
      'No pudimos comunicarnos con el servicio. Revise su conexión e intente de nuevo: lo que escribió se conserva.',
    'ui.problem.engine_unavailable':
      'Aún no podemos confirmar si se aplicó. Intente de nuevo en un momento: aunque ya se haya aplicado, no se hará dos veces.',
    'ui.problem.service_unavailable':
      'El servicio no está disponible por el momento. Intente de nuevo en unos segundos: lo que escribió se conserva.',
    'ui.problem.unexpected': 'Ocurrió un error inesperado. Intente de nuevo en un momento.',
    'ui.problem.unauthenticated': 'Inicie sesión para continuar. Lo que escribió se conserva.',
    'ui.problem.retryAfter': 'Puede intentarlo de nuevo en {{time}}.',
    'ui.field.required': 'Escriba o elija este dato.',
    'ui.field.blank': 'Este dato no puede quedar en blanco.',
    'ui.field.too_small': 'El valor es menor que el permitido.',
    'ui.field.too_big': 'El valor o el texto supera el máximo permitido.',
    'ui.field.invalid_format': 'Revise el formato de este dato.',
    'ui.field.not_one_line': 'Escriba este dato en un solo renglón.',
    'ui.field.out_of_range': 'La fecha está fuera del intervalo permitido.',
    'ui.field.repeated': 'No repita el mismo elemento.',
    'ui.field.incident_in_future': 'La fecha y hora no pueden ser futuras.',
    'ui.field.not_descending': 'Ponga la mayor primero.',
    'ui.field.above_ceiling': 'No puede ser mayor que la prioridad máxima.',
    'ui.field.too_many': 'Hay más elementos de los permitidos.',
    'ui.field.not_a_number': 'Escriba un número.',
    'ui.field.unknown_calendar': 'Ese calendario no existe.',
    'ui.field.invalid': 'Revise este dato.',
  },
  {
    'ui.problem.network':
      'The service could not be reached. Check your connection and try again: what you wrote is kept.',
    'ui.problem.engine_unavailable':
      'We cannot confirm yet whether it was applied. Try again in a moment: even if it was, it will not be done twice.',
    'ui.problem.service_unavailable':
      'The service is not available for the moment. Try again in a few seconds: what you wrote is kept.',
    'ui.problem.unexpected': 'Something unexpected happened. Try again in a moment.',
    'ui.problem.unauthenticated': 'Log in to go on. What you wrote is kept.',
    'ui.problem.retryAfter': 'You can try again in {{time}}.',
    'ui.field.required': 'Fill in this field.',
    'ui.field.blank': 'This field cannot be blank.',
    'ui.field.too_small': 'The value is less than allowed.',
    'ui.field.too_big': 'The value or the text is more than allowed.',
    'ui.field.invalid_format': 'Check the format of this field.',
    'ui.field.not_one_line': 'Write this on a single line.',
    'ui.field.out_of_range': 'The date is out of the allowed range.',
    'ui.field.repeated': 'Do not repeat the same item.',
    'ui.field.incident_in_future': 'The date and time cannot be in the future.',
    'ui.field.not_descending': 'Put the greatest first.',
    'ui.field.above_ceiling': 'It can not be above the highest priority.',
    'ui.field.too_many': 'There are more items than allowed.',
    'ui.field.not_a_number': 'Write a number.',
    'ui.field.unknown_calendar': 'There is no such calendar.',
    'ui.field.invalid': 'Check this field.',
  },
);
