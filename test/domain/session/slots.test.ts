import { offerSlots, type SlotAgent, type SlotRules } from '../../../src/domain/session/slots';
import { intentOf, later, sessionIn, START, step } from './sessions';

const HOUR = 3_600_000;
const RULES: SlotRules = { earliest: 0, durationMs: HOUR, bufferMs: HOUR / 4, stepMs: HOUR / 2 };

function starts(agents: SlotAgent[], rules: Partial<SlotRules> = {}): number[] {
  return offerSlots(agents, { ...RULES, ...rules }).map(({ startsAt }) => startsAt / HOUR);
}

function agent(given: Partial<SlotAgent> = {}): SlotAgent {
  return { agentId: 'a', open: [{ from: 9 * HOUR, to: 12 * HOUR }], taken: [], ...given };
}

test('a shift is offered in steps, and the last session ends with it', () => {
  expect(starts([agent()])).toEqual([9, 9.5, 10, 10.5, 11]);
});

test('a session over midnight fits into two pieces that touch', () => {
  const open = [
    { from: 22.5 * HOUR, to: 24 * HOUR },
    { from: 24 * HOUR, to: 25 * HOUR },
  ];
  expect(starts([agent({ open })])).toEqual([22.5, 23, 23.5, 24]);
});

test('the agent keeps free time around a session', () => {
  expect(starts([agent({ taken: [{ from: 10 * HOUR, to: 11 * HOUR }] })])).toEqual([]);
  const open = [{ from: 8 * HOUR, to: 13 * HOUR }];
  expect(starts([agent({ open, taken: [{ from: 10 * HOUR, to: 11 * HOUR }] })])).toEqual([8, 8.5, 11.5, 12]);
});

test('nothing is offered before the earliest instant', () => {
  expect(starts([agent()], { earliest: 10.1 * HOUR })).toEqual([10.5, 11]);
});

test('a time that two agents can give is offered once, with both', () => {
  const offers = offerSlots([agent(), agent({ agentId: 'b' })], RULES);
  expect(offers[0]).toEqual({ startsAt: 9 * HOUR, endsAt: 10 * HOUR, agentIds: ['a', 'b'] });
});

test("a time that is chosen while the old one is given back stays the session's own", () => {
  const back = step(sessionIn('scheduled'), intentOf('agent_absent'));
  expect(step(back, intentOf('slot_released'))).toMatchObject({ booking: null });
  const again = step(back, intentOf('slot_chosen', { startsAt: later(START, 24) }));
  expect(step(again, intentOf('slot_released')).booking).toMatchObject({ startsAt: later(START, 24) });
});
