import { readConfig } from '../../src/config';

const PRODUCTION = {
  NODE_ENV: 'production',
  SMTP_HOST: 'smtp.example.com',
  MAIL_FROM: 'Soporte <soporte@example.com>',
  PUBLIC_URL: 'https://soporte.example.com',
};

test.each([
  ['MAIL_FROM', /^Set MAIL_FROM where SMTP_HOST is set: it is the sender/],
  ['PUBLIC_URL', /^Set PUBLIC_URL where SMTP_HOST is set: every link/],
])('in production no mail is sent without %s', (name, sentence) => {
  expect(() => readConfig({ ...PRODUCTION, [name]: undefined })).toThrow(sentence);
  expect(() => readConfig({ ...PRODUCTION, [name]: '' })).toThrow(sentence);
});

test('what mails need may be left out where none is sent, and in development', () => {
  const { NODE_ENV, SMTP_HOST } = PRODUCTION;
  expect(readConfig({ NODE_ENV }).smtp).toBeNull();
  expect(readConfig({ SMTP_HOST }).smtp?.from).toContain('@');
  expect(readConfig(PRODUCTION)).toMatchObject({
    publicUrl: PRODUCTION.PUBLIC_URL,
    smtp: { host: SMTP_HOST, from: PRODUCTION.MAIL_FROM },
  });
});
