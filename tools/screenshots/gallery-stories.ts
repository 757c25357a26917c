import type { Attention, Topic } from '../seed/ticket-steps';

/** Whoever registers tickets in the gallery: of the demo data, or one of `GALLERY_CUSTOMERS`. */
export type Client = 'laura' | 'raul' | 'sofia' | 'mariana' | 'jorge' | 'patricia' | 'ernesto' | 'gabriela';

/** What happens on a ticket after its registration, in turn. */
export type Step =
  | { do: 'classify'; rating: readonly [impact: string, urgency: string] }
  | ({ do: 'attend' } & Attention)
  | { do: 'client' | 'agent' | 'ask' | 'note' | 'solve' | 'accept' | 'withdraw'; says: string };

export interface Story extends Topic {
  readonly client: Client;
  /** The agent of its turns. */
  readonly agent: 'ana' | 'bruno';
  readonly steps: readonly Step[];
}

export interface Customer {
  readonly name: string;
  readonly customerNumber: string;
  /** Days from today to the end of its contract. */
  readonly endsIn: number;
  readonly person: { readonly key: Client; readonly name: string; readonly email: string };
}

/** Whose paid sessions are shown, one in each state. */
export const SESSIONS_CLIENT = 'gabriela@optica-lindavista.test';

export const GALLERY_CUSTOMERS: readonly Customer[] = [
  customer('Óptica Central', '1010', 240, 'mariana', 'Mariana Cruz', 'mariana@optica-central.test'),
  customer('Ópticas del Valle', '1011', 18, 'jorge', 'Jorge Nava', 'jorge@opticas-del-valle.test'),
  customer('Visión Norte', '1012', 130, 'patricia', 'Patricia Leal', 'patricia@vision-norte.test'),
  customer('Óptica San Ángel', '1013', 301, 'ernesto', 'Ernesto Gil', 'ernesto@optica-san-angel.test'),
  customer('Óptica Lindavista', '1014', 88, 'gabriela', 'Gabriela Soto', SESSIONS_CLIENT),
];

/** About one working day of a support desk. */
export const STORIES: readonly Story[] = [
  story('laura', 'ana', 'technical_problem', 'Las recetas impresas salen sin el eje', [
    attend(
      ['limited_users', 'degraded'],
      'La plantilla de impresión perdió un campo.',
      'Ya encontramos la plantilla; la estamos corrigiendo.',
    ),
    { do: 'solve', says: 'Restauramos la plantilla. Imprima de nuevo cualquiera de las recetas de hoy.' },
    { do: 'accept', says: 'Perfecto, ya salen completas. Gracias.' },
  ]),
  story('laura', 'bruno', 'question', '¿Cómo se cancela una venta del día anterior?', [
    attend(['one_user', 'can_wait'], 'Duda sobre cancelaciones.', 'Con gusto le explico los pasos.'),
    { do: 'solve', says: 'En Ventas > Historial elija la venta y después «Cancelar con nota de crédito».' },
    { do: 'accept', says: 'Muy claro, muchas gracias.' },
  ]),
  story('laura', 'bruno', 'manual_request', 'Manual del módulo de inventarios', [
    attend(['one_user', 'can_wait'], 'Solicita el manual vigente.', 'Le comparto el manual en un momento.'),
    {
      do: 'solve',
      says: 'El manual de inventarios está en Menú > Ayuda > Manuales, en su edición de noviembre.',
    },
    { do: 'accept', says: 'Recibido.' },
  ]),
  story('laura', 'ana', 'technical_problem', 'La cámara del lensómetro no aparece en la lista', [
    { do: 'withdraw', says: 'Era un cable desconectado; ya funciona.' },
  ]),
  story('raul', 'ana', 'blocked_space', 'La sucursal Roma no puede abrir la caja', [
    attend(
      ['limited_users', 'business_stopped'],
      'La caja quedó bloqueada por un corte sin terminar.',
      'Estamos liberando la caja de la sucursal.',
    ),
    {
      do: 'solve',
      says: 'La caja quedó libre. Abra el turno de nuevo y confirme que el saldo inicial es correcto.',
    },
  ]),
  story('raul', 'bruno', 'question', 'Permisos para una nueva encargada de sucursal', [
    attend(
      ['one_user', 'inconvenience'],
      'Alta de permisos de encargada.',
      'Le ayudamos a revisar el perfil correcto.',
    ),
    { do: 'ask', says: '¿La encargada debe ver los reportes de todas las sucursales o solo los de la suya?' },
    { do: 'client', says: 'Solo los de su sucursal, por favor.' },
  ]),
  story('mariana', 'ana', 'service_interruption', 'El sistema no abre en ninguna de las cajas', [
    attend(
      ['many_users', 'business_stopped'],
      'El servicio no responde en tres sucursales.',
      'Estamos trabajando en restablecer el acceso.',
    ),
    { do: 'note', says: 'Mismo síntoma que en la sucursal de Óptica Vecina: ligar al incidente general.' },
  ]),
  story('mariana', 'ana', 'technical_problem', 'El total del pedido al laboratorio no coincide', [
    { do: 'classify', rating: ['limited_users', 'inconvenience'] },
  ]),
  story('mariana', 'bruno', 'usability', 'No encuentro dónde registrar una garantía', [
    attend(['one_user', 'inconvenience'], 'Registro de garantías.', 'Le indicamos el camino en un momento.'),
    {
      do: 'solve',
      says: 'En la ficha de la venta, botón «Garantía». Se lo mostramos con imágenes en el manual.',
    },
    { do: 'client', says: 'Gracias, pero en mi pantalla no aparece ese botón.' },
  ]),
  story('jorge', 'ana', 'technical_problem', 'Los mensajes de recordatorio llegan dos veces', [
    attend(
      ['many_users', 'inconvenience'],
      'Los recordatorios se programan por duplicado.',
      'Detuvimos los envíos repetidos mientras corregimos la causa.',
    ),
    { do: 'agent', says: 'Quedó identificado el origen; hoy mismo publicamos la corrección.' },
  ]),
  story('jorge', 'bruno', 'data_loading_help', 'Ayuda para cargar el catálogo de armazones', [
    { do: 'classify', rating: ['one_user', 'can_wait'] },
  ]),
  story('jorge', 'ana', 'cosmetic_problem', 'El logotipo se ve recortado en los recibos', [
    attend(
      ['minimal', 'can_wait'],
      'El logotipo excede el ancho del recibo.',
      'Recibido; revisamos el formato del recibo.',
    ),
    { do: 'ask', says: '¿Podría adjuntar el archivo original de su logotipo?' },
  ]),
  story('patricia', 'ana', 'technical_problem', 'El reporte de ventas por vendedor sale vacío', [
    attend(
      ['limited_users', 'degraded'],
      'El filtro de fechas no toma el día de hoy.',
      'Ya lo reproducimos; estamos en ello.',
    ),
    { do: 'solve', says: 'Corregimos el filtro. Genere de nuevo el reporte con la fecha de hoy.' },
    { do: 'accept', says: 'Ya salen todas las ventas.' },
  ]),
  story('patricia', 'bruno', 'backup_help', '¿Cada cuándo se respalda la información?', [
    attend(['one_user', 'can_wait'], 'Duda sobre respaldos.', 'Con gusto le explicamos.'),
    {
      do: 'solve',
      says: 'Se respalda cada noche y se conserva según su contrato; en el manual vienen los detalles.',
    },
    { do: 'accept', says: 'Gracias por la información.' },
  ]),
  story('patricia', 'ana', 'technical_problem', 'El lector de códigos registra cada pieza dos veces', []),
  story('ernesto', 'bruno', 'new_feature', 'Sugerencia: agenda de citas por optometrista', []),
  story('ernesto', 'ana', 'technical_problem', 'Una orden aparece como entregada sin estarlo', [
    attend(
      ['one_user', 'degraded'],
      'El estado de la orden cambió sin registro de entrega.',
      'Estamos revisando la bitácora de la orden.',
    ),
  ]),
  story('sofia', 'ana', 'technical_problem', 'El descuento de empleados no se aplica', []),
  story('sofia', 'bruno', 'question', '¿Se puede facturar a dos razones sociales?', [
    { do: 'classify', rating: ['one_user', 'inconvenience'] },
  ]),
];

function customer(
  name: string,
  customerNumber: string,
  endsIn: number,
  key: Client,
  person: string,
  email: string,
): Customer {
  return { name, customerNumber, endsIn, person: { key, name: person, email } };
}

function story(
  client: Client,
  agent: Story['agent'],
  type: string,
  subject: string,
  steps: readonly Step[],
): Story {
  const description = `${subject}. Lo notamos hoy por la mañana y ocurre cada vez que lo intentamos.`;
  return { client, agent, type, subject, description, steps };
}

function attend(rating: Attention['rating'], nature: string, message: string): Step {
  return { do: 'attend', rating, nature, message };
}
