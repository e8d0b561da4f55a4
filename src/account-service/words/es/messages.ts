import type { MethodKind } from '../../../contract/account-service.ts';
import { isolated } from '../../../contract/plain-line.ts';
import { letter, type Frame, type Words } from '../../outbox/messages/letter.ts';
import type { Message, Rendered, Sender } from '../../outbox/messages/message.ts';

/** The mails and SMS in Spanish. */
export function messages(message: Message, sender: Sender): Rendered {
  return letter(message, words(message, sender), frameOf(message, sender), sender);
}

const kinds: Record<MethodKind, string> = {
  email: 'códigos por correo',
  sms: 'códigos por SMS',
  totp: 'una app de autenticación',
};
const purposes = {
  'sign-in': 'iniciar sesión',
  'step-up': 'confirmar un cambio en tu cuenta',
  'confirm-method': 'añadir esta dirección o este número como segundo factor',
  'confirm-address': 'usar esta dirección como la de tu cuenta',
};

function frameOf(message: Message, { support }: Sender): Frame {
  return {
    language: 'es',
    greeting: 'Hola:',
    help: `¿No has sido tú? Cambia tu contraseña y escribe a ${support} cuanto antes.`,
    button: message.about === 'passwordReset' ? 'Elegir una contraseña nueva' : 'Activar la cuenta',
    copy: 'O copia esta dirección en tu navegador o en Latchkey:',
  };
}

function words(message: Message, { service, support }: Sender): Words {
  switch (message.about) {
    case 'activation':
      return {
        subject: `Activa tu cuenta de ${service}`,
        body: [
          `Hemos recibido una solicitud para crear una cuenta de ${service} con esta dirección. Si la has hecho tú, abre este enlace para activarla:`,
          message.link,
          'El enlace vale durante 2 días y funciona una sola vez. Después, pide otro en la app o escribe a ' +
            `${support}. Si no has sido tú, no hagas nada: no hay cuenta hasta que se confirma el enlace.`,
        ],
      };
    case 'addressKnown':
      return {
        subject: `Ya tienes una cuenta de ${service}`,
        body: [
          'Hemos recibido una solicitud para crear una cuenta con esta dirección. Ya tiene una: solo tienes que iniciar sesión.',
          `¿Has olvidado la contraseña? Elige otra en la app o en ${message.portal}`,
        ],
      };
    case 'code':
      return {
        subject: `Tu código de ${service}`,
        body: [
          `${message.code} es tu código para ${purposes[message.purpose]}. Vale durante 10 minutos.`,
          'No se lo des a nadie: nadie del servicio te lo pedirá nunca.',
        ],
      };
    case 'passwordReset':
      return {
        subject: `Elige una contraseña nueva para ${service}`,
        body: [
          'Hemos recibido una solicitud para elegir una contraseña nueva. Si la has hecho tú, abre este enlace:',
          message.link,
          'El enlace vale durante 1 hora y funciona una sola vez. Si no has sido tú, no hagas nada: tu contraseña sigue igual.',
        ],
      };
    case 'confirmSignIn':
      return {
        subject: `Confirma tu inicio de sesión en ${service}`,
        body: [
          'Alguien ha probado contraseñas incorrectas con tu cuenta, así que de momento un equipo nuevo necesita algo ' +
            'más que la contraseña. Si estás iniciando sesión, introduce también este código:',
          message.code,
          'El código vale durante 1 hora. Si no has sido tú, no hagas nada: nadie entra sin tu contraseña y tu segundo ' +
            'factor, y los equipos que ya has usado funcionan como siempre.',
        ],
      };
    case 'addressTaken':
      return {
        subject: `Tu dirección y otra cuenta de ${service}`,
        body: [
          'Alguien ha intentado usar esta dirección en otra cuenta. Sigue siendo tuya; no se ha cambiado nada.',
        ],
      };
    case 'newDevice':
      return {
        subject: `Inicio de sesión en ${service} desde un equipo nuevo`,
        body: [
          `Se ha iniciado sesión en tu cuenta por primera vez desde “${isolated(message.device)}”, en la red ${message.network}.`,
        ],
        isSecurity: true,
      };
    case 'methodAdded':
      return {
        subject: `Segundo factor añadido a tu cuenta de ${service}`,
        body: [
          `Tu cuenta acepta ahora también ${kinds[message.kind]} (${isolated(message.hint)}). Se ha cerrado la sesión en los equipos de confianza.`,
        ],
        isSecurity: true,
      };
    case 'methodRemoved':
      return {
        subject: `Segundo factor eliminado de tu cuenta de ${service}`,
        body: [
          `Tu cuenta ya no acepta ${kinds[message.kind]} (${isolated(message.hint)}). Se ha cerrado la sesión en los equipos de confianza.`,
        ],
        isSecurity: true,
      };
    case 'passwordChanged':
      return {
        subject: `Tu contraseña de ${service} ha cambiado`,
        body: ['La contraseña de tu cuenta ha cambiado. Se ha cerrado la sesión en los demás equipos.'],
        isSecurity: true,
      };
    case 'recoveryCodeUsed':
      return {
        subject: `Código de recuperación usado en ${service}`,
        body: [`Se ha usado uno de tus códigos de recuperación. Códigos que te quedan: ${message.left}.`],
        isSecurity: true,
      };
    case 'recoveryCodesMade':
      return {
        subject: `Códigos de recuperación nuevos de ${service}`,
        body: [
          'Se han creado códigos de recuperación nuevos para tu cuenta. Los anteriores ya no funcionan.',
        ],
        isSecurity: true,
      };
    case 'addressChanged':
      return {
        subject: `La dirección de tu cuenta de ${service} ha cambiado`,
        body: [
          `La dirección de tu cuenta es ahora ${isolated(message.to)}. Esta dirección ya no le pertenece.`,
        ],
        isSecurity: true,
      };
    case 'supportRequested':
      return {
        subject: `Se ha pedido ayuda con tu cuenta de ${service}`,
        body: [
          `Hemos recibido una solicitud para restablecer el segundo factor de tu cuenta (${message.reference}).`,
          'El eervicio de soporte la estudiará antes de cambiar nada.',
        ],
        isSecurity: true,
      };
    case 'supportReceipt':
      return {
        subject: `Tu solicitud ${message.reference} al eervicio de soporte de ${service}`,
        body: [
          `El eervicio de soporte ha recibido tu solicitud ${message.reference} y responderá a esta dirección.`,
        ],
      };
    case 'mfaReset':
      return {
        subject: `Soporte ha restablecido el segundo factor de tu cuenta de ${service}`,
        body: [
          `El eervicio de soporte ha eliminado todos los segundos factores de tu cuenta (solicitud ${message.reference}). ` +
            'Se ha cerrado la sesión en todos los equipos. La próxima vez que inicies sesión configurarás uno nuevo.',
        ],
        isSecurity: true,
      };
    case 'accountDeleted':
      return {
        subject: `Tu cuenta de ${service} se ha eliminado`,
        body: ['Tu cuenta y todo lo que se guardaba sobre ella se ha eliminado.'],
      };
  }
}
