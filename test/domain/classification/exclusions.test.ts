import { EXCLUSIONS } from '../../../src/domain/classification/exclusions';
import { TICKET_TYPES } from '../../../src/domain/classification/ticket-types';

describe('the exclusions of the catalog', () => {
  it("hold the policy's ten items, its third-party products and its two limits", () => {
    const groups = EXCLUSIONS.map(({ group }) => group);
    expect(groups.filter((group) => group === 'not_in_price')).toHaveLength(10);
    expect(groups.filter((group) => group === 'third_party')).toHaveLength(7);
    expect(groups.filter((group) => group === 'out_of_service')).toHaveLength(2);
  });

  it('each name a ticket type under which the request can still be sent', () => {
    for (const { type, coverage, label } of EXCLUSIONS) {
      expect(TICKET_TYPES).toContainEqual(expect.objectContaining({ id: type, coverage, label }));
    }
  });

  it('hold nothing that the service includes', () => {
    const included = TICKET_TYPES.filter(({ coverage }) => coverage === 'included').map(({ id }) => id);
    expect(EXCLUSIONS.filter(({ type }) => included.includes(type))).toEqual([]);
  });
});
