import type { SESSION_PROBLEM_CODES } from '../../contract/remote-session-problems';
import type { ProblemEntry } from './problem-entry';

/** The lines of the catalogue for paid sessions. */
export const SESSION_PROBLEMS: Readonly<Record<(typeof SESSION_PROBLEM_CODES)[number], ProblemEntry>> = {
  outside_window: {
    status: 403,
    title: 'Acceso fuera de horario',
    detail: 'La liga y la contraseña se muestran únicamente en el momento de la sesión.',
  },
  not_ready: {
    status: 409,
    title: 'Acceso en preparación',
    detail: 'El acceso a la sesión todavía se está preparando. Intente de nuevo en unos momentos.',
  },
  invalid_signature: {
    status: 400,
    title: 'Firma no válida',
    detail: 'La firma del aviso no corresponde o venció.',
  },
};
