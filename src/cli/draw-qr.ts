import { streams } from './streams.ts';

/** Draws a QR code, in black on white where there are colours: some phones read no code that is light on dark. */
export async function drawQr(text: string): Promise<void> {
  const { default: qrcode } = await import('qrcode');
  const lines = (await qrcode.toString(text, { type: 'utf8' })).split('\n');
  streams.printStyled(['black', 'bgWhiteBright'], lines);
}
