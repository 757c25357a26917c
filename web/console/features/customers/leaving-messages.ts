import { defineMessages } from '../../../ui/i18n/messages';

/** Where a customer works, its data as a file, and its leaving. */
export const LEAVING = defineMessages(
  {
    'customers.branches': 'Sucursales',
    'customers.branches.empty':
      'Todavía no hay sucursales. Agréguelas para que sus personas indiquen en cuál ocurre lo que reportan.',
    'customers.branch': 'Sucursal',
    'customers.branch.add': 'Agregar sucursal',
    'customers.branch.hint': 'Las personas del cliente la eligen al registrar un ticket.',
    'customers.branch.change.of': 'Cambiar la sucursal {{name}}',
    'customers.branch.remove': 'Quitar',
    'customers.branch.remove.of': 'Quitar la sucursal {{name}}',
    'customers.branch.remove.body':
      'Ya no se podrá elegir en tickets nuevos. Los tickets que la nombran la conservan.',
    'customers.branch.removed': 'Se quitó la sucursal {{name}}',
    'customers.branch.saved': 'Se guardó la sucursal {{name}}',
    'customers.branch.address': 'Dirección',
    'customers.branch.phone': 'Teléfono',
    'customers.export': 'Sus datos',
    'customers.export.hint':
      'Todo lo que se guarda del cliente como lo ven sus personas: contratos, sucursales, personas y tickets con su conversación. Las notas internas no se incluyen.',
    'customers.export.get': 'Descargar sus datos',
    'customers.departed': 'Dejó de ser cliente',
    'customers.departed.since': 'Dejó de ser cliente el {{when}}',
    'customers.departed.until':
      'Sus personas pueden consultar y descargar sus datos hasta el {{when}}. Después ya no podrán entrar.',
    'customers.departed.over':
      'Sus personas pudieron consultar y descargar sus datos hasta el {{when}}. Ya no pueden entrar.',
    'customers.departure': 'Baja del cliente',
    'customers.departure.hint':
      'Cuando deje de ser cliente: no registra tickets nuevos, los abiertos se terminan y sus personas consultan sus datos durante 90 días.',
    'customers.departure.begin': 'Dar de baja…',
    'customers.departure.of': 'Dar de baja a {{name}}',
    'customers.departure.confirm': 'Dar de baja',
    'customers.departure.body': 'Esto ocurre en cuanto confirme:',
    'customers.departure.newTickets': 'Ya no se aceptan tickets nuevos.',
    'customers.departure.openTickets': 'Los tickets abiertos se atienden hasta terminarlos, o los retiran.',
    'customers.departure.sessions': 'Las sesiones remotas pagadas se dan o se reembolsan.',
    'customers.departure.accounts':
      'Sus cuentas quedan solo de lectura durante 90 días, con descarga de datos. Después nadie del cliente puede entrar.',
    'customers.departure.done': 'Se dio de baja a {{name}}',
    'customers.return.hint': 'Si vuelve, sus personas entran de nuevo como antes. Revise sus contratos.',
    'customers.return.begin': 'Anular la baja',
    'customers.return.of': 'Anular la baja de {{name}}',
    'customers.return.body':
      'Sus personas podrán entrar de nuevo y registrar tickets, si tienen un contrato vigente.',
    'customers.return.done': '{{name}} es cliente de nuevo',
    'customers.people': 'Ver sus personas',
    'customers.back': 'Todos los clientes',
  },
  {
    'customers.branches': 'Branches',
    'customers.branches.empty':
      'No branches yet. Add them so that its people say in which one happens what they report.',
    'customers.branch': 'Branch',
    'customers.branch.add': 'Add branch',
    'customers.branch.hint': "The customer's people choose it when they register a ticket.",
    'customers.branch.change.of': 'Change branch {{name}}',
    'customers.branch.remove': 'Remove',
    'customers.branch.remove.of': 'Remove branch {{name}}',
    'customers.branch.remove.body':
      'It can not be chosen for new tickets any more. Tickets that name it keep it.',
    'customers.branch.removed': 'Branch {{name}} was removed',
    'customers.branch.saved': 'Branch {{name}} was saved',
    'customers.branch.address': 'Address',
    'customers.branch.phone': 'Phone',
    'customers.export': 'Their data',
    'customers.export.hint':
      'Everything held of the customer as its people see it: contracts, branches, people and tickets with their conversation. Internal notes are not included.',
    'customers.export.get': 'Download their data',
    'customers.departed': 'No customer any more',
    'customers.departed.since': 'No customer since {{when}}',
    'customers.departed.until':
      'Its people can read and download their data until {{when}}. After that they can not log in.',
    'customers.departed.over':
      'Its people could read and download their data until {{when}}. They can not log in any more.',
    'customers.departure': 'Leaving',
    'customers.departure.hint':
      'When it stops being a customer: it registers no new tickets, open ones are finished, and its people read their data for 90 days.',
    'customers.departure.begin': 'Let it leave…',
    'customers.departure.of': 'Let {{name}} leave',
    'customers.departure.confirm': 'Let it leave',
    'customers.departure.body': 'This happens as soon as you confirm:',
    'customers.departure.newTickets': 'New tickets are not accepted any more.',
    'customers.departure.openTickets': 'Open tickets are attended until they are finished, or withdrawn.',
    'customers.departure.sessions': 'Paid remote sessions are held or refunded.',
    'customers.departure.accounts':
      'Its accounts are read-only for 90 days, with a download of the data. After that nobody of it can log in.',
    'customers.departure.done': '{{name}} has left',
    'customers.return.hint': 'If it comes back, its people log in as before. Check its contracts.',
    'customers.return.begin': 'Take it back',
    'customers.return.of': 'Take {{name}} back',
    'customers.return.body':
      'Its people can log in again and register tickets, if they have a contract in force.',
    'customers.return.done': '{{name}} is a customer again',
    'customers.people': 'See their people',
    'customers.back': 'All customers',
  },
);
