import type { ProblemCode } from '../../contract/problem-code';
import { ACCOUNT_PROBLEMS } from './account-problems';
import type { ProblemEntry } from './problem-entry';
import { SESSION_PROBLEMS } from './session-problems';

/** Every code that the API can answer, once. A code without its line does not compile. */
export const PROBLEM_CATALOGUE: Readonly<Record<ProblemCode, ProblemEntry>> = {
  ...ACCOUNT_PROBLEMS,
  ...SESSION_PROBLEMS,

  // The edge
  unauthenticated: entry(401, 'Sesión no iniciada', 'Inicie sesión o envíe una clave de API vigente.'),
  forbidden: entry(403, 'Acción no permitida', 'Su cuenta no tiene permiso para esta acción.'),
  foreign_origin: entry(403, 'Origen no permitido', 'La petición no proviene de este sitio.'),
  not_found: entry(404, 'No encontrado', 'Lo que busca no existe o no está a su alcance.'),
  method_not_allowed: entry(405, 'Método no permitido', 'Esta dirección no admite ese método.'),
  malformed_json: entry(400, 'JSON mal formado', 'El cuerpo de la petición no es JSON válido en UTF-8.'),
  invalid_request: entry(400, 'Datos no válidos', 'Revise los datos indicados y envíelos de nuevo.'),
  unsupported_media_type: entry(
    415,
    'Tipo de contenido no admitido',
    'Envíe el contenido en el formato que se indica, sin comprimir y en UTF-8.',
  ),
  payload_too_large: entry(
    413,
    'Contenido demasiado grande',
    'El cuerpo de la petición supera el tamaño permitido.',
  ),
  request_aborted: entry(400, 'Petición interrumpida', 'La petición no llegó completa.'),
  idempotency_key_required: entry(
    400,
    'Falta la clave de la petición',
    'Envíe el encabezado Idempotency-Key para poder repetir la petición sin duplicarla.',
  ),
  idempotency_key_reused: entry(
    422,
    'Clave de petición repetida',
    'Esa clave ya se usó con otra petición. Use una clave nueva.',
  ),
  rate_limited: entry(429, 'Demasiadas peticiones', 'Espere un momento antes de volver a intentarlo.'),
  needs_repair: entry(
    409,
    'Ticket en reparación',
    'El ticket necesita que un supervisor lo repare antes de continuar.',
  ),
  not_broken: entry(409, 'Ticket en orden', 'El ticket sigue su curso normal y no necesita reparación.'),
  open_tickets: entry(
    409,
    'Tickets o sesiones sin cerrar',
    'La persona tiene tickets o sesiones remotas sin cerrar. Ciérrelos o páselos a otra persona antes de continuar.',
  ),
  engine_unavailable: entry(
    503,
    'Resultado por confirmar',
    'No se pudo confirmar el resultado. Repita la petición con la misma clave: no se aplicará dos veces.',
  ),
  service_unavailable: entry(
    503,
    'Servicio no disponible',
    'El servicio no está disponible por el momento. Intente de nuevo en unos segundos.',
  ),
  internal_error: entry(
    500,
    'Error inesperado',
    'Ocurrió un error inesperado. Si se repite, informe el identificador de la petición.',
  ),

  // What a command names
  on_behalf_required: entry(
    422,
    'Falta el cliente',
    'Indique por qué cliente registra el ticket y el motivo.',
  ),
  unknown_client: entry(
    422,
    'Cliente desconocido',
    'El cliente indicado no existe o no pertenece a la organización del ticket.',
  ),
  unknown_agent: entry(422, 'Agente desconocido', 'El agente indicado no existe.'),
  unknown_attachment: entry(
    422,
    'Archivo desconocido',
    'Alguno de los archivos no existe, no es suyo o ya se usó en otro ticket.',
  ),
  unknown_ticket: entry(422, 'Ticket desconocido', 'El ticket indicado no existe o no está a su alcance.'),
  other_organization: entry(422, 'Otra organización', 'El ticket indicado es de otra organización.'),
  unknown_version: entry(422, 'Versión desconocida', 'La versión indicada no existe.'),

  // Coverage
  product_not_covered: entry(
    422,
    'Producto sin cobertura',
    'El soporte cubre únicamente productos y servicios de e-Optics.',
  ),
  contract_not_in_force: entry(
    422,
    'Contrato no vigente',
    'La organización no tiene un contrato vigente para este producto.',
  ),
  version_not_supported: entry(
    422,
    'Versión sin soporte',
    'El soporte se da únicamente a la versión actual del producto. Actualice y registre su ticket de nuevo.',
  ),

  // The rules of the process
  ticket_closed: entry(
    409,
    'Ticket cerrado',
    'El ticket está cerrado y no se puede reabrir. Puede registrar uno nuevo que le dé seguimiento.',
  ),
  stale_version: entry(
    412,
    'Cambió mientras tanto',
    'Alguien hizo un cambio desde que usted lo consultó. Revíselo y envíe de nuevo.',
  ),
  unread_reply: entry(
    409,
    'Respuesta del cliente sin leer',
    'El cliente acaba de responder. Lea su respuesta antes de cerrar el ticket.',
  ),
  session_open: entry(
    409,
    'Sesión remota pendiente',
    'El ticket no se puede cerrar mientras tenga una sesión remota pagada o en proceso de pago.',
  ),
  unknown_type: entry(422, 'Tipo desconocido', 'El tipo de ticket indicado no existe.'),
  reason_required: entry(
    422,
    'Falta el motivo',
    'Indique el motivo por el que cambia la prioridad propuesta.',
  ),
  assignee_required: entry(409, 'Ticket sin asignar', 'Asigne el ticket antes de continuar.'),
  category_required: entry(409, 'Ticket sin categorizar', 'Categorice el ticket antes de continuar.'),
  priority_required: entry(409, 'Ticket sin prioridad', 'Dé una prioridad al ticket antes de continuar.'),
  first_attention_required: entry(
    409,
    'Falta la primera atención',
    'Complete la primera atención antes de continuar.',
  ),
  solution_required: entry(
    409,
    'Sin solución que aceptar',
    'El ticket todavía no tiene una solución que se pueda aceptar.',
  ),
  not_confirmed: entry(
    409,
    'Sin confirmación del cliente',
    'No consta un mensaje del cliente posterior a la solución, o una llamada contestada, como se indica.',
  ),
  nothing_to_retract: entry(
    409,
    'Nada que retomar',
    'El ticket no tiene una solución ni una pregunta en espera de respuesta.',
  ),
  not_waiting_for_client: entry(
    409,
    'No espera al cliente',
    'El ticket no está en espera de respuesta del cliente.',
  ),
  incident_in_future: entry(422, 'Fecha futura', 'La fecha y hora del incidente no pueden ser futuras.'),
  incident_required: entry(422, 'Falta la fecha del incidente', 'Indique cuándo ocurrió el problema.'),
  call_in_future: entry(422, 'Fecha futura', 'La fecha y hora de la llamada no pueden ser futuras.'),
  not_allowed: entry(403, 'Acción no permitida', 'Su cuenta no puede hacer esto en este ticket.'),
  same_ticket: entry(
    422,
    'El mismo ticket',
    'Un ticket no puede ser duplicado de sí mismo, ni de uno que se cerró como duplicado suyo.',
  ),
  too_few_parts: entry(422, 'Faltan partes', 'Indique los temas en que se divide el ticket.'),
  already_participant: entry(409, 'Ya participa', 'La persona ya participa en el ticket.'),
  not_participant: entry(404, 'No participa', 'La persona no participa en el ticket.'),
  not_referred: entry(409, 'Sin canalizar', 'El ticket no se ha canalizado a consultoría.'),
  already_exists: entry(409, 'Ya existe', 'Ya existe un registro con esos datos.'),

  // Remote sessions
  session_state: entry(
    409,
    'Sesión en otro estado',
    'La sesión remota no está en un estado que permita esta acción.',
  ),
  session_underway: entry(
    409,
    'Sesión en curso',
    'El ticket ya tiene una sesión remota solicitada o en curso.',
  ),
  quote_expired: entry(409, 'Cotización vencida', 'La cotización venció. Solicite una nueva.'),
  transfer_used: entry(
    409,
    'Transferencia ya registrada',
    'Esa referencia ya se confirmó como pago de otra sesión. Revise el comprobante.',
  ),
  slot_taken: entry(409, 'Horario ocupado', 'Ese horario ya no está disponible. Elija otro.'),
  too_early: entry(409, 'Antes de tiempo', 'Todavía no es momento de hacer esto.'),
  too_late: entry(409, 'Fuera de tiempo', 'Ya pasó el momento de hacer esto.'),

  invalid_command: entry(422, 'Datos no válidos', 'Los datos no corresponden con la acción solicitada.'),
};

function entry(status: number, title: string, detail: string): ProblemEntry {
  return { status, title, detail };
}
