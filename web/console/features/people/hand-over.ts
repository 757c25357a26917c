import { ApiProblem } from '../../../ui/api/api-problem';
import { api } from '../../../ui/api/client';
import type { CommandHeaders } from '../../../ui/api/use-command';

export const AUTO = 'auto';
export const KEEP = 'keep';

/** By folio the id of who attends it, `auto` or `keep`; assignment chooses for what is not here. */
export type Choices = Readonly<Record<string, string>>;

interface Failure {
  folio: string;
  code: string;
}

export interface Outcome {
  /** How many tickets were passed on. */
  handed: number;
  failed: readonly Failure[];
}

/** Passes tickets on: all of them by one command when nobody was named, else each by its own. */
export function handOver(
  agentId: string,
  folios: readonly string[],
  choices: Choices,
  header: CommandHeaders,
): Promise<Outcome> {
  const named = Object.values(choices).some((choice) => choice !== AUTO);
  return named ? handOverEach(folios, choices, header) : handOverAll(agentId, header);
}

async function handOverAll(agentId: string, header: CommandHeaders): Promise<Outcome> {
  const { data } = await api.POST('/agents/{id}/handover', { params: { path: { id: agentId }, header } });
  const items = data?.items ?? [];
  const failed = items.flatMap(({ folio, outcome, code }) =>
    outcome === 'requested' ? [] : [{ folio, code: code ?? outcome }],
  );
  return { handed: items.length - failed.length, failed };
}

async function handOverEach(
  folios: readonly string[],
  choices: Choices,
  header: CommandHeaders,
): Promise<Outcome> {
  const passed = folios.filter((folio) => choices[folio] !== KEEP);
  const failed: Failure[] = [];
  for (const folio of passed) {
    const choice = choices[folio] ?? AUTO;
    const body = choice === AUTO ? { auto: true as const } : { agentId: choice };
    const key = { 'Idempotency-Key': `${header['Idempotency-Key']}-${folio}` };
    await api
      .PUT('/tickets/{folio}/assignment', { params: { path: { folio }, header: key }, body })
      .catch((problem: unknown) => failed.push({ folio, code: codeOf(problem) }));
  }
  return { handed: passed.length - failed.length, failed };
}

function codeOf(problem: unknown): string {
  return problem instanceof ApiProblem && problem.passes ? 'engine_unavailable' : 'refused';
}
