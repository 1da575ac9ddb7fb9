/** Maximum of jobs of one person, or of all people of one workspace; 0 = no limit. */
export interface Allowance {
  /** Waiting or being made at once. */
  readonly open: number;
  readonly hourly: number;
  readonly daily: number;
}

export interface Limits {
  readonly user: Allowance;
  readonly workspace: Allowance;
}

export const NO_LIMITS: Limits = {
  user: { open: 0, hourly: 0, daily: 0 },
  workspace: { open: 0, hourly: 0, daily: 0 },
};

/** Which limit was reached, and when there is room again. */
export interface Refusal {
  readonly scope: keyof Limits;
  readonly limit: keyof Allowance;
  readonly max: number;
  /** Milliseconds until a place is free; absent for `open`, where it hangs on the queue. */
  readonly wait?: number;
}

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
