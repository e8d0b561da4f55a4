/** Bloqueos, kit de recuperación, copias, versiones anteriores: qué pasó; qué no ha cambiado y qué hacer. */
export const safekeepingErrors = {
  PASSPHRASE_NEEDED: {
    title: 'Para esto hace falta la frase de contraseña',
    text: 'Introdúcela e inténtalo de nuevo. No se ha cambiado nada.',
  },
  KIT_TYPO: {
    title: 'Hay un error al escribir el código',
    text: 'Revisa el grupo {{group}}: hay un carácter que no es el de la página. No se ha cambiado nada.',
  },
  KIT_LENGTH: {
    title: 'El código no está completo',
    text: 'Tiene {{expected}} caracteres en ocho grupos; has escrito {{characters}}. No se ha cambiado nada.',
  },
  KIT_WRONG: {
    title: 'Este código no abre esta bóveda',
    text: 'Es el código de otra bóveda o de un kit ya sustituido por otro. Compara el nombre de la bóveda y la fecha de la página. No se ha cambiado nada.',
  },
  KIT_NOT_MADE: {
    title: 'No hay kit de recuperación',
    text: 'No se creó ninguno para esta bóveda. No se ha cambiado nada.',
  },
  KIT_NOT_SEEN: {
    title: 'No se ha encontrado ningún kit de recuperación',
    text: 'Muestra el código QR de la página entero, nítido y no demasiado pequeño, e inténtalo de nuevo. O escribe los ocho grupos. No se ha cambiado nada.',
  },
  KIT_NOT_PENDING: {
    title: 'Escribe el código entero',
    text: 'Latchkey ha olvidado el código, como debe ser. Escríbelo entero para comprobar la página.',
  },
  KIT_GROUP_WRONG: {
    title: 'Eso no es lo que pone la página',
    text: 'Revisa el grupo {{group}}. El kit funciona de todos modos; solo falta comprobarlo.',
  },
  BACKUP_FAILED: {
    title: 'No se ha podido crear la copia de seguridad',
    text: '{{backupTrouble}} Tu bóveda y las copias anteriores están intactas.',
  },
  BACKUP_FOLDER_INVALID: {
    title: 'No es la ruta completa de una carpeta',
    text: 'Empieza por / (C:\\ en Windows), o por ~/ para tu carpeta personal. No se ha cambiado nada.',
  },
  BACKUP_OFF: {
    title: 'Las copias de seguridad no están configuradas',
    text: 'Elige primero una carpeta. No se ha cambiado nada.',
  },
  BACKUP_SECRET_NEEDED: {
    title: 'Esta copia de seguridad está protegida',
    text: 'Introduce la frase de contraseña o el código del kit de cuando se creó. No se ha cambiado nada.',
  },
  BACKUP_UNREADABLE: {
    title: 'Esta copia de seguridad no se puede leer',
    text: '{{backupReason}} No se ha cambiado nada.',
  },
  OLDER_STATE_UNREADABLE: {
    title: 'Esta versión anterior no se puede abrir',
    text: 'Ya no está o está dañada. Elige otra. No se ha cambiado nada.',
  },
  RESTORE_GONE: {
    title: 'Esta vista previa ha caducado',
    text: 'No se ha cambiado nada. Ábrela de nuevo.',
  },
  UNDO_GONE: {
    title: 'Esto ya no se puede deshacer',
    text: 'Era posible hasta que se bloqueó la bóveda. Puede que las versiones anteriores de la bóveda aún tengan lo que buscas.',
  },
  QUARANTINE_NOT_FOUND: {
    title: 'Esta entrada ya no está',
    text: 'Puede que se haya corregido o quitado en otra ventana. No se ha cambiado nada más.',
  },
  QUARANTINE_NOT_FIXED: {
    title: 'Esto aún no puede generar códigos',
    text: 'Revisa lo que has escrito. La entrada se conserva como estaba.',
  },
} as const;

/** Por qué no se ha creado una copia de seguridad. */
export const backupTroubles = {
  folderGone: 'La carpeta no está. ¿Está conectada su unidad?',
  parentGone: 'Tampoco está la carpeta que la contendría. ¿Está conectada su unidad?',
  notAFolder: 'La ruta lleva a un archivo, no a una carpeta.',
  notAllowed: 'Este equipo no permite que Latchkey escriba en la carpeta.',
  readOnly: 'La unidad es de solo lectura.',
  full: 'La unidad está llena.',
  notVerified:
    'Lo escrito no se pudo volver a abrir, así que se ha borrado. Puede que la unidad esté fallando.',
  failed: 'No se ha podido escribir en la carpeta.',
} as const;

/** Por qué el llavero no ha dado o guardado una clave. */
export const keychainOutcomes = {
  absent: 'No tiene nada para esta bóveda.',
  locked: 'Está bloqueado.',
  denied: 'No ha dejado entrar a Latchkey.',
  unavailable: 'No responde.',
} as const;

/** Por qué no se puede leer una copia de seguridad y qué hacer. */
export const backupReasons = {
  gone: 'Ya no está en la carpeta. Elige otra.',
  notABackup: 'El archivo no es una copia de seguridad de Latchkey. Elige otro.',
  truncated:
    'El archivo termina antes de tiempo, como si no se hubiera copiado entero. Cópialo de nuevo o elige otro.',
  tampered: 'El archivo se ha modificado después de escribirse. Elige otro.',
  newer: 'La creó una versión más reciente de Latchkey. Actualiza Latchkey y ábrela después.',
} as const;
