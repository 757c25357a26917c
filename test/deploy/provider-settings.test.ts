import { readConfig } from '../../src/config';

const STRIPE = { STRIPE_SECRET_KEY: 'sk_test', STRIPE_WEBHOOK_SECRET: 'whsec_test' };
const ZOOM = { ZOOM_ACCOUNT_ID: 'a', ZOOM_CLIENT_ID: 'b', ZOOM_CLIENT_SECRET: 'c' };

test.each([...Object.keys(STRIPE), ...Object.keys(ZOOM)])('a provider without its %s is refused', (name) => {
  const settings = { ...STRIPE, ...ZOOM, [name]: '' };
  expect(() => readConfig(settings)).toThrow(new RegExp(`^Set all of .*: ${name} is missing$`));
});

test('a provider is there whole or not at all', () => {
  expect(readConfig({}).remoteSessions).toMatchObject({ payments: null, zoom: null });
  expect(readConfig({ ...STRIPE, ...ZOOM }).remoteSessions).toMatchObject({
    payments: { secretKey: 'sk_test' },
    zoom: { accountId: 'a' },
  });
});
