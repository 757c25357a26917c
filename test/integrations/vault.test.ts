import { randomBytes } from 'node:crypto';
import { createVault } from '../../src/integrations/vault/vault';

const KEY = randomBytes(32).toString('base64');

test('what is sealed opens for its owner with its key only', () => {
  const sealed = createVault(KEY).seal('contraseña 123', 'session-1-1');
  expect(Buffer.from(sealed, 'base64').toString('utf8')).not.toContain('123');
  expect(createVault(KEY).open(sealed, 'session-1-1')).toBe('contraseña 123');
  expect(() => createVault(KEY).open(sealed, 'session-1-2')).toThrow();
  expect(() => createVault(randomBytes(32).toString('base64')).open(sealed, 'session-1-1')).toThrow();
});

test('a changed byte does not open', () => {
  const bytes = Buffer.from(createVault(KEY).seal('secreto', 'a'), 'base64');
  bytes[bytes.length - 1]! ^= 1;
  expect(() => createVault(KEY).open(bytes.toString('base64'), 'a')).toThrow();
});

test('the same secret never looks the same', () => {
  const vault = createVault(KEY);
  expect(vault.seal('secreto', 'a')).not.toBe(vault.seal('secreto', 'a'));
});

test('a key of another length is refused, and none is told when it is needed', () => {
  expect(() => createVault('AAAA')).toThrow('32 bytes');
  expect(() => createVault(null).seal('x', 'a')).toThrow('SESSION_SECRET_KEY');
});
