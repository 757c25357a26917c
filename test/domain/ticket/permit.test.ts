import { CLIENT } from '../../support/registration';
import { aTicket, CLIENT_ADMIN, sixPoints, type TicketStory } from '../../support/ticket-builder';

const attended = (): TicketStory => aTicket().attended();

test.each([CLIENT, CLIENT_ADMIN])('the work of support is not done by $role', (actor) => {
  expect(aTicket().refusal('categorize', { type: 'question' }, actor)).toBe('not_allowed');
  expect(aTicket().refusal('prioritize', { impact: 'one_user', urgency: 'degraded' }, actor)).toBe(
    'not_allowed',
  );
  expect(aTicket().refusal('assign', { agentId: actor.id }, actor)).toBe('not_allowed');
  expect(
    aTicket()
      .taken()
      .refusal('attend', sixPoints({ message: 'Listo' }), actor),
  ).toBe('not_allowed');
  expect(attended().refusal('postMessage', { body: 'Listo' }, actor)).toBe('not_allowed');
  expect(attended().refusal('addNote', { body: 'Listo' }, actor)).toBe('not_allowed');
  expect(attended().refusal('proposeSolution', { summary: 'Listo' }, actor)).toBe('not_allowed');
  expect(attended().solved().refusal('retract', { reason: 'No' }, actor)).toBe('not_allowed');
  expect(attended().refusal('refer', { description: 'No', keepOpen: false }, actor)).toBe('not_allowed');
  expect(attended().refusal('updateReferral', { reference: 'C-1' }, actor)).toBe('not_allowed');
  expect(attended().refusal('split', { parts: [], keepOriginal: true }, actor)).toBe('not_allowed');
});

test('a client asks for a session and corrects what they told', () => {
  const story = attended().step('requestSession', { platform: 'zoom', reason: 'Verlo juntos' }, CLIENT);
  expect(story.types).toEqual(['session_changed']);
  expect(story.step('correctIncident', { description: 'Solo con tarjeta.' }, CLIENT).types).toEqual([
    'incident_corrected',
  ]);
});
