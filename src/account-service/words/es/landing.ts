import { accountLimits } from '../../../contract/account-service.ts';
import type { LandingWords } from '../../http/landing-words.ts';

/** The landing pages in Spanish. */
export const landing: LandingWords = {
  language: 'es',
  activateTitle: (service) => `Activa tu cuenta de ${service}`,
  activateIntro: 'Confírmalo en la app, en el equipo con el que te registraste:',
  openApp: 'Abrir en Latchkey',
  here: 'O activa la cuenta en este navegador, con la contraseña que elegiste al registrarte:',
  signUpPassword: 'Contraseña',
  activateHere: 'Activar en este navegador',
  activatedTitle: 'Tu cuenta está activa',
  activated:
    'Abre Latchkey e inicia sesión. Lo siguiente será configurar un segundo factor, como un código de tu teléfono.',
  expiredTitle: 'Este enlace ha caducado',
  expired: (support) => `Los enlaces valen durante 2 días. Pide otro aquí o escribe a ${support}.`,
  resend: 'Pedir otro enlace',
  resentTitle: 'Ya va en camino un enlace nuevo',
  resent: 'Revisa tu buzón. Solo funciona el enlace más reciente.',
  usedTitle: 'Este enlace ya se ha usado',
  usedActivation: 'Tu cuenta está activa. Abre Latchkey e inicia sesión.',
  usedReset: 'La contraseña ya se cambió con él. Inicia sesión en Latchkey con la nueva.',
  replacedTitle: 'Hay un enlace más reciente',
  replaced: 'Un correo más reciente ha sustituido a este. Abre el último correo y pulsa su botón.',
  damagedTitle: 'A este enlace le falta una parte',
  damaged: 'No ha pasado nada. Pulsa el botón del correo o copia el enlace entero, hasta el último carácter.',
  invalidTitle: 'Este enlace no se reconoce aquí',
  invalid: (support) =>
    `Este servicio no lo reconoce: es muy antiguo o algún carácter ha cambiado por el camino. Abre el último correo y pulsa su botón, o escribe a ${support}.`,
  resetTitle: 'Elige una contraseña nueva',
  newPassword: `Contraseña nueva (de ${accountLimits.passwordMin} a ${accountLimits.passwordMax} caracteres)`,
  resetButton: 'Guardar esta contraseña',
  resetDoneTitle: 'Tu contraseña ha cambiado',
  resetDone: 'Inicia sesión con ella en Latchkey. Seguirás necesitando tu segundo factor.',
  resetExpired: 'Los enlaces para elegir una contraseña valen durante 1 hora. Pide otro en la app.',
  wrongPassword: 'No es la contraseña con la que se hizo este registro.',
  emptyPassword: 'Escribe primero la contraseña. Aún no ha pasado nada.',
  flaws: {
    tooShort: `La contraseña es demasiado corta: usa al menos ${accountLimits.passwordMin} caracteres.`,
    tooLong: `La contraseña es demasiado larga: usa como máximo ${accountLimits.passwordMax} caracteres.`,
    tooGuessable: 'La contraseña es demasiado fácil de adivinar.',
    containsName: 'La contraseña contiene tu nombre.',
    containsAddress: 'La contraseña contiene tu dirección de correo.',
    common: 'Mucha gente usa esa contraseña.',
  },
  later: 'Ahora no es posible. Inténtalo de nuevo dentro de un rato.',
  awayTitle: 'El servicio no puede responder en este momento',
  away: (support) =>
    `Tu enlace está bien. Espera un minuto y vuelve a abrirlo: verás si se ha hecho algo. Si el problema continúa, escribe a ${support}.`,
  awayAgain: 'Reintentar',
};
