/** The first event of a stream: the state as it is now. @throws Error if the stream ends without one */
export async function present<T>(events: AsyncIterable<T>): Promise<T> {
  for await (const event of events) return event;
  throw new Error('the stream has ended');
}
