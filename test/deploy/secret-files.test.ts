import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../src/config';
import { withSecretFiles } from '../../src/secret-files';

const folder = mkdtempSync(join(tmpdir(), 'e-optics-secret-files-'));
const file = join(folder, 'value');

afterAll(() => rmSync(folder, { recursive: true }));

test.each([
  ['as it is', 'mongodb://a/b', 'mongodb://a/b'],
  ['without the line end of an editor', 'mongodb://a/b\n', 'mongodb://a/b'],
  ['without that of another system', 'mongodb://a/b\r\n', 'mongodb://a/b'],
  ['with blanks that belong to it', ' a b ', ' a b '],
])('a setting comes from its file %s', (_how, content, value) => {
  writeFileSync(file, content);
  expect(withSecretFiles({ SECRET_FILE: file }, ['SECRET'])['SECRET']).toBe(value);
});

test('every setting of the service may stand in a file', () => {
  writeFileSync(file, 'mongodb://a/b\n');
  expect(readConfig({ MONGODB_URI_FILE: file }).mongodbUri).toBe('mongodb://a/b');
});

test('a setting given twice is refused, since one of them is not what somebody meant', () => {
  expect(() => readConfig({ MONGODB_URI: 'mongodb://secret', MONGODB_URI_FILE: file })).toThrow(
    /^Set either MONGODB_URI or MONGODB_URI_FILE, not both$/,
  );
});

test('a file that is not there is named by its setting', () => {
  expect(() => readConfig({ MONGODB_URI_FILE: join(folder, 'none') })).toThrow(
    'The file that MONGODB_URI_FILE names can not be read: ENOENT',
  );
});
