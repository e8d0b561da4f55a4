import protobuf from 'protobufjs';
import { secret, type Sample } from './sample.ts';

/** The message as it was published; what newer applications add is `id`. */
const { root } = protobuf.parse(`
  syntax = "proto3";
  message Payload {
    repeated Otp otp = 1;
    int32 version = 2;
    int32 batch_size = 3;
    int32 batch_index = 4;
    int32 batch_id = 5;
    message Otp {
      bytes secret = 1;
      string name = 2;
      string issuer = 3;
      int32 algorithm = 4;
      int32 digits = 5;
      int32 type = 6;
      int64 counter = 7;
      string id = 8;
    }
  }
`);
const payloadType = root.lookupType('Payload');

/** A code as Google keeps it, with other members where a test gives them. */
export function googleOtp(over: object = {}) {
  const bytes = Buffer.from(secret.hex, 'hex');
  return { secret: bytes, name: 'Deno:Mason', issuer: 'Deno', algorithm: 1, digits: 1, type: 2, ...over };
}

/** The address of one QR code. A member that is undefined is left out of the message. */
export function googleUri(otp: readonly object[], batch: object = {}): string {
  const whole = { otp, version: 1, batchSize: 1, batchIndex: 0, batchId: -1_234_567, ...batch };
  const bytes = payloadType.encode(payloadType.create(whole)).finish();
  return `otpauth-migration://offline?data=${encodeURIComponent(Buffer.from(bytes).toString('base64'))}`;
}

/** What the address of a QR code holds, by the same message type. */
export function openGoogleUri(uri: string): Record<string, unknown> {
  const data = new URL(uri).searchParams.get('data') ?? '';
  const message = payloadType.decode(Buffer.from(data, 'base64'));
  return payloadType.toObject(message, { bytes: Array, longs: Number, defaults: true });
}

/** A file of each variant. */
export function googleSamples(): Sample[] {
  const lines = [
    googleUri([googleOtp(), googleOtp({ name: 'James', issuer: '', type: 1, counter: 5 })], { batchSize: 2 }),
    googleUri([googleOtp({ digits: 2, algorithm: 2 })], { batchSize: 2, batchIndex: 1 }),
  ];
  return [
    {
      format: 'google',
      variant: 'text',
      bytes: Buffer.from(`${lines.join('\n')}\n`),
      entries: 3,
      isLines: true,
    },
  ];
}
