import { threeWay } from '../../web/console/parts/three-way';

const BASE = { hours: 48, reminders: [24, 4], matrix: { one_user: { can_wait: 'low' } }, url: null };

test('what each of two changed is kept, at whatever depth', () => {
  const mine = { ...BASE, hours: 40 };
  const now = { ...BASE, matrix: { one_user: { can_wait: 'high' } }, url: 'https://e-optics.test' };
  expect(threeWay<object>(BASE, mine, now)).toEqual({ ...now, hours: 40 });
});

test('of what both changed one’s own stands', () => {
  expect(threeWay(BASE, { ...BASE, hours: 40 }, { ...BASE, hours: 36 }).hours).toBe(40);
  expect(threeWay(BASE, { ...BASE, reminders: [8] }, { ...BASE, reminders: [24] }).reminders).toEqual([8]);
});

test('what either took away or added is away or there', () => {
  const days: Record<string, string> = { '2026-12-25': 'Navidad', '2027-01-01': 'Año Nuevo' };
  const mine = { '2026-12-25': 'Navidad', '2027-02-05': 'Constitución' };
  const now = { ...days, '2027-03-21': 'Juárez' };
  expect(threeWay<Record<string, string>>(days, mine, now)).toEqual({
    '2026-12-25': 'Navidad',
    '2027-02-05': 'Constitución',
    '2027-03-21': 'Juárez',
  });
});

test('without a change of one’s own the present one is what there is', () => {
  const now = { ...BASE, hours: 12 };
  expect(threeWay(BASE, { ...BASE }, now)).toEqual(now);
});
