import pg from 'pg';

/**
 * The database was not there, went away, or could not do a statement for a passing reason. The call is not at
 * fault and may be made again.
 */
export class DatabaseAway extends Error {
  override name = 'DatabaseAway';
  /** `nothing`: the statement or transaction left no trace. `unknown`: it may be done, its answer was lost. */
  readonly outcome: 'nothing' | 'unknown';
  /** Whether the connection is of no more use. */
  readonly isConnectionLost: boolean;
  /** Whether another try right now makes sense, and can't do anything twice. */
  readonly isWorthRepeating: boolean;

  constructor(
    reason: string,
    {
      outcome = 'nothing',
      isConnectionLost = false,
      isWorthRepeating = false,
      cause,
    }: Partial<Pick<DatabaseAway, 'outcome' | 'isConnectionLost' | 'isWorthRepeating' | 'cause'>> = {},
  ) {
    super(reason, { cause });
    this.outcome = outcome;
    this.isConnectionLost = isConnectionLost;
    this.isWorthRepeating = isWorthRepeating;
  }
}

/** When it makes sense to ask again after the database was away. Most of its absences are over by then. */
export const retrySeconds = 2;

/** The database answers, but takes no writes: a replica, or a primary that was demoted. */
export class ReadOnlyDatabase extends DatabaseAway {
  override name = 'ReadOnlyDatabase';

  constructor(cause?: unknown) {
    super('the database takes no writes', { isConnectionLost: true, isWorthRepeating: true, cause });
  }
}

/** SQLSTATEs of a server that refuses a write because it is a replica or was made one. */
const readOnly = /^25006$/;
/**
 * SQLSTATEs with which the server ends the connection: a shutdown, a start, a broken connection, too long idle.
 * What was under way is rolled back.
 */
const ended = /^(?:57P0[1235]|08...|25P03)$/;
/** Deadlock and serialization failure: rolled back, and the next try has every chance. */
const collided = /^(?:40001|40P01)$/;
/** Rolled back for now: too few resources (a full disk too), a lock or the statement took too long, I/O errors. */
const overloaded = /^(?:53...|55P03|57014|58...)$/;

/**
 * What the error of a statement says of the database, null if the statement itself is at fault.
 *
 * @param error what the driver threw
 * @param unanswered what is known of the statement if no answer came
 */
export function outageOf(error: unknown, unanswered: DatabaseAway['outcome']): DatabaseAway | null {
  if (error instanceof DatabaseAway) return error;
  if (!(error instanceof Error) || error instanceof TypeError) return null;
  const reason = error.message;
  // Whatever is not the server's own answer is trouble with the connection.
  if (!(error instanceof pg.DatabaseError)) {
    const isWorthRepeating = unanswered === 'nothing';
    return new DatabaseAway(reason, {
      outcome: unanswered,
      isConnectionLost: true,
      isWorthRepeating,
      cause: error,
    });
  }
  const code = error.code ?? '';
  if (readOnly.test(code)) return new ReadOnlyDatabase(error);
  if (ended.test(code))
    return new DatabaseAway(reason, { isConnectionLost: true, isWorthRepeating: true, cause: error });
  if (collided.test(code)) return new DatabaseAway(reason, { isWorthRepeating: true, cause: error });
  return overloaded.test(code) ? new DatabaseAway(reason, { cause: error }) : null;
}

/**
 * A connection of a pool.
 *
 * @throws DatabaseAway when there is none. Nothing was asked then
 */
export async function checkOut(pool: pg.Pool): Promise<pg.PoolClient> {
  try {
    return await pool.connect();
  } catch (error) {
    if (error instanceof ReadOnlyDatabase) throw error;
    const away = outageOf(error, 'nothing');
    // A pool that could not connect a moment ago can't now: the caller has waited long enough.
    throw away ? new DatabaseAway(away.message, { cause: error }) : error;
  }
}
