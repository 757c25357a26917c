import { defineMessages } from '../../../ui/i18n/messages';
import { FIELDS } from './field-messages';
import { TYPES } from './type-messages';

export const POLICIES_MESSAGES = defineMessages(
  {
    'policies.title': 'Política de soporte',
    'policies.intro':
      'Los números y reglas del servicio. Guardar hace una versión nueva, que vale para los tickets que se registren desde entonces; las sesiones cotizadas conservan la suya, y los tickets abiertos también, hasta que un supervisor les aplique las reglas vigentes.',
    'policies.version': 'Versión vigente: {{version}}',
    'policies.readOnly': 'Solo un administrador puede hacer una versión nueva.',
    'policies.waiting': 'Espera de la respuesta del cliente',
    'policies.targets': 'Plazos internos, en horas hábiles',
    'policies.targets.intro': 'Son metas de soporte: no se prometen al cliente y nunca cierran un ticket.',
    'policies.targets.first.of': 'Primera atención, prioridad {{priority}}',
    'policies.targets.next': 'Siguiente respuesta',
    'policies.targets.next.of': 'Siguiente respuesta, prioridad {{priority}}',
    'policies.matrix': 'Matriz de prioridad',
    'policies.matrix.intro': 'La prioridad que se propone según el impacto y la urgencia.',
    'policies.matrix.impact': 'Impacto',
    'policies.matrix.cell': '{{impact}}, {{urgency}}',
    'policies.session': 'Sesión remota',
    'policies.save': 'Guardar versión nueva',
    'policies.review': 'Revisar cambios',
    'policies.review.intro':
      'Esto valdrá para los tickets que se registren a partir de ahora. Los abiertos conservan la versión {{version}}.',
    'policies.review.field': 'Dato',
    'policies.review.before': 'Ahora',
    'policies.review.after': 'Desde el próximo registro',
    'policies.review.none': 'No hay cambios que guardar.',
    'policies.saved': 'Se guardó la versión {{version}} de la política',
    'policies.changes_one': 'Un cambio sin guardar',
    'policies.changes_other': '{{count}} cambios sin guardar',
    ...FIELDS.es,
    ...TYPES.es,
  },
  {
    'policies.title': 'Support policy',
    'policies.intro':
      'The numbers and rules of the service. Saving makes a new version, which holds for tickets registered from then on; quoted sessions keep theirs, and so do open tickets until a supervisor applies the present rules to them.',
    'policies.version': 'Version in force: {{version}}',
    'policies.readOnly': 'Only an administrator can make a new version.',
    'policies.waiting': "Waiting for the client's reply",
    'policies.targets': 'Internal targets, in business hours',
    'policies.targets.intro':
      'Goals of support: never promised to the client, and they never close a ticket.',
    'policies.targets.first.of': 'First attention, priority {{priority}}',
    'policies.targets.next': 'Next reply',
    'policies.targets.next.of': 'Next reply, priority {{priority}}',
    'policies.matrix': 'Priority matrix',
    'policies.matrix.intro': 'The priority that impact and urgency propose.',
    'policies.matrix.impact': 'Impact',
    'policies.matrix.cell': '{{impact}}, {{urgency}}',
    'policies.session': 'Remote session',
    'policies.save': 'Save new version',
    'policies.review': 'Review changes',
    'policies.review.intro':
      'This will hold for tickets registered from now on. Open ones keep version {{version}}.',
    'policies.review.field': 'Field',
    'policies.review.before': 'Now',
    'policies.review.after': 'From the next registration on',
    'policies.review.none': 'There are no changes to save.',
    'policies.saved': 'Version {{version}} of the policy was saved',
    'policies.changes_one': 'One change not saved',
    'policies.changes_other': '{{count}} changes not saved',
    ...FIELDS.en,
    ...TYPES.en,
  },
);
