/** A stretch of time in epoch milliseconds, [from, to). */
export interface Span {
  from: number;
  to: number;
}

/** An agent as far as appointments are concerned. */
export interface SlotAgent {
  agentId: string;
  /** Working time, in order; pieces that touch count as one. */
  open: readonly Span[];
  /** Time already given to sessions. */
  taken: readonly Span[];
}

export interface SlotRules {
  /** Nothing begins before. Epoch milliseconds. */
  earliest: number;
  durationMs: number;
  bufferMs: number;
  stepMs: number;
}

/** A time that can be had, and with whom; epoch milliseconds. */
export interface OfferedSlot {
  startsAt: number;
  endsAt: number;
  agentIds: string[];
}

/** Times that agents can give, in order, each once with everybody who is free then. */
export function offerSlots(agents: readonly SlotAgent[], rules: SlotRules): OfferedSlot[] {
  const byStart = new Map<number, OfferedSlot>();
  for (const agent of agents) {
    for (const startsAt of startsOf(agent, rules)) {
      const offer = byStart.get(startsAt) ?? { startsAt, endsAt: startsAt + rules.durationMs, agentIds: [] };
      offer.agentIds.push(agent.agentId);
      byStart.set(startsAt, offer);
    }
  }
  return [...byStart.values()].sort((a, b) => a.startsAt - b.startsAt);
}

/** Whether a session fits beside those already taken, with the agent's free time around it. */
export function isFree(span: Span, taken: readonly Span[], bufferMs: number): boolean {
  return taken.every(({ from, to }) => span.to + bufferMs <= from || span.from >= to + bufferMs);
}

function* startsOf({ open, taken }: SlotAgent, rules: SlotRules): Generator<number> {
  const { earliest, durationMs, bufferMs, stepMs } = rules;
  for (const piece of joined(open)) {
    // Steps count from midnight UTC, so that every agent offers the same beginnings.
    let startsAt = Math.ceil(Math.max(piece.from, earliest) / stepMs) * stepMs;
    for (; startsAt + durationMs <= piece.to; startsAt += stepMs) {
      if (isFree({ from: startsAt, to: startsAt + durationMs }, taken, bufferMs)) yield startsAt;
    }
  }
}

/** A shift over midnight comes as two pieces that touch. */
function joined(pieces: readonly Span[]): Span[] {
  const whole: Span[] = [];
  for (const piece of pieces) {
    const last = whole.at(-1);
    if (last && piece.from <= last.to) last.to = Math.max(last.to, piece.to);
    else whole.push({ ...piece });
  }
  return whole;
}
