import type { Contract } from '../../../src/domain/coverage/contract';
import type { CoverageJudgement, CoverageRequest } from '../../../src/domain/coverage/judge-coverage';
import { judgeCoverage } from '../../../src/domain/coverage/judge-coverage';
import type { Product } from '../../../src/domain/coverage/product';

const product = (changes: Partial<Product> = {}): Product => ({
  id: 'e-optics-online',
  name: 'e-Optics online',
  currentVersion: '9.2.0',
  providedByUs: true,
  ...changes,
});

const contract = (changes: Partial<Contract> = {}): Contract => ({
  number: 'C-100',
  product: 'e-optics-online',
  startsOn: '2026-01-01',
  endsOn: '2026-12-31',
  plan: 'anual',
  suspended: false,
  ...changes,
});

const judge = (changes: Partial<CoverageRequest> = {}): CoverageJudgement =>
  judgeCoverage({
    contracts: [contract()],
    products: [product()],
    productId: 'e-optics-online',
    productVersion: '9.2.0',
    localDate: '2026-06-15',
    ...changes,
  });

describe('a ticket is covered', () => {
  it('by a contract in force for the current version of our product, with all that was seen', () => {
    expect(judge()).toEqual({
      ok: true,
      evidence: {
        reason: 'covered',
        localDate: '2026-06-15',
        product: { id: 'e-optics-online', name: 'e-Optics online' },
        version: { asked: '9.2.0', current: '9.2.0' },
        contract: { number: 'C-100', plan: 'anual', startsOn: '2026-01-01', endsOn: '2026-12-31' },
      },
    });
  });

  it.each(['2026-01-01', '2026-12-31'])('on %s, the first or last day of the contract', (localDate) => {
    expect(judge({ localDate }).ok).toBe(true);
  });

  it('for a contract of one day', () => {
    const contracts = [contract({ startsOn: '2026-06-15', endsOn: '2026-06-15' })];
    expect(judge({ contracts }).ok).toBe(true);
  });

  it('with blanks around the version', () => {
    expect(judge({ productVersion: ' 9.2.0\n' })).toMatchObject({
      ok: true,
      evidence: { version: { asked: '9.2.0' } },
    });
    expect(judge({ products: [product({ currentVersion: '9.2.0 ' })] }).ok).toBe(true);
  });

  it('by the renewal when the earlier contract ended', () => {
    const contracts = [
      contract({ number: 'C-99', startsOn: '2025-01-01', endsOn: '2025-12-31' }),
      contract({ number: 'C-98', suspended: true }),
      contract(),
    ];
    expect(judge({ contracts })).toMatchObject({ ok: true, evidence: { contract: { number: 'C-100' } } });
  });

  it('by the contract that lasts longest of several in force', () => {
    const contracts = [contract(), contract({ number: 'C-101', endsOn: '2027-05-31' })];
    expect(judge({ contracts }).evidence.contract?.number).toBe('C-101');
    expect(judge({ contracts: contracts.toReversed() }).evidence.contract?.number).toBe('C-101');
  });
});

describe('a contract is not in force', () => {
  it.each([
    ['the day after it ended', { localDate: '2027-01-01' }, 'contract_ended'],
    ['the day before it begins', { localDate: '2025-12-31' }, 'contract_not_begun'],
    ['while suspended', { contracts: [contract({ suspended: true })] }, 'contract_suspended'],
    [
      'after its end, suspended or not',
      { contracts: [contract({ suspended: true })], localDate: '2027-01-01' },
      'contract_ended',
    ],
  ])('%s', (_when, changes, reason) => {
    expect(judge(changes)).toMatchObject({
      ok: false,
      code: 'contract_not_in_force',
      evidence: { reason, contract: { number: 'C-100', startsOn: '2026-01-01', endsOn: '2026-12-31' } },
    });
  });

  it.each([
    ['there is none', []],
    ['it is for another product', [contract({ product: 'e-optics-movil' })]],
  ])('when %s', (_when, contracts) => {
    expect(judge({ contracts })).toMatchObject({
      ok: false,
      code: 'contract_not_in_force',
      evidence: { reason: 'no_contract', contract: null },
    });
  });

  it('and the evidence names the one to look at', () => {
    const old = contract({ number: 'C-1', startsOn: '2024-01-01', endsOn: '2024-12-31' });
    const last = contract({ number: 'C-2', startsOn: '2025-01-01', endsOn: '2025-12-31' });
    const next = contract({ number: 'C-3', startsOn: '2026-07-01', endsOn: '2027-06-30' });
    const later = contract({ number: 'C-4', startsOn: '2027-07-01', endsOn: '2028-06-30' });
    const suspended = contract({ number: 'C-5', suspended: true });
    const named = (...contracts: Contract[]): string | undefined =>
      judge({ contracts }).evidence.contract?.number;

    expect(named(old, last)).toBe('C-2');
    expect(named(old, later, last, next)).toBe('C-3');
    expect(named(old, next, suspended, last)).toBe('C-5');
  });
});

describe('a product is not covered', () => {
  it('when nobody knows it', () => {
    expect(judge({ productId: 'other' })).toEqual({
      ok: false,
      code: 'product_not_covered',
      evidence: {
        reason: 'unknown_product',
        localDate: '2026-06-15',
        product: { id: 'other', name: null },
        version: { asked: '9.2.0', current: null },
        contract: null,
      },
    });
  });

  it('when a third party provides it, contract or not', () => {
    expect(judge({ products: [product({ providedByUs: false })] })).toMatchObject({
      ok: false,
      code: 'product_not_covered',
      evidence: { reason: 'third_party_product', product: { name: 'e-Optics online' }, contract: null },
    });
  });
});

describe('a version is not supported', () => {
  it.each(['9.1.9', '9.2', '9.2.0.1', '9.3.0', 'v9.2.0', ''])(
    'unless it is the current one: "%s"',
    (productVersion) => {
      expect(judge({ productVersion })).toMatchObject({
        ok: false,
        code: 'version_not_supported',
        evidence: {
          reason: 'other_version',
          version: { asked: productVersion, current: '9.2.0' },
          contract: { number: 'C-100' },
        },
      });
    },
  );
});

describe('the first refusal is', () => {
  const wrong = { contracts: [], productVersion: '1.0' };

  it('the product, before the contract and the version', () => {
    expect(judge({ ...wrong, productId: 'other' })).toMatchObject({ code: 'product_not_covered' });
  });

  it('the contract, before the version', () => {
    expect(judge(wrong)).toMatchObject({ code: 'contract_not_in_force' });
  });
});
