/** Cuando no es esta la ventana a la que se deja entrar. */
export const outside = {
  closedTitle: 'Esta ventana no puede entrar',
  closedText: 'Cada dirección de inicio deja entrar a una ventana, una sola vez.',
  elsewhereTitle: 'Latchkey está abierto en otra ventana',
  elsewhereText: 'Solo puede entrar una ventana cada vez, para que ninguna otra página mire. Sigue en esa.',
  again:
    'Para usar Latchkey aquí, pulsa Enter en la terminal donde se ejecuta y abre la dirección nueva que muestre.',
  notYou: '¿No has abierto otra ventana? Entonces detén Latchkey en su terminal y ábrelo de nuevo.',
} as const;
