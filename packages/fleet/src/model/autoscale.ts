import type { Path } from '@fleetc/diagnostics';

export interface Autoscale {
  readonly min: number;
  readonly max: number;
  /** Whole seconds. */
  readonly scaleDownDelaySeconds?: number;
  readonly busy?: BusyMetric;
  readonly queued?: { readonly repositories: readonly string[] };
  /** Go duration of one reservation. */
  readonly webhook?: { readonly duration: string };
  readonly schedule: readonly ScheduleWindow[];
  readonly reservations: readonly Reservation[];
}

export interface BusyMetric {
  readonly up?: number;
  readonly down?: number;
  readonly factorUp?: number;
  readonly factorDown?: number;
  readonly addUp?: number;
  readonly addDown?: number;
}

export interface ScheduleWindow {
  readonly name: string;
  readonly path: Path;
  /** Local date-time of the first window, `2026-12-01T20:00`. */
  readonly from: string;
  readonly to: string;
  /** IANA zone. */
  readonly zone: string;
  /** Absent means once. */
  readonly every?: 'day' | 'weekday' | 'weekend' | 'week' | 'month' | 'year';
  /** Local date-time after which no window starts. */
  readonly until?: string;
  readonly min: number;
}

export interface Reservation {
  readonly name: string;
  readonly replicas: number;
  /** RFC 3339 instant. */
  readonly until: string;
}
