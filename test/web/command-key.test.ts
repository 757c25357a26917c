import { createCommandKey } from '../../web/ui/api/command-key';

const places = new Map<string, string>();

beforeAll(() => {
  Object.defineProperty(globalThis, 'localStorage', {
    configurable: true,
    value: {
      getItem: (name: string) => places.get(name) ?? null,
      setItem: (name: string, value: string) => void places.set(name, value),
      removeItem: (name: string) => void places.delete(name),
    },
  });
});

afterAll(() => {
  Reflect.deleteProperty(globalThis, 'localStorage');
});

it('keeps the key while the same thing is sent again, and changes it with what is sent', () => {
  const key = createCommandKey();
  const first = key.keyFor({ body: 'Sigue igual' });
  expect(key.keyFor({ body: 'Sigue igual' })).toBe(first);
  expect(key.keyFor({ body: 'Ya funciona' })).not.toBe(first);
});

it('makes a new key once the command is done, for the same words said twice', () => {
  const key = createCommandKey();
  const first = key.keyFor({ body: 'Gracias' });
  key.done();
  expect(key.keyFor({ body: 'Gracias' })).not.toBe(first);
});

it('finds its key again after a reload when it has a name', () => {
  const first = createCommandKey('reply:7').keyFor({ body: 'Hola' });
  expect(createCommandKey('reply:7').keyFor({ body: 'Hola' })).toBe(first);
  expect(createCommandKey('reply:8').keyFor({ body: 'Hola' })).not.toBe(first);
});

it('writes nothing to the browser without a name', () => {
  places.clear();
  createCommandKey().keyFor({ password: 'secreta' });
  expect([...places]).toEqual([]);
});
