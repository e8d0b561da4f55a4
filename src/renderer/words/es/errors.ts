import { accountErrors } from './account-errors.ts';
import { safekeepingErrors } from './safekeeping-errors.ts';
import { syncErrors } from './sync-errors.ts';
import { transferErrors } from './transfer-errors.ts';

/** Los errores del contrato y los de la propia ventana: qué pasó; qué no ha cambiado y qué hacer. */
export const errors = {
  VAULT_NOT_OPEN: {
    title: 'La bóveda está cerrada',
    text: 'No se ha cambiado nada. Ábrela e inténtalo de nuevo.',
  },
  VAULT_WRITE_FAILED: {
    title: 'No se ha podido guardar',
    text: 'No se ha cambiado nada. Comprueba que el disco no esté lleno y que se pueda escribir en la carpeta de la bóveda, e inténtalo de nuevo. ({{reason}})',
  },
  VAULT_READ_ONLY: {
    title: 'Aquí esta bóveda es de solo lectura',
    text: 'La escribió una versión más reciente de Latchkey o su ubicación no admite escritura. Actualiza Latchkey o permite escribir en esa ubicación.',
  },
  ENTRY_NOT_FOUND: {
    title: 'Esta entrada ya no está',
    text: 'Puede que se haya eliminado en otra ventana. No se ha cambiado nada más.',
  },
  VAULT_EXISTS: {
    title: 'Ya hay una bóveda',
    text: 'Se ha quedado como estaba. Para usarla, cierra esta ventana y ábrela de nuevo.',
  },
  KEYCHAIN_FAILED: {
    title: 'No se ha podido usar el llavero',
    text: '{{keychain}} No se ha cambiado nada. Cuando esté resuelto, inténtalo de nuevo o usa una frase de contraseña.',
  },
  PASSPHRASE_TOO_SHORT: {
    title: 'La frase de contraseña es demasiado corta',
    text: 'Usa al menos {{minimum}} caracteres. Unas cuantas palabras seguidas son fáciles de recordar. Aún no se ha creado nada.',
  },
  PASSPHRASE_TOO_WEAK: {
    title: 'La frase de contraseña es fácil de adivinar',
    text: 'Añade otra palabra sin relación. Aún no se ha creado nada.',
  },
  PASSPHRASE_WRONG: {
    title: 'La frase de contraseña no es correcta',
    text: 'La bóveda está intacta. Revisa Bloq Mayús y la distribución del teclado, e inténtalo de nuevo.',
  },
  PASSPHRASE_WAIT: {
    title: 'Espera un momento',
    text: 'Varias frases de contraseña eran incorrectas. La bóveda está intacta; inténtalo de nuevo en {{seconds}} s.',
  },
  PASSPHRASE_NOT_SET: {
    title: 'Esta bóveda no tiene frase de contraseña',
    text: 'No se ha cambiado nada. Solo se abre con el llavero de este equipo.',
  },
  VAULT_OPEN: { title: 'La bóveda está abierta', text: 'No se ha apartado: funciona.' },
  VAULT_ABSENT: { title: 'No hay ninguna bóveda', text: 'No había nada que apartar.' },
  LABEL_EMPTY: {
    title: 'Falta un nombre',
    text: 'Indica al menos el sitio o la cuenta. No se ha cambiado nada.',
  },
  TAGS_FULL: {
    title: 'No caben más etiquetas en una entrada',
    text: 'Una entrada tiene como máximo {{maximum}} etiquetas. No se ha cambiado nada.',
  },
  ICON_REFUSED: {
    title: 'Esta imagen no puede ser un icono',
    text: 'Usa una imagen PNG, JPEG o WebP de {{megabytes}} MB como máximo. No se ha cambiado nada.',
  },
  SITE_CODES_TOO_MANY: {
    title: 'Son demasiados códigos',
    text: 'Una entrada guarda como máximo {{maximum}}. No se ha cambiado nada.',
  },
  SITE_CODE_GONE: {
    title: 'Este código ya no está aquí',
    text: 'Otra ventana ha cambiado los códigos. No se ha cambiado nada más.',
  },
  FORMER_GONE: {
    title: 'Esta clave ya no está aquí',
    text: 'Otra ventana la ha recuperado o eliminado. No se ha cambiado nada.',
  },
  ENTRY_NOT_HOTP: {
    title: 'Esta entrada no tiene contador',
    text: 'Sus códigos se rigen por el reloj. No se ha cambiado nada.',
  },
  SETTINGS_INVALID: {
    title: 'Con estos ajustes no se generan códigos',
    text: 'Un número está fuera de su intervalo. No se ha cambiado nada.',
  },
  CLIPBOARD_FAILED: {
    title: 'No se ha podido copiar',
    text: 'El portapapeles no lo ha aceptado. Escríbelo a mano.',
  },
  SCREEN_UNAVAILABLE: {
    title: 'No se ha podido leer la pantalla',
    text: '{{cause}} No se ha guardado nada.',
  },
  PICTURE_INVALID: {
    title: 'Esta imagen no se puede leer',
    text: 'No se ha guardado nada. Usa una imagen PNG, JPEG o WebP, o escanea la pantalla.',
  },
  PICTURE_TOO_LARGE: {
    title: 'Esta imagen es demasiado grande',
    text: 'Tiene {{megapixels}} megapíxeles. Recorta la parte del código QR e inténtalo de nuevo. No se ha guardado nada.',
  },
  TEXT_HAS_NO_CODE: {
    title: 'Este texto no contiene ninguna dirección de configuración',
    text: 'Una dirección así empieza por otpauth://. No se ha guardado nada. Para introducir una clave, elige “Escribir la clave”.',
  },
  TYPED_INVALID: { title: 'Esto aún no genera códigos', text: '{{refusal}} No se ha guardado nada.' },
  PREVIEW_GONE: { title: 'Este escaneo ha terminado', text: 'No se ha guardado nada. Vuelve a escanear.' },
  PREVIEWS_FULL: {
    title: 'Demasiados códigos esperan tu respuesta',
    text: 'Pueden esperar hasta {{limit, number}} a la vez. Guarda o descarta primero los de la pantalla, o añade menos cada vez. No se ha leído nada nuevo ni se ha perdido nada.',
  },
  ALREADY_HERE: {
    title: 'Ya está aquí',
    text: 'Este mismo código está en tu lista. No se ha cambiado nada.',
  },
  SAME_SECRET: {
    title: 'Esta clave ya está aquí',
    text: 'Sus ajustes o sus nombres son distintos. Elige entre corregir esa entrada y conservar ambas. Aún no se ha cambiado nada.',
  },
  SAME_NAME: {
    title: 'Otra entrada tiene este nombre',
    text: 'Elige entre sustituirla y conservar ambas. Aún no se ha cambiado nada.',
  },
  SITE_NOT_FOUND: {
    title: 'Este sitio ya no está en la lista',
    text: 'Puede que se haya quitado en otra ventana. No se ha cambiado nada más.',
  },
  MOVING_FULL: {
    title: 'La lista sería demasiado larga',
    text: 'Caben hasta {{limit, number}} sitios. No se ha añadido nada. Quita algunos que ya estén trasladados o añade menos.',
  },
  PREFERENCES_WRITE_FAILED: {
    title: 'No se ha podido guardar la preferencia',
    text: 'Está como antes. Comprueba que el disco no esté lleno e inténtalo de nuevo.',
  },
  CLOCK_NOT_COMPARED: {
    title: 'No se ha podido comparar el reloj',
    text: 'No responde ningún servidor de cuentas. No se ha cambiado nada. Compáralo con otro reloj, por ejemplo el de tu teléfono.',
  },
  ...accountErrors,
  ...transferErrors,
  ...safekeepingErrors,
  ...syncErrors,
  connectionLost: {
    title: 'Latchkey no responde',
    text: 'No se ha cambiado nada. Inténtalo de nuevo cuando vuelva la conexión.',
  },
  unexpected: {
    title: 'No ha funcionado',
    text: 'Algo ha fallado dentro de Latchkey. Tu bóveda no ha sufrido daños; inténtalo de nuevo.',
  },
} as const;

/** Por qué no se ha podido leer la pantalla. */
export const screenCauses = {
  permission:
    'Este equipo no permite que Latchkey vea la pantalla. Permite la grabación de pantalla en la configuración del sistema y vuelve a escanear.',
  cancelled: 'El escaneo se ha cancelado.',
  ended:
    'El escritorio ha terminado la solicitud sin dar una imagen. Si alguna vez la denegaste, lo recuerda: permite las capturas de pantalla en sus ajustes de privacidad o elige una imagen del código.',
  silent:
    'El escritorio no ha respondido a tiempo. Mira si hay una pregunta suya detrás de las ventanas y vuelve a escanear, o elige una imagen del código.',
  unsupported:
    'Aquí no se pueden leer las pantallas. Elige una imagen del código, pégala o escribe la clave.',
  failed: 'El sistema no ha dado ninguna imagen. Inténtalo de nuevo o elige una imagen del código.',
} as const;
