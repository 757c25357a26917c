import type { TicketTypeRule } from '../../../src/domain/classification/ticket-type';
import type { PolicyProblem } from '../../../src/domain/policy/policy-problem';
import { policyProblems } from '../../../src/domain/policy/policy-problems';
import type { SupportPolicy } from '../../../src/domain/policy/support-policy';
import { DEFAULT_SUPPORT_POLICY } from '../../../src/domain/policy/default-support-policy';

const problemsOf = (changes: Partial<SupportPolicy>): PolicyProblem[] =>
  policyProblems({ ...DEFAULT_SUPPORT_POLICY, ...changes });

const rule = (changes: Partial<TicketTypeRule>): TicketTypeRule => ({
  id: 'question',
  coverage: 'included',
  problem: false,
  defaultPriority: 'low',
  ceiling: 'low',
  ...changes,
});

it('finds nothing wrong with the first policy', () => {
  expect(policyProblems(DEFAULT_SUPPORT_POLICY)).toEqual([]);
});

describe('hours', () => {
  const oneMs = 1 / 3_600_000;

  it.each([oneMs, 5 / 3600, 0.1, 47.5, 48, 10_000])('accepts a wait of %d', (waitingClientHours) => {
    expect(problemsOf({ waitingClientHours })).toEqual([]);
  });

  it.each([
    [0, 'too_small'],
    [-1, 'too_small'],
    [oneMs / 4, 'too_small'],
    [10_000.5, 'too_big'],
    [Number.NaN, 'not_a_number'],
    [Number.POSITIVE_INFINITY, 'not_a_number'],
  ])('refuses a wait of %d as %s', (waitingClientHours, code) => {
    expect(problemsOf({ waitingClientHours })).toEqual([{ path: 'waitingClientHours', code }]);
  });

  it.each([
    [0, 'too_small'],
    [1441, 'too_big'],
  ])('refuses a session of %d minutes as %s', (remoteSessionMaxMinutes, code) => {
    expect(problemsOf({ remoteSessionMaxMinutes })).toEqual([{ path: 'remoteSessionMaxMinutes', code }]);
  });

  it('of a target name their priority', () => {
    const targets = {
      ...DEFAULT_SUPPORT_POLICY.targets,
      high: { firstAttentionHours: 0, nextReplyHours: 20_000 },
    };
    expect(problemsOf({ targets })).toEqual([
      { path: 'targets.high.firstAttentionHours', code: 'too_small' },
      { path: 'targets.high.nextReplyHours', code: 'too_big' },
    ]);
  });

  it('are needed for every priority and for no other', () => {
    const { low, ...rest } = DEFAULT_SUPPORT_POLICY.targets;
    const targets = { ...rest, lowest: low } as unknown as SupportPolicy['targets'];
    expect(problemsOf({ targets })).toEqual([
      { path: 'targets.lowest', code: 'unknown_value' },
      { path: 'targets.low', code: 'missing' },
    ]);
  });
});

describe('reminders', () => {
  it.each([[[]], [[0.5]], [[24, 4, 0.001]]])('may be %p', (reminderHours) => {
    expect(problemsOf({ reminderHours })).toEqual([]);
  });

  it('may be longer than the wait: they are simply not sent', () => {
    expect(problemsOf({ waitingClientHours: 1, reminderHours: [24, 4] })).toEqual([]);
  });

  it.each([
    [[4, 24], 'reminderHours.1', 'not_descending'],
    [[24, 24], 'reminderHours.1', 'repeated'],
    [[24, 0], 'reminderHours.1', 'too_small'],
    [[10_001, 4], 'reminderHours.0', 'too_big'],
    [[Number.NaN], 'reminderHours.0', 'not_a_number'],
    [[11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1], 'reminderHours', 'too_many'],
  ])('may not be %p', (reminderHours, path, code) => {
    expect(problemsOf({ reminderHours })).toEqual([{ path, code }]);
  });
});

describe('the matrix', () => {
  const matrix = DEFAULT_SUPPORT_POLICY.priorityMatrix;
  const check = (priorityMatrix: object): PolicyProblem[] =>
    problemsOf({ priorityMatrix: priorityMatrix as SupportPolicy['priorityMatrix'] });

  it('needs every impact', () => {
    const { many_users, limited_users, one_user } = matrix;
    expect(check({ many_users, limited_users, one_user })).toEqual([
      { path: 'priorityMatrix.minimal', code: 'missing' },
    ]);
  });

  it('needs every urgency', () => {
    const { business_stopped, degraded, inconvenience } = matrix.one_user;
    expect(check({ ...matrix, one_user: { business_stopped, degraded, inconvenience } })).toEqual([
      { path: 'priorityMatrix.one_user.can_wait', code: 'missing' },
    ]);
  });

  it('holds priorities only', () => {
    expect(check({ ...matrix, one_user: { ...matrix.one_user, degraded: 'soon' } })).toEqual([
      { path: 'priorityMatrix.one_user.degraded', code: 'unknown_value' },
    ]);
  });

  it('has no other rows or columns', () => {
    expect(
      check({ ...matrix, nobody: matrix.minimal, minimal: { ...matrix.minimal, never: 'low' } }),
    ).toEqual([
      { path: 'priorityMatrix.nobody', code: 'unknown_value' },
      { path: 'priorityMatrix.minimal.never', code: 'unknown_value' },
    ]);
  });
});

describe('the types', () => {
  it('are at least one', () => {
    expect(problemsOf({ types: [] })).toEqual([{ path: 'types', code: 'missing' }]);
  });

  it('have ids of their own', () => {
    expect(problemsOf({ types: [rule({}), rule({})] })).toEqual([{ path: 'types.1.id', code: 'repeated' }]);
  });

  it.each(['', 'Question', 'a question', '__proto__', 'question_'])('may not be called "%s"', (id) => {
    expect(problemsOf({ types: [rule({ id })] })).toEqual([{ path: 'types.0.id', code: 'malformed' }]);
  });

  it('know how the service stands to them', () => {
    const coverage = 'maybe' as TicketTypeRule['coverage'];
    expect(problemsOf({ types: [rule({ coverage })] })).toEqual([
      { path: 'types.0.coverage', code: 'unknown_value' },
    ]);
  });

  it('do not start above their own ceiling', () => {
    expect(problemsOf({ types: [rule({ defaultPriority: 'high', ceiling: 'medium' })] })).toEqual([
      { path: 'types.0.defaultPriority', code: 'above_ceiling' },
    ]);
    expect(problemsOf({ types: [rule({ defaultPriority: 'low', ceiling: 'medium' })] })).toEqual([]);
    expect(
      problemsOf({ types: [rule({ defaultPriority: null }), rule({ id: 'other', ceiling: null })] }),
    ).toEqual([]);
  });

  it('have priorities that exist', () => {
    const ceiling = 'top' as TicketTypeRule['ceiling'];
    expect(problemsOf({ types: [rule({ ceiling })] })).toEqual([
      { path: 'types.0.ceiling', code: 'unknown_value' },
    ]);
  });
});

describe('the rest', () => {
  it.each([
    [0, 'too_small'],
    [1.5, 'not_whole'],
  ])('refuses version %d as %s', (version, code) => {
    expect(problemsOf({ version })).toEqual([{ path: 'version', code }]);
  });

  it.each(['', ' ', 'mx/..', 'x'.repeat(65)])('refuses the calendar "%s"', (calendarId) => {
    expect(problemsOf({ calendarId })).toEqual([{ path: 'calendarId', code: 'malformed' }]);
  });

  it.each(['', 'consultoria', 'a@b', 'a@b.test, c@d.test', 'a b@c.test', 'a@b.test\nBcc: x@y.test'])(
    'refuses the consulting address "%s"',
    (consultingEmail) => {
      expect(problemsOf({ consultingEmail })).toEqual([{ path: 'consultingEmail', code: 'malformed' }]);
    },
  );

  it.each([
    null,
    undefined,
    'https://e-optics.test/politica',
    'https://docs.e-optics.test:8443/a?b=c#d',
    'https://e-optics.test',
  ])('accepts %s as the place of the official document', (documentUrl) => {
    expect(problemsOf({ documentUrl })).toEqual([]);
  });

  it.each([
    'http://e-optics.test/politica',
    'javascript:alert(1)//https://e-optics.test',
    '//e-optics.test/politica',
    'https://',
    'https://localhost/politica',
    'https://ana:secreta@e-optics.test/politica',
    'https://e-optics.test\\@otro.test',
    'https://e-optics.test/una politica',
  ])('refuses %s as the place of the official document', (documentUrl) => {
    expect(problemsOf({ documentUrl })).toEqual([{ path: 'documentUrl', code: 'malformed' }]);
  });

  it('refuses texts of a type that it does not know', () => {
    const texts = { label: 'Otro', description: 'Otro', examples: [], warning: null };
    expect(problemsOf({ texts: { question: texts } })).toEqual([]);
    expect(problemsOf({ texts: { questions: texts } })).toEqual([
      { path: 'texts.questions', code: 'unknown_value' },
    ]);
  });

  it('names all problems at once', () => {
    expect(problemsOf({ version: 0, waitingClientHours: 0 }).map(({ path }) => path)).toEqual([
      'version',
      'waitingClientHours',
    ]);
  });
});
