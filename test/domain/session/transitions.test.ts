import { DomainError } from '../../../src/domain/domain-error';
import { decideSession } from '../../../src/domain/session/decide';
import type { SessionEventName } from '../../../src/domain/session/events';
import { evolveSession } from '../../../src/domain/session/evolve';
import { SESSION_STATES, type SessionState } from '../../../src/domain/session/session';
import { TRANSITIONS } from '../../../src/domain/session/transitions';
import { SYSTEM } from '../../../src/domain/actor';
import { DATA, START, intentOf, later, sessionIn } from './sessions';

const NAMES = Object.keys(DATA) as SessionEventName[];
const CELLS = SESSION_STATES.flatMap((state) => NAMES.map((name) => ({ state, name })));

/** Late enough that no rule of time stands in the way, and before the appointed start where one asks for that. */
function instantFor(name: SessionEventName): string {
  return name === 'client_absent' || name === 'started' ? later(START, 0.5) : later(START, -47);
}

test('the table names every state for every event', () => {
  expect(Object.keys(TRANSITIONS).sort()).toEqual([...NAMES].sort());
  for (const row of Object.values(TRANSITIONS)) {
    expect(Object.keys(row).sort()).toEqual([...SESSION_STATES].sort());
  }
});

test.each(SESSION_STATES.map((state) => ({ state })))('a session comes to $state', ({ state }) => {
  expect(sessionIn(state).state).toBe(state);
});

test.each(CELLS)('$name in $state does what its cell says', ({ state, name }) => {
  const session = sessionIn(state);
  const cell = TRANSITIONS[name][state];
  const actor = name === 'captured' ? SYSTEM : { id: 'agent-1', role: 'agent' as const };
  const decide = (): ReturnType<typeof decideSession> =>
    decideSession(session, intentOf(name), { at: instantFor(name), actor, commandId: 'c' });
  if (cell === 'refuse') {
    expect(decide).toThrow(new DomainError('session_state'));
    return;
  }
  const event = decide();
  if (cell === 'ignore') {
    expect(event).toBeNull();
    return;
  }
  // A rule may find that nothing is new; what it lets through leads where the table says.
  if (event) expect(cell).toContain(evolveSession(session, event).state);
});

test('what is final stays final', () => {
  const final: SessionState[] = ['completed', 'client_absent', 'cancelled', 'expired'];
  for (const row of Object.values(TRANSITIONS)) {
    for (const state of final) expect([[state], 'ignore', 'refuse']).toContainEqual(row[state]);
  }
});
