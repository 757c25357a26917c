import type { Coverage, ExclusionGroup, TicketType } from '../../../src/domain/classification/ticket-type';
import { ruleOf } from '../../../src/domain/classification/ticket-type';
import { TICKET_TYPES } from '../../../src/domain/classification/ticket-types';

const type = (id: string): TicketType => {
  const found = TICKET_TYPES.find((candidate) => candidate.id === id);
  if (!found) throw new Error(`No ticket type ${id}`);
  return found;
};

describe('the catalog names what the policy does not include', () => {
  it.each<[item: string, id: string, coverage: Coverage, label: RegExp]>([
    ['development of custom features', 'custom_features', 'consulting', /funcionalidades personalizadas/i],
    ['partial or total deletion of the database', 'database_deletion', 'quoted', /borrado de base de datos/i],
    ['capture or loading of information', 'data_capture', 'quoted', /captura o carga de información/i],
    ['reconfiguration of labels', 'label_reconfiguration', 'quoted', /reconfiguración de etiquetas/i],
    ['training on site', 'onsite_training', 'quoted', /capacitación en sitio/i],
    ['remote training', 'remote_training', 'quoted', /capacitación remota/i],
    ['configuration of external equipment', 'external_equipment_setup', 'never', /equipos externos/i],
    ['monthly backups of the database', 'monthly_backups', 'quoted', /respaldos mensuales/i],
    ['external connections to the database', 'database_connections', 'quoted', /conexiones externas/i],
    [
      'development of APIs to external systems',
      'external_api_development',
      'consulting',
      /desarrollo de API/i,
    ],
  ])('%s', (_item, id, coverage, label) => {
    expect(type(id)).toMatchObject({ coverage, exclusion: 'not_in_price' });
    expect(type(id).label).toMatch(label);
  });

  it.each<[item: string, id: string, label: string]>([
    ['operating systems', 'operating_system', 'Sistema operativo'],
    ['internet connection', 'internet_connection', 'Conexión a internet'],
    ['receipt printers', 'receipt_printer', 'Impresora de tickets'],
    ['label printers', 'label_printer', 'Impresora de etiquetas'],
    ['barcode scanner', 'barcode_scanner', 'Escáner de código de barras'],
    ['cash drawer', 'cash_drawer', 'Cajón de dinero'],
    ['and others', 'other_third_party', 'Otro producto de terceros'],
  ])('third-party products: %s', (_item, id, label) => {
    expect(type(id)).toMatchObject({ coverage: 'never', exclusion: 'third_party', label });
  });

  it.each(['development', 'business_consulting'])('%s goes to consulting', (id) => {
    expect(type(id)).toMatchObject({ coverage: 'consulting', exclusion: 'out_of_service' });
    expect(type(id).warning).toContain('departamento de consultoría');
  });

  it('and nothing else', () => {
    const count = (group: ExclusionGroup): number =>
      TICKET_TYPES.filter(({ exclusion }) => exclusion === group).length;
    expect([count('not_in_price'), count('third_party'), count('out_of_service')]).toEqual([10, 7, 2]);
  });
});

describe('the usual types', () => {
  it('come first', () => {
    expect(TICKET_TYPES.slice(0, 10).map(({ id }) => id)).toEqual([
      'service_interruption',
      'technical_problem',
      'blocked_space',
      'data_loading_help',
      'usability',
      'question',
      'manual_request',
      'cosmetic_problem',
      'new_feature',
      'backup_help',
    ]);
  });

  it('include help with loading and with backups, while doing it is quoted', () => {
    expect([type('data_loading_help').coverage, type('data_capture').coverage]).toEqual([
      'included',
      'quoted',
    ]);
    expect([type('backup_help').coverage, type('monthly_backups').coverage]).toEqual(['included', 'quoted']);
  });

  it('take a new feature as a suggestion that consulting may develop', () => {
    expect(type('new_feature')).toMatchObject({ coverage: 'consulting', problem: false });
    expect(type('new_feature').warning).toMatch(/sugerencia.*consultoría/);
  });

  it('keep difficulties of use at Media and questions, manuals and looks at Baja', () => {
    const limits = TICKET_TYPES.flatMap(({ id, ceiling }) => (ceiling === null ? [] : [[id, ceiling]]));
    expect(Object.fromEntries(limits)).toEqual({
      data_loading_help: 'medium',
      usability: 'medium',
      question: 'low',
      manual_request: 'low',
      cosmetic_problem: 'low',
    });
  });

  it("start at the policy's own examples of each priority", () => {
    expect(type('service_interruption').defaultPriority).toBe('urgent');
    expect(type('blocked_space').defaultPriority).toBe('high');
    expect(type('data_loading_help').defaultPriority).toBe('medium');
    expect(type('question').defaultPriority).toBe('low');
  });

  it('ask when it happened for problems, not for questions, manuals and requests', () => {
    const problems = TICKET_TYPES.slice(0, 10).filter(({ problem }) => problem);
    expect(problems.map(({ id }) => id)).toEqual([
      'service_interruption',
      'technical_problem',
      'blocked_space',
      'data_loading_help',
      'usability',
      'cosmetic_problem',
    ]);
  });
});

describe('every type', () => {
  it('has an id of its own in snake_case', () => {
    const ids = TICKET_TYPES.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z]+(_[a-z]+)*$/);
  });

  it('has a label of its own', () => {
    expect(new Set(TICKET_TYPES.map(({ label }) => label)).size).toBe(TICKET_TYPES.length);
  });

  it.each(TICKET_TYPES.map((each) => [each.id, each] as const))('%s explains itself', (_id, each) => {
    expect(each.description).toMatch(/\.$/);
    expect(each.examples.length).toBeGreaterThan(0);
    for (const text of [each.label, each.description, ...each.examples]) expect(text.trim()).not.toBe('');
  });

  it.each(TICKET_TYPES.map((each) => [each.id, each] as const))(
    '%s warns unless it is included',
    (_id, each) => {
      expect(each.warning === null).toBe(each.coverage === 'included');
    },
  );

  it('is pinned on a ticket without its texts', () => {
    expect(ruleOf(type('data_capture'))).toEqual({
      id: 'data_capture',
      coverage: 'quoted',
      problem: false,
      defaultPriority: 'low',
      ceiling: null,
    });
  });
});
