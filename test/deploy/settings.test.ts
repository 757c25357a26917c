import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SETTING_NAMES } from '../../src/config';

const ROOT = join(__dirname, '../..');
const OPERATIONS = readFileSync(join(ROOT, 'docs/operations.md'), 'utf8');
const COMPOSE = readFileSync(join(ROOT, 'docker-compose.yml'), 'utf8');
const EXAMPLE = readFileSync(join(ROOT, 'deploy/settings.env.example'), 'utf8');

/** Where a container listens is the image's to say, and what a developer's doubles need is nobody else's. */
const NOT_OF_A_CONTAINER = [
  'HOST',
  'PORT',
  'PAYMENT_PROVIDER',
  'STRIPE_API_URL',
  'ZOOM_API_URL',
  'ZOOM_OAUTH_URL',
];

test.each(SETTING_NAMES)('%s stands in the page for operators', (name) => {
  expect(OPERATIONS).toContain(`\`${name}\``);
});

test.each(SETTING_NAMES.filter((name) => !NOT_OF_A_CONTAINER.includes(name)))(
  '%s reaches the processes on one host',
  (name) => {
    expect(COMPOSE).toMatch(new RegExp(`^ +${name}(_FILE)?: `, 'm'));
  },
);

test('whatever an operator may set is read somewhere', () => {
  const offered = [...EXAMPLE.matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);
  expect(offered.length).toBeGreaterThan(5);
  expect(offered.filter((name) => !COMPOSE.includes(`\${${name}:`))).toEqual([]);
});
