/** The days of numbers in → an axis of time: from where to where, and what stands along it. */

const DAY = 86_400_000;

/** In milliseconds, as ECharts has time. */
export const timeOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);

export const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

export interface DayAxis {
  readonly min: number;
  readonly max: number;
  readonly ticks: readonly number[];
  /** 2022-03-10, 2022-03 or 2022. */
  readonly format: (time: number) => string;
}

/** Steps of days, of months from January on, and of years; with how much of a day's words tells them apart. */
const STEPS = [
  ...[1, 2, 5, 10].map((days) => ({ days, months: 0, letters: 10 })),
  ...[1, 2, 3, 6].map((months) => ({ days: 0, months, letters: 7 })),
  ...[1, 2, 5, 10, 20, 50, 100].map((years) => ({ days: 0, months: years * 12, letters: 4 })),
];

/** @param room how many words fit beside one another */
export function dayAxis(days: readonly string[], room: number): DayAxis {
  const times = days.map(timeOf);
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const pad = Math.max(DAY, (last - first) * 0.02);
  const [min, max] = [first - pad, last + pad];
  const steps = STEPS.map((step) => ({ ...step, ticks: ticksOf(min, max, step) }));
  const { ticks, letters } = steps.find((step) => step.ticks.length <= room) ?? steps.at(-1)!;
  return { min, max, ticks, format: (time) => dayOf(time).slice(0, letters) };
}

function ticksOf(min: number, max: number, { days, months }: { days: number; months: number }): number[] {
  const ticks: number[] = [];
  const first = new Date(min);
  // since 2000, so that steps of years are round ones
  const month = (first.getUTCFullYear() - 2000) * 12 + first.getUTCMonth();
  const start = months > 0 ? Math.floor(month / months) * months : month;
  for (let i = 0; ; i++) {
    const time = Date.UTC(2000, start + i * months, 1 + i * days);
    if (time > max) return ticks;
    if (time >= min) ticks.push(time);
  }
}
