import { defineMessages } from '../../../ui/i18n/messages';

export const ARCHIVE_PAGE = defineMessages(
  {
    'archive.title': 'Archivo histórico de tickets',
    'archive.search': 'Buscar en el archivo',
    'archive.search.placeholder': 'Folio, asunto o palabras',
    'archive.reason': 'Motivo de cierre',
    'archive.type': 'Tipo',
    'archive.any': 'Todos',
    'archive.from': 'Cerrado desde',
    'archive.to': 'Cerrado hasta',
    'archive.clear': 'Quitar filtros',
    'archive.list': 'Tickets cerrados',
    'archive.closedOn': 'Se cerró el {{when}}',
    'archive.folio': 'Folio {{folio}}',
    'archive.requester': 'De {{name}}',
    'archive.empty':
      'Aquí se conservan completos los tickets cerrados: su conversación, sus archivos y la solución. Todavía no hay ninguno.',
    'archive.empty.action': 'Ver mis tickets abiertos',
    'archive.noMatch': 'Ningún ticket cerrado coincide con lo que busca.',
  },
  {
    'archive.title': 'Archive of tickets',
    'archive.search': 'Search in the archive',
    'archive.search.placeholder': 'Folio, subject or words',
    'archive.reason': 'Reason for closing',
    'archive.type': 'Type',
    'archive.any': 'All',
    'archive.from': 'Closed since',
    'archive.to': 'Closed until',
    'archive.clear': 'Clear the filters',
    'archive.list': 'Closed tickets',
    'archive.closedOn': 'Closed on {{when}}',
    'archive.folio': 'Folio {{folio}}',
    'archive.requester': 'From {{name}}',
    'archive.empty':
      'Closed tickets are kept here whole: their conversation, their files and the solution. There is none yet.',
    'archive.empty.action': 'See my open tickets',
    'archive.noMatch': 'No closed ticket matches what you look for.',
  },
);
