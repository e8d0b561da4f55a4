/** Buscar un código QR con una cámara. */
export const camera = {
  use: 'Usar la cámara',
  useText: 'Para un código en papel o en un teléfono',
  title: 'Escanear con la cámara',
  starting: 'Iniciando la cámara. Si se te pregunta, permite su uso.',
  hold: 'Pon el código QR delante de la cámara hasta que se vea entero. No se guarda ninguna imagen.',
  live: 'Lo que ve la cámara',
  device: 'Cámara',
  off: 'La cámara está apagada.',
  more: 'Buscar más',
  allowInBrowser:
    'El navegador no lo ha permitido. Permite la cámara para esta página con el icono de la parte superior de la ventana e inténtalo de nuevo.',
  troubles: {
    refused: {
      title: 'Latchkey no puede usar la cámara',
      text: 'Este equipo no lo ha permitido. Permite que Latchkey use la cámara en los ajustes de privacidad del sistema e inténtalo de nuevo.',
    },
    none: {
      title: 'No se ha encontrado ninguna cámara',
      text: 'Conecta una o enciéndela e inténtalo de nuevo. También sirve una imagen del código.',
    },
    taken: {
      title: 'La cámara no se inicia',
      text: 'Puede que la esté usando otro programa. Termina una videollamada, por ejemplo, e inténtalo de nuevo.',
    },
    gone: {
      title: 'La cámara ya no está',
      text: 'Se ha desconectado o apagado. Conéctala e inténtalo de nuevo.',
    },
    failed: {
      title: 'La cámara no da imagen',
      text: 'Inténtalo de nuevo o elige una imagen del código.',
    },
  },
} as const;
