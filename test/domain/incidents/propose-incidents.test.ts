import { proposeIncidents, type RecentTicket } from '../../../src/domain/incidents/propose-incidents';

function tickets(type: string, count: number, customers: number): RecentTicket[] {
  return Array.from({ length: count }, (_, index) => ({
    folio: `${type}-${index}`,
    type,
    organizationId: `o${index % customers}`,
    createdAt: `2026-11-24T15:${String(59 - index).padStart(2, '0')}:00.000Z`,
  }));
}

test('five of one type from two customers propose an incident, the first to come first', () => {
  expect(proposeIncidents([...tickets('a', 5, 2), ...tickets('b', 4, 4)])).toEqual([
    {
      type: 'a',
      folios: ['a-4', 'a-3', 'a-2', 'a-1', 'a-0'],
      customers: 2,
      since: '2026-11-24T15:55:00.000Z',
    },
  ]);
});

test('one customer alone with many tickets is no incident for all', () => {
  expect(proposeIncidents(tickets('a', 20, 1))).toEqual([]);
});

test('the greatest burst comes first', () => {
  const types = proposeIncidents([...tickets('a', 5, 2), ...tickets('b', 7, 2)]).map(({ type }) => type);
  expect(types).toEqual(['b', 'a']);
});
