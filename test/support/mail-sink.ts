export { MailSink, type MailSinkOptions, type SunkMail } from '../../tools/mail-sink/mail-sink';
