import { DEFAULT_PRIORITY_MATRIX } from '../../../src/domain/classification/priority';
import { TICKET_TYPES } from '../../../src/domain/classification/ticket-types';
import { DEFAULT_SUPPORT_POLICY } from '../../../src/domain/policy/default-support-policy';
import { pinnedPart, typeRule } from '../../../src/domain/policy/support-policy';

describe('the first policy', () => {
  it('waits 48 business hours, reminding 24 and 4 hours before', () => {
    expect(DEFAULT_SUPPORT_POLICY).toMatchObject({
      version: 1,
      waitingClientHours: 48,
      reminderHours: [24, 4],
      calendarId: 'mx',
    });
  });

  it('holds sessions to one hour and finishes tickets after the contract', () => {
    expect(DEFAULT_SUPPORT_POLICY).toMatchObject({
      remoteSessionMaxMinutes: 60,
      finishAfterContractEnd: true,
      consultingEmail: 'consultoria@e-optics.test',
      priorityMatrix: DEFAULT_PRIORITY_MATRIX,
    });
  });

  it('sets targets for first attention and next reply', () => {
    expect(DEFAULT_SUPPORT_POLICY.targets).toEqual({
      urgent: { firstAttentionHours: 1, nextReplyHours: 2 },
      high: { firstAttentionHours: 4, nextReplyHours: 8 },
      medium: { firstAttentionHours: 9, nextReplyHours: 18 },
      low: { firstAttentionHours: 18, nextReplyHours: 27 },
    });
  });

  it('carries the rules of all types and none of their texts', () => {
    expect(DEFAULT_SUPPORT_POLICY.types.map(({ id }) => id)).toEqual(TICKET_TYPES.map(({ id }) => id));
    for (const rule of DEFAULT_SUPPORT_POLICY.types) {
      expect(Object.keys(rule).sort()).toEqual(['ceiling', 'coverage', 'defaultPriority', 'id', 'problem']);
    }
  });
});

it('pins everything to a ticket but the texts that people read and the link to the document', () => {
  const texts = { question: { label: 'Duda', description: 'Una duda.', examples: [], warning: null } };
  const documentUrl = 'https://e-optics.test/politica';
  expect(pinnedPart({ ...DEFAULT_SUPPORT_POLICY, texts, documentUrl })).toEqual(DEFAULT_SUPPORT_POLICY);
});

describe('the rule of a type', () => {
  it('is the one of the policy given', () => {
    const rule = {
      id: 'question',
      coverage: 'quoted',
      problem: true,
      defaultPriority: null,
      ceiling: null,
    } as const;
    expect(typeRule({ ...DEFAULT_SUPPORT_POLICY, types: [rule] }, 'question')).toBe(rule);
  });

  it.each(['', 'Question', '__proto__', 'constructor'])('is undefined for the unknown type "%s"', (id) => {
    expect(typeRule(DEFAULT_SUPPORT_POLICY, id)).toBeUndefined();
  });
});
