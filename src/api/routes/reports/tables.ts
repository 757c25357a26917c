import type { ServiceReport, TrendsReport } from '../../../contract/reports';
import { CLOSURE_REASON_LABELS, type Origin } from '../../../domain/classification/closure-reasons';
import { PRIORITY_DEFINITIONS } from '../../../domain/classification/priority-definitions';
import type { ReportGroup } from '../../../domain/reports/period';

type Row = (string | number | null)[];

const GROUP_HEADINGS: Readonly<Record<ReportGroup, string>> = {
  type: 'Tipo',
  priority: 'Prioridad',
  product: 'Producto',
  organization: 'Cliente',
};

/** One row for each period and group with anything in it. */
export function trendsTable({ periods, group, series }: TrendsReport): Row[] {
  const rows = periods.flatMap(({ from, to }, step) =>
    series.flatMap(({ id, name, registered, closed }): Row[] => {
      const [in_, out] = [registered[step] ?? 0, closed[step] ?? 0];
      return in_ + out === 0 ? [] : [[from, to, name ?? id ?? NONE[group] ?? '', id, in_, out]];
    }),
  );
  return [['Desde', 'Hasta', GROUP_HEADINGS[group], 'Clave', 'Registrados', 'Cerrados'], ...rows];
}

const NONE: Partial<Record<ReportGroup, string>> = { priority: 'Sin prioridad' };

const ORIGIN_LABELS: Readonly<Record<Origin, string>> = {
  platform: 'Plataforma',
  client_use: 'Uso del cliente',
  third_party: 'Terceros',
  not_reproduced: 'No reproducido',
};

/** One row for each number. Times are business minutes. */
export function serviceTable(report: ServiceReport): Row[] {
  const { registered, closed, times, recurringSubjects } = report;
  return [
    ['Sección', 'Concepto', 'Medida', 'Valor'],
    ['Periodo', 'Desde', null, report.from],
    ['Periodo', 'Hasta', null, report.to],
    ['Registrados', 'Total', 'tickets', registered.total],
    ['Registrados', 'Por soporte a nombre del cliente', 'tickets', registered.onBehalf],
    ['Registrados', 'Partes de un ticket dividido', 'tickets', registered.splitParts],
    ['Registrados', 'Relacionados con un ticket cerrado', 'tickets', registered.followUps],
    ['Cerrados', 'Total', 'tickets', closed.total],
    ...closed.reasons.map(({ reason, count }): Row =>
      row('Motivo de cierre', CLOSURE_REASON_LABELS[reason], count),
    ),
    row('Sin respuesta del cliente', 'Con una solución', closed.automatic.withSolution),
    row('Sin respuesta del cliente', 'Sin ninguna solución', closed.automatic.withoutSolution),
    row('Cerrados sin las 48 horas hábiles', 'Confirmado por mensaje', closed.withoutWait.clientMessage),
    row('Cerrados sin las 48 horas hábiles', 'Confirmado por teléfono', closed.withoutWait.call),
    row('Cerrados sin las 48 horas hábiles', 'Sin confirmación', closed.withoutWait.none),
    ...closed.origins.map(({ origin, count }) =>
      row('Origen', origin === null ? 'No registrado' : ORIGIN_LABELS[origin], count),
    ),
    row('Cerrados', 'Con correos que no llegaron', closed.mailFailed),
    row('Cerrados', 'Divididos', closed.divided),
    row('Cerrados', 'Duplicados', closed.duplicates),
    ...timesRows('Tiempos', times),
    ...times.byPriority.flatMap(({ priority, ...measures }) =>
      timesRows(`Tiempos: ${priorityLabel(priority)}`, measures),
    ),
    ...recurringSubjects.map(({ organization, word, tickets }): Row => [
      'Temas recurrentes',
      organization.name ?? organization.id,
      word,
      tickets,
    ]),
  ];
}

function row(section: string, name: string, count: number): Row {
  return [section, name, 'tickets', count];
}

function timesRows(
  section: string,
  {
    firstAttention,
    nextReply,
    resolution,
  }: Pick<ServiceReport['times'], 'firstAttention' | 'nextReply' | 'resolution'>,
): Row[] {
  const spread = (name: string, { measured, medianMinutes, p90Minutes }: typeof resolution): Row[] => [
    [section, name, 'medidos', measured],
    [section, name, 'mediana (minutos hábiles)', medianMinutes],
    [section, name, 'percentil 90 (minutos hábiles)', p90Minutes],
  ];
  const target = (name: string, { met, missed, ...rest }: typeof firstAttention): Row[] => [
    ...spread(name, rest),
    [section, name, 'dentro del objetivo', met],
    [section, name, 'fuera del objetivo', missed],
  ];
  return [
    ...target('Primera atención', firstAttention),
    ...target('Siguiente respuesta', nextReply),
    ...spread('Solución', resolution),
  ];
}

function priorityLabel(priority: string | null): string {
  return PRIORITY_DEFINITIONS.find(({ id }) => id === priority)?.label ?? 'Sin prioridad';
}
