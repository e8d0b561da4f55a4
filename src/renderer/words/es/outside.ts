/** Cuando no es esta la ventana a la que se deja entrar. */
export const outside = {
  closedTitle: 'Esta ventana no tiene acceso',
  closedText: 'Una dirección de inicio sirve una sola vez, para una ventana.',
  elsewhereTitle: 'Latchkey está abierto en otra ventana',
  elsewhereText: 'Solo una ventana tiene acceso a la vez, para que ninguna otra página mire. Sigue en esa.',
  again:
    'Para usar Latchkey aquí, pulsa Intro en la terminal donde se ejecuta y abre la dirección nueva que muestre.',
  notYou: '¿No has abierto otra ventana? Entonces detén Latchkey en su terminal y ábrelo de nuevo.',
} as const;
