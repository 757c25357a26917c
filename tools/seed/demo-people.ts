import type { Role } from '../../src/domain/access/role';
import { TICKET_TYPES } from '../../src/domain/classification/ticket-types';

export interface DemoPerson {
  readonly email: string;
  readonly name: string;
  readonly phone: string;
  readonly role: Role;
  readonly organizationId: string | null;
  /** Ticket types of an agent's experience; absent for who takes no tickets. */
  readonly skills?: string[];
}

/** Days from today at which the demo contract of a customer begins and ends. */
export interface DemoOrganization {
  readonly id: string;
  readonly name: string;
  readonly customerNumber: string;
  readonly contract: { readonly number: string; readonly beginsIn: number; readonly endsIn: number };
}

const YEAR = 365;

export const DEMO_ORGANIZATIONS: readonly DemoOrganization[] = [
  {
    id: 'optica-demo',
    name: 'Óptica Demo',
    customerNumber: '1001',
    contract: { number: 'C-1001', beginsIn: -YEAR, endsIn: YEAR },
  },
  {
    id: 'optica-vecina',
    name: 'Óptica Vecina',
    customerNumber: '1002',
    contract: { number: 'C-1002', beginsIn: -YEAR, endsIn: YEAR },
  },
  {
    id: 'optica-vencida',
    name: 'Óptica Vencida',
    customerNumber: '1003',
    contract: { number: 'C-1003', beginsIn: -2 * YEAR, endsIn: -30 },
  },
];

/** Between them they know every type: what breaks goes to the first, what is asked for to the second. */
const PROBLEM_TYPES = TICKET_TYPES.filter(({ problem }) => problem).map(({ id }) => id);
const REQUEST_TYPES = TICKET_TYPES.filter(({ problem }) => !problem).map(({ id }) => id);

export const DEMO_PEOPLE: readonly DemoPerson[] = [
  client('cliente@optica-demo.test', 'Laura Méndez', '+52 55 5000 1001', 'client', 'optica-demo'),
  client('administrador@optica-demo.test', 'Raúl Ortega', '+52 55 5000 1002', 'client_admin', 'optica-demo'),
  client('cliente@optica-vecina.test', 'Sofía Paredes', '+52 33 5000 1003', 'client', 'optica-vecina'),
  client('cliente@optica-vencida.test', 'Tomás Rivas', '+52 81 5000 1004', 'client', 'optica-vencida'),
  { ...staff('agente1@e-optics.test', 'Ana Torres', 'agent'), skills: PROBLEM_TYPES },
  { ...staff('agente2@e-optics.test', 'Bruno Salas', 'agent'), skills: REQUEST_TYPES },
  staff('supervisor@e-optics.test', 'Carmen Ibarra', 'supervisor'),
  staff('admin@e-optics.test', 'Diego Luna', 'admin'),
];

function client(
  email: string,
  name: string,
  phone: string,
  role: 'client' | 'client_admin',
  organizationId: string,
): DemoPerson {
  return { email, name, phone, role, organizationId };
}

function staff(email: string, name: string, role: 'agent' | 'supervisor' | 'admin'): DemoPerson {
  return { email, name, phone: '+52 55 5000 2000', role, organizationId: null };
}
