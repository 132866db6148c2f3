/** What one client may ask of the hub. */
export interface Limits {
  /** Requests a second in the long run; a costly operation counts as several. The public: each network source. */
  readonly ratePerSecond: number;
  /** Requests after a pause, all at once. */
  readonly rateBurst: number;
  /** Requests under way, waiting and running. */
  readonly operationsAtOnce: number;
  /** Cost of one operation, in fields answered. */
  readonly costLimit: number;
  /** How long one operation may take. */
  readonly operationMillis: number;
  /** Queries that run, of all clients together; each may leave one place to the others. */
  readonly queriesAtOnce: number;
  /** Cost that one client may have running at once; a query that costs more runs alone of its client. */
  readonly costAtOnce: number;
  /** How long a refusal for too many requests is kept back, so that asking again at once gains nothing. */
  readonly holdMillis: number;
}

/** The limits of a hub whose operator says nothing. */
export const defaultLimits: Limits = {
  ratePerSecond: 300,
  rateBurst: 600,
  operationsAtOnce: 32,
  costLimit: 50_000,
  operationMillis: 20_000,
  queriesAtOnce: 6,
  costAtOnce: 10_000,
  holdMillis: 1_000,
};
