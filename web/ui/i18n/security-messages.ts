import { defineMessages } from './messages';

/** How an account is protected, for both applications. */
export const SECURITY = defineMessages(
  {
    'security.factor': 'Verificación en dos pasos',
    'security.factor.on': 'Activa',
    'security.factor.off': 'Sin activar',
    'security.factor.body':
      'Además de su contraseña, le pide un código de su teléfono. Así nadie entra solo con su contraseña.',
    'security.factor.codesLeft_one': 'Le queda un código de recuperación.',
    'security.factor.codesLeft_other': 'Le quedan {{count}} códigos de recuperación.',
    'security.factor.begin': 'Activar',
    'security.factor.replace': 'Cambiar de teléfono',
    'security.factor.renew': 'Generar códigos nuevos',
    'security.factor.next': 'Continuar',
    'security.factor.scan': 'Escanee este código con su aplicación de autenticación.',
    'security.factor.qr': 'Código QR para la aplicación de autenticación',
    'security.factor.secret': '¿No puede escanearlo? Escriba esta clave en la aplicación:',
    'security.factor.confirm.body':
      'Escriba el código de seis dígitos que muestra. Sus demás sesiones se cerrarán.',
    'security.factor.confirm': 'Activar la verificación',
    'security.codes': 'Sus códigos de recuperación',
    'security.codes.hint':
      'Guárdelos en un lugar seguro: no se volverán a mostrar. Cada uno sirve una vez, si pierde su teléfono.',
    'security.copy': 'Copiar',
    'security.copied': 'Copiado',
    'security.kept': 'Ya lo guardé',
    'security.enrol.body': 'Su cuenta administra datos de otras personas: actívela para continuar.',
  },
  {
    'security.factor': 'Two-step verification',
    'security.factor.on': 'On',
    'security.factor.off': 'Off',
    'security.factor.body':
      'Besides your password it asks for a code of your telephone. Nobody gets in with your password alone.',
    'security.factor.codesLeft_one': 'You have one recovery code left.',
    'security.factor.codesLeft_other': 'You have {{count}} recovery codes left.',
    'security.factor.begin': 'Turn on',
    'security.factor.replace': 'Change the telephone',
    'security.factor.renew': 'Make new codes',
    'security.factor.next': 'Go on',
    'security.factor.scan': 'Scan this code with your authenticator.',
    'security.factor.qr': 'QR code for the authenticator',
    'security.factor.secret': 'Can you not scan it? Write this key into the application:',
    'security.factor.confirm.body': 'Write the six digits that it shows. Your other log-ins will end.',
    'security.factor.confirm': 'Turn the verification on',
    'security.codes': 'Your recovery codes',
    'security.codes.hint':
      'Keep them in a safe place: they are not shown again. Each works once, if you lose your telephone.',
    'security.copy': 'Copy',
    'security.copied': 'Copied',
    'security.kept': 'I have kept it',
    'security.enrol.body': 'Your account manages data of other people: turn it on to go on.',
  },
);
